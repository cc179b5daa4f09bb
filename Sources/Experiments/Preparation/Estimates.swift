public import LearningDynamics
public import PluginKit
internal import Support

/// How much memory a run on one dataset takes at its largest, reckoned before anything is made.
public struct MemoryEstimate: Hashable, Sendable {
  /// Bytes, saturated at `Int.max`.
  public let bytes: Int

  package init(bytes: Int) {
    self.bytes = bytes
  }

  /// The memory of this machine.
  package static var ofThisMachine: MemoryEstimate { MemoryEstimate(bytes: FileSystem.physicalMemory) }

  private init(_ numbers: Double) {
    let bytes = 8 * numbers
    self.bytes = bytes < Double(Int.max) ? Int(bytes) : .max
  }

  /// Reckons from the shapes: the targets and what is made of them, the networks in the trainer's coordinates, the curves
  /// and their tables, and for each training the end-to-end map and the similarities at every kept state.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  ///   - interval: k, where the matrices of every k-th state are kept.
  public init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, interval: Int = 1) {
    let size = Size(shape, settings)
    self.init(size.fixed(epochs) + Double(Self.recordings) * size.state * Self.keptStates(epochs, interval))
  }

  /// The smallest interval at which matrices take no more than half of a memory, nor more than the rest of the run leaves.
  ///
  /// - Returns: 1 where those of every state fit; the whole run, so that the first and the last are kept, where no interval
  ///   is large enough.
  static func interval(
    _ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, memory: Int
  ) -> Int {
    let size = Size(shape, settings)
    let free = min(Double(memory) / 16, Double(memory) / 8 - size.fixed(epochs))
    let affordable = free / (Double(Self.recordings) * size.state)
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
    private let problem: Double
    /// Of the curves at one state: losses, modes and their strengths, predictions, and the tables of them as numbers and as
    /// texts, of about 20 characters a number, in four figures.
    private let curves: Double
    /// Of the matrices of one kept state.
    let state: Double

    init(_ shape: DatasetShape, _ settings: TrainingSettings) {
      let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
      // Beside the network asked for, one without a hidden layer is trained for comparison.
      let networks = [settings.hiddenWidths, []].map { widths in
        let lastWidth = Double(widths.last ?? shape.inputs)
        let spanned = items + lastWidth
        let isReduced =
          settings.engine.reduces(
            items: shape.items, features: shape.features, inputs: shape.inputs, lastWidth: widths.last ?? shape.inputs)
        return (
          outputs: isReduced ? spanned : features,
          // The triangle, and copies of it for solving; or the last layer as drawn, in training, and its gradient.
          basis: isReduced ? 4 * spanned * spanned : features * (2 * items + 4 * lastWidth)
        )
      }
      // Targets twice (while a feature is appended); six maps by feature, which the regression compares.
      let data = features * (2 * items + 6 * inputs)
      let hidden = zip(settings.hiddenWidths, [shape.inputs] + settings.hiddenWidths).reduce(0) {
        $0 + 3 * Double($1.0 * $1.1)
      }
      problem = data + hidden + networks.reduce(0) { $0 + $1.basis }
      let modes = min(inputs, features)
      curves = Double(MemoryEstimate.recordings) * (2 * modes + 2) + 4 * (modes + 3) * 3.5
      let outputs = networks.reduce(0) { max($0, $1.outputs) }
      state = outputs * inputs + Double(settings.hiddenWidths.count) * items * items
    }

    /// What does not depend on how many matrices are kept.
    func fixed(_ epochs: Int) -> Double { problem + curves * (Double(epochs) + 1) }
  }

  /// The estimate, if this machine's memory holds it.
  ///
  /// - Parameter dataset: whose run it is of.
  /// - Throws: ``TooLarge``.
  package func fitting(_ dataset: String) throws(TooLarge) -> MemoryEstimate {
    guard bytes <= FileSystem.physicalMemory else {
      throw TooLarge(dataset: dataset, estimate: text, available: Self.ofThisMachine.text)
    }
    return self
  }

  /// The estimate in words: "12 GB".
  public var text: String {
    let gigabytes = Double(bytes) / 1e9
    return gigabytes >= 1 ? "\(gigabytes.significant(2)) GB" : "\(Int((Double(bytes) / 1e6).rounded(.up))) MB"
  }
}

/// How much arithmetic a run on one dataset takes, reckoned before anything is made.
///
/// For whoever must bound the work of others beforehand. It counts the multiplications of the parts that grow:
///
/// - data and basis: N (P + h) (P + h), h the width that the last layer reads;
/// - the hidden layers' weights: Σ h·h′;
/// - each epoch: 6 Σ h·h′·P for the gradients of all layers, the last with r = P + h rows (N where nothing is reduced), and
///   12 r P² for the singular values.
///
/// Analyses come on top, and a further training each for some; the estimate is one of order only.
public struct WorkEstimate: Hashable, Sendable {
  /// Multiplications; infinite where they cannot be counted.
  public let multiplications: Double

  /// Reckons from the shapes.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  public init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int) {
    let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
    let lastWidth = settings.hiddenWidths.last ?? shape.inputs
    let spanned = items + Double(lastWidth)
    let isReduced = settings.engine.reduces(
      items: shape.items, features: shape.features, inputs: shape.inputs, lastWidth: lastWidth)
    let outputs = isReduced ? spanned : features
    let hidden = zip(settings.hiddenWidths, [shape.inputs] + settings.hiddenWidths)
      .reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let weights = hidden + outputs * Double(lastWidth)
    let epoch = 6 * weights * items + 12 * outputs * inputs * inputs
    multiplications = features * spanned * spanned + hidden + (Double(epochs) + 1) * epoch
  }
}
