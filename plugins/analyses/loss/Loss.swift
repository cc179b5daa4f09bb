import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// The learning curve.
struct Loss: AnalysisPlugin {
  static let identifier = "loss"
  static let summary = "The learning curve: mean squared error over time"
  static let tutorialPosition: Int? = 2

  struct Result: Encodable, Sendable {
    let first: Double
    let final: Double
    let smallest: Double
    let divergedAtEpoch: Int?
    /// The largest absolute difference between theory and simulation; nil where no theory is drawn.
    let largestTheoryError: Double?
    /// Why none is.
    let theoryLimit: String?
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let losses = recordings[0].losses
    let theory = try TheoryOverlay(recordings[0], of: subject)
    return Result(
      first: losses[0], final: losses[losses.count - 1], smallest: losses.reduce(losses[0], min),
      divergedAtEpoch: recordings[0].divergedAtEpoch,
      largestTheoryError: theory.course.map { course in
        zip(course.losses, losses).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      }, theoryLimit: theory.note)
  }

  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let theory = try TheoryOverlay(recordings[0], of: subject)
    return [
      Figure(
        name: "loss", caption: "The loss of \(subject.dataset.identifier) over time",
        panels: [
          Panel(
            area: Panel.Area(in: Figure.standardSize), title: "Learning curve", x: .epochs(to: recordings[0].lastEpoch),
            y: .loss(recordings[0].losses), legend: theory.course == nil ? nil : .topRight, note: theory.note,
            layers: [
              .curve(Curve(table: "loss", y: "loss", style: .loss, title: "simulation"))
            ] + theory.layer(table: "loss", y: "theory"))
        ],
        tables: [
          Table(byEpoch: "loss", columns: [("loss", recordings[0].losses)] + theory.column("theory", \.losses))
        ])
    ]
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let range = "from \(result.first.significant()) to \(result.final.significant())"
    if let epoch = result.divergedAtEpoch { return ["\(range), then diverged at epoch \(epoch.grouped)"] }
    let theory = result.largestTheoryError.map { "; theory differs by at most \($0.significant(2))" } ?? ""
    return ["\(range)\(theory)"] + [result.theoryLimit].compactMap(\.self)
  }
}
