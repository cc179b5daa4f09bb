import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// Rich or lazy: how far training moves the neural tangent kernel and the similarities of the hidden layer.
struct Kernel: AnalysisPlugin {
  static let identifier = "kernel"
  static let summary = "Rich or lazy learning: how far training moves the kernel and the hidden layer"
  static let needs = [AnalysisNeed.hiddenLayer, .linearNetwork]
  static let requirement = "needs one hidden layer of linear units without biases, and initial weights that are not 0"

  struct Result: Encodable, Sendable {
    /// At the last recorded epoch.
    let kernelMovement: Double
    let kernelTurn: Double
    let hiddenMovement: Double
    let hiddenTurn: Double
    let isRich: Bool
    let isLazy: Bool
  }

  /// A kernel that has moved by at least its own size is another one; a tenth of it changes little about what is learned.
  private static let (richMovement, lazyMovement) = (1.0, 0.1)

  func applies(to subject: AnalysisSubject) -> Bool {
    guard KernelMovement.applies(to: subject.mainPlan) else { return false }
    guard let scale = subject.mainPlan.initialization.scale else { return true }
    // Smaller weights are rounded to 0, and so is their kernel.
    let width = subject.dataset.featureCount + (subject.mainPlan.hiddenWidths.first ?? 0)
    return Float(scale / Double(width).squareRoot()) >= .leastNormalMagnitude
  }

  /// One more training.
  func multiplications(for subject: AnalysisSubject) -> Double {
    let (items, width) = (Double(subject.dataset.itemCount), Double(subject.mainPlan.hiddenWidths.first ?? 0))
    let outputs = min(Double(subject.dataset.featureCount), items + width)
    return Double(subject.mainPlan.epochs) * width * (4 * outputs * items + items * items + outputs * width)
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let movement = try KernelMovement(of: runs[0].recording)
    let last = movement.epochs.count - 1
    let kernel = movement.kernel[last]
    let result = Result(
      kernelMovement: kernel, kernelTurn: movement.turn[last], hiddenMovement: movement.hidden[last],
      hiddenTurn: movement.hiddenTurn[last], isRich: kernel >= Self.richMovement, isLazy: kernel <= Self.lazyMovement)
    return Analysis(
      result: result, summary: try summary(of: result, at: movement.epochs[last], runs[0]),
      figures: [figure(movement, of: subject)])
  }

  private func summary(of result: Result, at epoch: Int, _ run: AnalyzedRun) throws -> [String] {
    let (targets, halfRises) = (
      try run.recording.modeContrasts(names: run.dataset.contrastNames).map(\.target), try run.halfRiseEpochs
    )
    let negligible = ModeThreshold.negligible(beside: targets.max() ?? 0)
    let isLearned = run.divergedAtEpoch == nil && zip(targets, halfRises).allSatisfy { $0 <= negligible || $1 != nil }
    let verdict =
      !isLearned
      ? "no verdict before everything is learned"
      : result.isRich ? "rich" : result.isLazy ? "lazy" : "between rich and lazy"
    return [
      "\(verdict): by epoch \(epoch.grouped) the kernel has moved by \(Self.size(result.kernelMovement)) its "
        + "initial size, the similarities of the hidden layer by \(Self.size(result.hiddenMovement)) theirs",
      "apart from growth: 1 − cos is \(result.kernelTurn.significant(2)) for the kernel, "
        + "\(result.hiddenTurn.significant(2)) for the similarities",
    ]
  }

  /// "98 times", "20 % of".
  private static func size(_ movement: Double) -> String {
    movement >= 2 ? "\(movement.significant(2)) times" : "\((100 * movement).significant(2)) % of"
  }

  private func figure(_ movement: KernelMovement, of subject: AnalysisSubject) -> Figure {
    let table = Table(
      byEpoch: "kernel", at: movement.epochs,
      columns: [
        // 0 does not exist on a logarithmic axis; a table leaves it out.
        ("kernel", movement.kernel.map { $0 > 0 ? $0 : .nan }), ("hidden", movement.hidden.map { $0 > 0 ? $0 : .nan }),
        ("kernel_turn", movement.turn), ("hidden_turn", movement.hiddenTurn),
      ])
    let size = Figure.Size(width: 1300, height: 480)
    let (left, right) = (Panel.Area(in: size, left: 105, right: 820), Panel.Area(in: size, left: 590, right: 330))
    func curves(_ suffix: String) -> [Layer] {
      // With many more features than items the two are nearly equal, so one is drawn thinner over the other.
      [
        ("kernel", "neural tangent kernel", LineStyle(.category(0), width: 5)),
        ("hidden", "similarities of the hidden layer", LineStyle(.category(1), width: 1.5, dash: .dashed)),
      ].map { .curve(Curve(table: table.name, y: $0.0 + suffix, style: $0.2, title: $0.1)) }
    }
    let x = Axis.epochs(to: movement.epochs[movement.epochs.count - 1])
    let moved = (movement.kernel + movement.hidden).filter { $0 > 0 && $0.isFinite }
    let (low, high) = (moved.reduce(1, min), moved.reduce(1, max))
    return Figure(
      name: "kernel", caption: "How far training moves the kernel on \(subject.dataset.identifier)", size: size,
      panels: [
        Panel(
          area: left, title: "Movement, as a part of the initial size", x: x,
          y: Axis("‖K(t) − K(0)‖ / ‖K(0)‖", range: Axis.Range(low / 2, 2 * high), isLogarithmic: true),
          layers: [.level(1, .guide, title: nil)] + curves("")),
        Panel(
          area: right, title: "Change of direction", x: x, y: Axis("1 − cos(K(0), K(t))", range: Axis.Range(0, 1.05)),
          legend: .beside(right, in: size), layers: curves("_turn")),
      ], tables: [table])
  }
}
