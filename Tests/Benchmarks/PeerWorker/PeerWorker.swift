import Foundation
import LearningDynamics
import TutorialWork

/// Does a piece of the tutorial's work for each line read ("loop 100": 100 times), and answers with the median of the seconds
/// it took, and with loss and prediction halfway.
///
/// A process that stays, like the peers it is compared with: neither has to start while the other is measured. A peer's
/// loop keeps its caches warm for half a second; ours is done in a thousandth of that, so it is repeated.
@main
struct PeerWorker {
  static func main() throws {
    let features = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
    let work = TutorialWork(features: features)
    let dataset = try work.sample()
    let problem = try work.problem(dataset)
    let variant = TutorialWork(features: features, variant: .reluInBatches)
    let clock = ContinuousClock()
    while let line = readLine() {
      let words = line.split(separator: " ")
      let piece = {
        switch words[0] {
        case "loop": try work.train(dataset, problem)
        case "relu": try variant.train(dataset, problem)
        case "span": try work.run()
        default: preconditionFailure("asked for '\(line)': not loop, relu or span")
        }
      }
      var (times, last): ([Double], (Recording, predictions: [Double])?) = ([], nil)
      for _ in 0..<(words.count > 1 ? Int(words[1]) ?? 1 : 1) {
        last = nil
        let start = clock.now
        last = try piece()
        times.append((clock.now - start) / .seconds(1))
      }
      guard let result = last else { continue }
      let time = times.sorted()[times.count / 2]
      // Past the buffer of `print`: the answer is waited for.
      let answer = "\(time) \(result.0.losses[125]) \(result.predictions[125])\n"
      FileHandle.standardOutput.write(Data(answer.utf8))
    }
  }
}
