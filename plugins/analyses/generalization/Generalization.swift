import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// Whether a network learns the map behind noisy targets, or the noise.
///
/// The training error is the loss as a share of that of a network that predicts 0. The test error is ‖W_tot − W̄‖²/‖W̄‖², with W̄ the map
/// that the targets were made with. Strong signals are learned before the noise, so the test error first falls and then rises: there
/// is a best moment to stop.
///
/// Lampinen, A. K. & Ganguli, S. (2019). An analytic theory of generalization dynamics and transfer learning in deep linear
/// networks. arXiv:1809.10374
struct Generalization: AnalysisPlugin {
  static let identifier = "generalization"
  static let summary = "Training and test error over time, the best moment to stop, and what theory says"
  static let needs = [AnalysisNeed.singlePhase]
  static let requirement =
    "needs targets that were made with a known map, linear units or one-hot inputs, and a dataset without phases"

  struct Result: Encodable, Sendable {
    let bestStop: BestStop
    /// The same of the theory; nil if none is drawn.
    let predictedBestStop: BestStop?
    let trainingErrorAtBestEpoch: Double
    let finalTrainingError: Double
    let largestTheoryError: Double?
    /// Why no theory is drawn.
    let theoryLimit: String?
    /// What is known for infinitely many items and outputs; nil for inputs that are not one-hot, and without noise.
    let limit: NoiseLimit?
  }

  func applies(to subject: AnalysisSubject) -> Bool {
    (subject.readDataset.trueMap?.frobeniusNorm ?? 0) > 0
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let (recording, dataset) = (runs[0].recording, subject.dataset)
    let theory = try TheoryOverlay(runs[0], of: subject)
    let training = trainingErrors(recording, dataset)
    guard let best = BestStop(recording.testErrors) else {
      preconditionFailure("it applies to datasets with a true map, whose recordings have test errors")
    }
    let result = Result(
      bestStop: best, predictedBestStop: theory.course.flatMap { BestStop($0.testErrors) },
      trainingErrorAtBestEpoch: training[best.epoch], finalTrainingError: training[recording.lastEpoch],
      largestTheoryError: theory.largestError(of: recording.testErrors, \.testErrors), theoryLimit: theory.note,
      limit: try NoiseLimit(dataset))
    return Analysis(
      result: result, summary: sentences(result, recording),
      details: [
        "training error: \(result.trainingErrorAtBestEpoch.significant()) at epoch \(result.bestStop.epoch.grouped), "
          + "\(result.finalTrainingError.significant(2)) at the end"
      ] + (result.limit?.details ?? []),
      figures: [
        errors(result, training, recording, theory, of: subject), modes(result, runs[0], of: subject),
      ])
  }

  private func trainingErrors(_ recording: Recording, _ dataset: Dataset) -> [Double] {
    var ofZero = 0.0
    for item in 0..<dataset.itemCount {
      let square = dataset.targets.row(item).reduce(0) { $0 + $1 * $1 }
      ofZero += (dataset.itemInputs.frequencies?[item] ?? 1) * square
    }
    ofZero /= Double(dataset.itemCount * dataset.featureCount)
    return recording.losses.map { ofZero > 0 ? $0 / ofZero : .nan }
  }

  private func sentences(_ result: Result, _ recording: Recording) -> [String] {
    let (least, final) = (result.bestStop.testError.significant(), result.bestStop.finalTestError.significant())
    // A rise by rounding is none.
    let rises = result.bestStop.finalTestError - result.bestStop.testError > 1e-12
    var sentences = [
      rises
        ? "stop at epoch \(result.bestStop.epoch.grouped): the test error is least there, \(least), and ends at \(final) "
          + "(1: a network that predicts 0)"
        : "the test error falls until the end, to \(final): train for longer, or there is little noise to learn"
    ]
    if let predicted = result.predictedBestStop, let difference = result.largestTheoryError {
      let largest = recording.testErrors.reduce(0, max)
      sentences.append(
        "theory: least \(predicted.testError.significant()) at epoch \(predicted.epoch.grouped); it differs by at most "
          + "\(difference.significant(2))\(largest > 100 ? " of errors up to \(largest.significant(2))" : "")")
    }
    return sentences + (result.limit?.sentences ?? []) + [result.theoryLimit].compactMap(\.self)
  }

