import Benchmark
import BuiltInPlugins
import Experiments
import Foundation
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TutorialWork

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 2, maxDuration: .seconds(3), maxIterations: 1000)
  let tutorial = TutorialWork()

  Benchmark("1 sampling: 10,000 features of 8 items") { _ in blackHole(try tutorial.sample()) }

  for engine in TrainingEngine.allCases {
    let work = TutorialWork(engine: engine)
    Benchmark("2 weights and \(engine == .reduced ? "basis" : "targets"), \(engine.rawValue)") { benchmark in
      let dataset = try work.sample()
      benchmark.startMeasurement()
      blackHole(try work.problem(dataset))
    }
    Benchmark("3 training loop of 251 states, \(engine.rawValue)") { benchmark in
      let dataset = try work.sample()
      let problem = try work.problem(dataset)
      benchmark.startMeasurement()
      blackHole(try work.train(dataset, problem))
    }
  }

  Benchmark("3 training loop of 251 states, ReLU units with biases, momentum, batches of 2") { benchmark in
    let work = TutorialWork(variant: .reluInBatches)
    let dataset = try work.sample()
    let problem = try work.problem(dataset)
    benchmark.startMeasurement()
    blackHole(try work.train(dataset, problem))
  }

  Benchmark("4 modes of 251 states, side by side") { benchmark in
    let maps = try endToEndMaps()
    var modes = SingularValues(rows: maps[0].rows, columns: maps[0].columns)
    let entries = maps.flatMap(\.elements)
    benchmark.startMeasurement()
    blackHole(try modes.compute(each: entries[...]))
  }
  Benchmark("4 modes of 251 states, one after the other") { benchmark in
    let maps = try endToEndMaps()
    var modes = SingularValues(rows: maps[0].rows, columns: maps[0].columns)
    benchmark.startMeasurement()
    for map in maps { try modes.compute(map) }
  }
  Benchmark("4 modes of 251 states, GSL with vectors") { benchmark in
    let maps = try endToEndMaps()
    benchmark.startMeasurement()
    for map in maps { blackHole(try SingularValueDecomposition(map)) }
  }

  Benchmark("5 table of 252 lines and 11 columns as text") { benchmark in
    let (recording, predictions) = try tutorial.run()
    let table = Table(
      byEpoch: "trajectory",
      columns: [("loss", recording.losses), ("probe", predictions)] + ModeCurves(recording).columns())
    benchmark.startMeasurement()
    blackHole(try table.text())
  }

  for features in [10_000, 100_000, 1_000_000] {
    let work = TutorialWork(features: features)
    Benchmark("6 seed to recording, \(features.grouped) features") { _ in blackHole(try work.run()) }
  }

  Benchmark("7 whole run without images: tables and scripts of two illusions") { benchmark in
    let folder = FileManager.default.temporaryDirectory.appending(path: "dlnn-sim-benchmark-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = RunRequest()
    request.plugins = ["shark-bones", "parrot-speak", "illusion"]
    request.format = nil
    benchmark.startMeasurement()
    let plan = try RunPlan(request, registry: .builtIn())
    let experiment = Experiment(plan, into: RunDirectory(folder.path), programVersion: "benchmark")
    blackHole(try await experiment.run())
    benchmark.stopMeasurement()
  }
}

/// The end-to-end map at every state of the tutorial's run.
private func endToEndMaps() throws -> [Matrix] {
  let recording = try TutorialWork().run().0
  return (0..<recording.stateCount).map { recording.endToEndMaps[$0] }
}
