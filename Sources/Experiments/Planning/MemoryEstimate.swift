internal import LearningDynamics
internal import PluginKit

/// How much memory a run on one dataset takes at its largest, reckoned before anything is made.
public struct MemoryEstimate: Hashable, Sendable {
  /// Bytes, saturated at `Int.max`.
  public let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  private init(_ numbers: Double) {
    let bytes = 8 * numbers
    self.bytes = bytes < Double(Int.max) ? Int(bytes) : .max
  }

  /// Reckons from the shapes: the targets and what is made of them, the network in the trainer's coordinates, and for each
  /// training the end-to-end map and the similarities at every kept state.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  ///   - interval: every which state is kept.
  init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, interval: Int = 1) {
    let size = Size(shape, settings)
    self.init(size.problem + Double(Self.recordings) * size.state * Self.keptStates(epochs, interval))
  }

  /// The smallest interval at which a run stays within a budget.
  ///
  /// - Returns: 1 where every state fits; the whole run, so that the first and the last state are kept, where no interval is
  ///   large enough.
  static func interval(
    _ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, within budget: Int
  ) -> Int {
    let size = Size(shape, settings)
    let affordable = (Double(budget) / 8 - size.problem) / (Double(Self.recordings) * size.state)
    guard keptStates(epochs, 1) > affordable else { return 1 }
    // Two states come on top of those that the interval counts: the first and the last.
    return affordable <= 3 ? epochs : min(epochs, Int((Double(epochs) / (affordable - 2)).rounded(.up)))
  }

  /// How many recordings are kept at once: three in a full run.
  private static let recordings = 3

  private static func keptStates(_ epochs: Int, _ interval: Int) -> Double {
    interval == 1 ? Double(epochs) + 1 : (Double(epochs) / Double(interval)).rounded(.down) + 2
  }

  /// Numbers to hold.
  private struct Size {
    /// Of the data, the network and its basis.
    let problem: Double
    /// Of one kept state.
    let state: Double

    init(_ shape: DatasetShape, _ settings: TrainingSettings) {
      let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
      let lastWidth = Double(settings.hiddenWidths.last ?? shape.inputs)
      let spanned = items + lastWidth
      let isReduced = settings.engine == .reduced && features > spanned
      let outputs = isReduced ? spanned : features
      // Targets twice (while a feature is appended); six maps by feature, which the regression compares.
      let data = features * (2 * items + 6 * inputs)
      // The triangle, and copies of it for solving; or the last layer as drawn, in training, and its gradient.
      let basis = isReduced ? 4 * spanned * spanned : features * (2 * items + 4 * lastWidth)
      let hidden = zip(settings.hiddenWidths, [shape.inputs] + settings.hiddenWidths).reduce(0) {
        $0 + 3 * Double($1.0 * $1.1)
      }
      problem = data + basis + hidden
      state = outputs * inputs + Double(settings.hiddenWidths.count) * items * items
    }
  }

  /// The estimate in words: "12 GB".
  public var text: String {
    let gigabytes = Double(bytes) / 1e9
    return gigabytes >= 1 ? "\(gigabytes.significant(2)) GB" : "\((Double(bytes) / 1e6).significant(2)) MB"
  }
}
