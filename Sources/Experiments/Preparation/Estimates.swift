public import LearningDynamics
public import PluginKit
internal import Support

/// An estimate, before anything is made, of the peak memory of a run on one dataset.
public struct MemoryEstimate: Hashable, Sendable {
  /// Bytes, saturated at `Int.max`.
  public let bytes: Int

  package init(bytes: Int) {
    self.bytes = bytes
  }

  package static var ofThisMachine: MemoryEstimate { MemoryEstimate(bytes: FileSystem.physicalMemory) }

  private init(_ numbers: Double) {
    let bytes = 8 * numbers
    self.bytes = bytes < Double(Int.max) ? Int(bytes) : .max
  }

  /// Estimates from the shapes: the targets and their copies, the networks in the trainer's coordinates, the curves and their
  /// tables, and for each training the end-to-end map and the similarities at every kept state.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  ///   - interval: k, if the matrices of every k-th state are kept.
  public init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, interval: Int = 1) {
    let size = Size(shape, settings)
    self.init(size.fixed(epochs) + Double(Self.recordings) * size.state * Self.keptStates(epochs, interval))
  }

  /// The smallest interval at which the matrices need at most half of the given memory, and at most what the rest of the run
  /// leaves.
  ///
  /// - Returns: 1 if the matrices of all states fit; the whole run, so that the first and the last are kept, if no interval
  ///   is large enough.
  static func interval(
    _ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, memory: Int
  ) -> Int {
    let size = Size(shape, settings)
    let free = min(Double(memory) / 16, Double(memory) / 8 - size.fixed(epochs))
    let affordable = free / (Double(Self.recordings) * size.state)
    guard keptStates(epochs, 1) > affordable else { return 1 }
    // Two states are added to those that the interval counts: the first and the last.
    return affordable <= 3 ? epochs : min(epochs, Int((Double(epochs) / (affordable - 2)).rounded(.up)))
  }

  /// How many recordings are kept at once: three in a full run.
  private static let recordings = 3

  private static func keptStates(_ epochs: Int, _ interval: Int) -> Double {
    interval == 1 ? Double(epochs) + 1 : (Double(epochs) / Double(interval)).rounded(.down) + 2
  }

  /// Numbers to hold.
  private struct Size {
    /// The data, the network and its basis.
    private let problem: Double
    /// The curves at one state: losses, modes and their strengths, predictions, and their tables in four figures, as numbers
    /// and as texts of about 20 characters a number.
    private let curves: Double
    /// The matrices of one kept state.
    let state: Double

    init(_ shape: DatasetShape, _ settings: TrainingSettings) {
      let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
      // In addition, a network without a hidden layer is trained for comparison.
      let hiddenWidths = settings.hiddenWidths(for: shape)
      let networks = [hiddenWidths, []].map { widths in
        let lastWidth = Double(widths.last ?? shape.inputs)
        let spanned = items * Double(shape.targetCount) + lastWidth
        let isReduced =
          settings.usedEngine.reduces(
            items: shape.items * shape.targetCount, features: shape.features, lastWidth: widths.last ?? shape.inputs)
        return (
          outputs: isReduced ? spanned : features,
          // The triangle, and copies of it for solving; or the last layer as drawn, during training, and its gradient.
          basis: isReduced ? 4 * spanned * spanned : features * (2 * items + 4 * lastWidth)
        )
      }
      // Each phase with other targets has a copy, and a part of a common one.
      let taught = shape.targetCount > 1 ? 2 * features * items * Double(shape.targetCount) : 0
      // Two copies of the targets (while a feature is appended); six maps by feature, which the regression compares.
      let data = features * (2 * items + 6 * inputs) + taught
      let hidden = zip(hiddenWidths, [shape.inputs] + hiddenWidths).reduce(0) {
        $0 + 3 * Double($1.0 * $1.1)
      }
      problem = data + hidden + networks.reduce(0) { $0 + $1.basis }
      let modes = min(inputs, features)
      curves = Double(MemoryEstimate.recordings) * (2 * modes + 2) + 4 * (modes + 3) * 3.5
      let outputs = networks.reduce(0) { max($0, $1.outputs) }
      state = outputs * inputs + Double(hiddenWidths.count) * items * items
    }

    /// The part that does not depend on how many matrices are kept.
    func fixed(_ epochs: Int) -> Double { problem + curves * (Double(epochs) + 1) }
  }

  /// The estimate, if it fits in this machine's memory.
  ///
  /// - Parameter dataset: the dataset of the run.
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

/// An estimate, before anything is made, of how much arithmetic a run on one dataset takes.
///
/// It is used to limit requests to a shared page in advance. It counts the multiplications of the parts that grow:
///
/// - data and basis: N (P + h) (P + h), h the width that the last layer reads;
/// - the hidden layers' weights: Σ h·h′;
/// - each epoch: 6 Σ h·h′·P for the gradients of all layers, the last with r = P + h rows (N where nothing is reduced; as many inputs as
///   items are taken for one-hot labels, which cost nothing), and 6 r n min(r, n) for the singular values.
///
/// Analyses need more, and some train another network; the estimate is only an order of magnitude.
public struct WorkEstimate: Hashable, Sendable {
  /// Multiplications; infinite if they cannot be counted.
  public let multiplications: Double

  /// Estimates from the shapes.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  public init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int) {
    let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
    let widths = settings.hiddenWidths(for: shape)
    let lastWidth = widths.last ?? shape.inputs
    let spanned = items * Double(shape.targetCount) + Double(lastWidth)
    let isReduced = settings.usedEngine.reduces(
      items: shape.items * shape.targetCount, features: shape.features, lastWidth: lastWidth)
    let outputs = isReduced ? spanned : features
    let layers = zip(widths, [shape.inputs] + widths).map { Double($0.0) * Double($0.1) }
    let hidden = layers.reduce(0, +)
    // One-hot inputs are not multiplied.
    let multiplied = hidden - (shape.inputs == shape.items ? layers.first ?? 0 : 0)
    let weights = multiplied + outputs * Double(lastWidth)
    let epoch = 6 * weights * items + 6 * outputs * inputs * min(outputs, inputs)
    multiplications = features * spanned * spanned + hidden + (Double(epochs) + 1) * epoch
  }
}

extension TrainingSettings {
  /// Widths of the hidden layers: those given, or those that a dataset of the shape recommends, or the tutorial's.
  package func hiddenWidths(for shape: DatasetShape) -> [Int] {
    hiddenWidths(recommended: shape.hiddenWidth)
  }
}
