internal import LearningDynamics
internal import PluginKit

/// How much memory a run on one dataset takes at its largest, reckoned before anything is made.
public struct MemoryEstimate: Hashable, Sendable {
  /// Bytes, saturated at `Int.max`.
  public let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  /// Reckons from the shapes: the targets, the last layer and the basis of both; and for each training the end-to-end
  /// map and the similarities at every state.
  ///
  /// - Parameters:
  ///   - shape: P, N and n.
  ///   - settings: widths and engine.
  ///   - epochs: T.
  ///   - trainings: how many recordings are kept at once; three in a full run.
  init(_ shape: DatasetShape, _ settings: TrainingSettings, epochs: Int, trainings: Int = 3) {
    let (items, features, inputs) = (Double(shape.items), Double(shape.features), Double(shape.inputs))
    let lastWidth = Double(settings.hiddenWidths.last ?? shape.inputs)
    let spanned = items + lastWidth
    let isReduced = settings.engine == .reduced && features > spanned
    let outputs = isReduced ? spanned : features
    // Targets twice (one transposed), the drawn weights twice (as drawn, and scaled), the spanning matrix twice.
    let problem = features * (2 * items + 2 * lastWidth + (isReduced ? 2 * spanned : 2 * lastWidth))
    let hidden = zip(settings.hiddenWidths, [shape.inputs] + settings.hiddenWidths).reduce(0) {
      $0 + 3 * Double($1.0 * $1.1)
    }
    let state = outputs * inputs + Double(settings.hiddenWidths.count) * items * items + inputs
    let recordings = Double(trainings) * (Double(epochs) + 1) * state
    let bytes = 8 * (problem + hidden + recordings)
    self.bytes = bytes < Double(Int.max) ? Int(bytes) : .max
  }

  /// The estimate in words: "12 GB".
  public var text: String {
    let gigabytes = Double(bytes) / 1e9
    return gigabytes >= 1 ? "\(gigabytes.significant(2)) GB" : "\((Double(bytes) / 1e6).significant(2)) MB"
  }
}
