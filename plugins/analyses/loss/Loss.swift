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
    /// The largest absolute difference between theory and simulation; nil if no theory is drawn.
    let largestTheoryError: Double?
    /// Why no theory is drawn.
    let theoryLimit: String?
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let losses = runs[0].losses
    let theory = try TheoryOverlay(runs[0], of: subject)
    let result = Result(
      first: losses[0], final: losses[losses.count - 1], smallest: losses.reduce(losses[0], min),
      divergedAtEpoch: runs[0].divergedAtEpoch, largestTheoryError: theory.largestError(of: losses, \.losses),
      theoryLimit: theory.note)
    let panel = Panel(
      area: Panel.Area(in: Figure.standardSize), title: "Learning curve", x: .epochs(to: runs[0].lastEpoch),
      y: .loss(losses), legend: theory.drawn == nil ? nil : .topRight, note: theory.note,
      layers: [.curve(Curve(table: "loss", y: "loss", style: .loss, title: "simulation"))]
        + theory.layer(table: "loss", y: "theory"))
    let table = Table(byEpoch: "loss", columns: [("loss", losses)] + theory.column("theory", \.losses))
    let weighted = subject.dataset.phases.contains { $0.frequencies != nil }
    return Analysis(
      result: result,
      summary: summary(of: result)
        + (weighted ? ["in each phase the loss counts items as often as they are shown, divided by all items"] : []),
      figures: [
        Figure(
          name: "loss", caption: "The loss of \(subject.dataset.identifier) over time", panels: [panel],
          tables: [table])
      ])
  }

  private func summary(of result: Result) -> [String] {
    let range = "from \(result.first.significant()) to \(result.final.significant())"
    if let epoch = result.divergedAtEpoch { return ["\(range), then diverged at epoch \(epoch.grouped)"] }
    let theory = result.largestTheoryError.map { "; theory differs by at most \($0.significant(2))" } ?? ""
    return ["\(range)\(theory)"] + [result.theoryLimit].compactMap(\.self)
  }
}