  /// Powers of ten if the errors become small, because a linear axis would hide a least error near zero.
  private static func axis(_ errors: [[Double]]) -> Axis {
    let label = "error (1: a network that predicts 0)"
    let known = errors.flatMap { $0 }.filter { $0.isFinite && $0 > 0 }
    let (largest, least) = (known.reduce(0, max), errors[1].filter { $0 > 0 }.reduce(.infinity, min))
    guard least < 1e-3 * largest, least.isNormal else { return .fromZero(label, known) }
    let low = max(known.reduce(least, min), 1e-2 * least)
    return Axis(
      label, range: Axis.Range((low / 2).rounded(significant: 2), (2 * largest).rounded(significant: 2)),
      isLogarithmic: true)
  }

  /// A stripe at the best moment to stop, wide enough to be seen.
  private static func band(at best: BestStop, last: Int) -> Layer {
    let half = max(1, Double(last) / 400) / 2
    return .band(
      from: Double(best.epoch) - half, to: Double(best.epoch) + half, color: Color(0xCCCCCC),
      title: "best moment to stop: \(best.epoch.grouped)")
  }

  private func errors(
    _ result: Result, _ training: [Double], _ recording: Recording, _ theory: TheoryOverlay, of subject: AnalysisSubject
  ) -> Figure {
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let table = Table(
      byEpoch: Self.identifier,
      columns: [("training_error", training), ("test_error", recording.testErrors)]
        + theory.column("test_error_theory", \.testErrors))
    return Figure(
      name: Self.identifier, caption: "Training and test error of \(subject.dataset.identifier) over time", size: size,
      panels: [
        Panel(
          area: area, title: "Does it generalize?", x: .epochs(to: recording.lastEpoch),
          y: Self.axis([training, recording.testErrors]), legend: .beside(area, in: size), note: theory.note,
          layers: [
            Self.band(at: result.bestStop, last: recording.lastEpoch)
          ]
            + (result.limit.map {
              [
                .level(
                  $0.leastTestError, LineStyle(.category(2), width: 1.5, dash: .dotted),
                  title: "lower bound in infinite data: \($0.leastTestError.significant())")
              ]
            } ?? [])
            + [
              .curve(
                Curve(
                  table: table.name, y: "training_error", style: LineStyle(.category(0), width: 2.5),
                  title: "training error")),
              .curve(
                Curve(
                  table: table.name, y: "test_error", style: LineStyle(.category(1), width: 2.5), title: "test error")),
            ] + theory.layer(table: table.name, y: "test_error_theory"))
      ],
      tables: [table])
  }

  /// The modes over time, with the strengths that theory predicts for signals, and up to which there is noise.
  private func modes(_ result: Result, _ run: AnalyzedRun, of subject: AnalysisSubject) -> Figure {
    let name = "signal-and-noise"
    let curves = ModeCurves(run.recording)
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let table = Table(byEpoch: name, columns: curves.columns())
    let limit = result.limit
    let predicted = (limit?.signals ?? []).compactMap(\.predictedSingularValue)
    return Figure(
      name: name, caption: "Signal and noise among the modes of \(subject.dataset.identifier)", size: size,
      panels: [
        Panel(
          area: area, title: "Signal and noise", x: .epochs(to: run.lastEpoch),
          y: .fromZero("singular value", [curves.reach, limit?.edge ?? 0] + predicted),
          legend: .beside(area, in: size), note: curves.note(),
          layers: [
            Self.band(at: result.bestStop, last: run.lastEpoch)
          ]
            + curves.layers(table: name)
            + predicted.enumerated().map { index, value in
              .level(
                value, LineStyle(.black, width: 1.5, dash: .dashed),
                title: index == 0 ? "signal in infinite data" : nil)
            }
            + (limit.map {
              [
                .level(
                  $0.edge, LineStyle(.black, width: 1.5, dash: .dotted),
                  title: "where noise ends: \($0.edge.significant())"
                )
              ]
            } ?? []))
      ],
      tables: [table] + curves.tables(beside: name))
  }
}
