/// One cell of the targets whose prediction is followed through training.
public struct Probe: Codable, Hashable, Sendable {
  /// The item's index, from 0.
  public let item: Int
  /// The feature's index, from 0.
  public let feature: Int

  /// The cell in row `item` and column `feature` of the targets.
  public init(item: Int, feature: Int) {
    self.item = item
    self.feature = feature
  }
}
