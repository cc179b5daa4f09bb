public import LearningDynamics
public import PluginKit

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
