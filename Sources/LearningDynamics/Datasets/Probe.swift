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

  /// Longer texts name no cell, and are not searched for one.
  package static let longestName = 2000

  /// The cell that a text names, "ITEM:FEATURE"; nil if there is none.
  ///
  /// Names may have colons themselves: the first colon counts on both sides of which a name is known. Blanks around the
  /// names do not count.
  public init?(named text: String, items: [String], features: FeatureNames) {
    guard text.utf8.count <= Self.longestName else { return nil }
    for colon in text.indices where text[colon] == ":" {
      guard let item = items.firstIndex(of: text[..<colon].trimmed),
        let feature = features.index(ofName: text[text.index(after: colon)...].trimmed)
      else { continue }
      self.init(item: item, feature: feature)
      return
    }
    return nil
  }
}
