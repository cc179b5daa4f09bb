internal import GSL
internal import Support

/// Initial weights and epochs with which a network of three and more weight layers shows its stages.
///
/// A mode of strength s waits about D/(D − 2) · s₁/s · (c γ/s₁^(1/D))^−(D−2) epochs at half the largest stable rate, where c γ is
/// what random weights of scale γ hold of it in each layer. From large weights, such as γ = 1 for the default data, all modes
/// rise together; from tiny ones nothing is learned within any patience. Chosen are weights from which the strongest mode waits
/// 400 epochs with three layers, and 1,700 with more: there the staging index of the default data is 3.3 (D = 3), as
/// large as in the tutorial's own run, and about 1 (D = 4). Neither depends on the unit of the targets.
struct DeepStart {
  /// γ, rounded to two digits.
  let scale: Double

  private let depth: Double
  private let strongest: Double
  private let weakest: Double

  /// c: from the epochs at which the default data are learned, 935 at γ = 0.1 with three layers, 3,157 at 0.3 with four.
  private static let heldShare = 0.4

  /// T is at most this.
  private static let largestEpochs = 20_000

  /// The start for a dataset; nil for one with nothing to learn.
  ///
  /// - Parameter depth: D, at least 3.
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  init?(for dataset: Dataset, depth: Int) throws(GSLError) {
    let values = try dataset.targetSingularValues()
    guard let strongest = values.first, strongest > 0, let weakest = ModeThreshold.weakestRelevant(of: values) else {
      return nil
    }
    (self.depth, self.strongest, self.weakest) = (Double(depth), strongest, weakest)
    let wait = depth == 3 ? 400.0 : 1_700
    let power = self.depth / (self.depth - 2) / wait
    let held = pow(power, 1 / (self.depth - 2))
    let suited = (held / Self.heldShare * pow(strongest, 1 / self.depth)).rounded(significant: 2)
    // Larger weights would not fit into the 32-bit numbers in which they are drawn.
    scale = min(suited, 1e6)
  }

  /// T, with which the weakest relevant mode is learned too: 1.3 times its wait, in whole 50, from 50 to 20,000.
  ///
  /// - Parameters:
  ///   - scale: γ.
  ///   - factor: how many times smaller than half the largest stable rate η is.
  func epochs(scale: Double, slowedBy factor: Double) -> Int {
    let held = Self.heldShare * scale / pow(strongest, 1 / depth)
    let wait = depth / (depth - 2) * strongest / weakest * pow(held, 2 - depth)
    let epochs = 1.3 * wait * factor + 50
    return 50 * Int((min(max(epochs, 50), Double(Self.largestEpochs)) / 50).rounded(.up))
  }
}
