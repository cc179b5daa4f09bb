internal import Support

/// The names of a dataset's features: sampled ones are numbered, others carry a name of their own.
///
/// Numbered names are made when asked for: a million sampled features cost no memory.
public struct FeatureNames: Hashable, Sendable, RandomAccessCollection {
  /// How many features at the front are called feature-1, feature-2, …
  public let numbered: Int
  /// The names of the features after those.
  public private(set) var named: [String]

  /// `numbered` sampled features, then the named ones.
  public init(numbered: Int, named: [String] = []) {
    self.numbered = numbered
    self.named = named
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// N, the number of features.
  public var endIndex: Int { numbered + named.count }

  /// The name of the feature with an index from 0.
  public subscript(index: Int) -> String {
    index < numbered ? "feature-\(index + 1)" : named[index - numbered]
  }

  /// The index of the feature of a name, nil if there is none.
  public func index(ofName name: String) -> Int? {
    named.firstIndex(of: name).map { numbered + $0 } ?? numberedIndex(ofName: name)
  }

  /// The index of a sampled feature by its name.
  func numberedIndex(ofName name: String) -> Int? {
    let prefix = "feature-"
    guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)), number >= 1, number <= numbered,
      self[number - 1] == name
    else { return nil }
    return number - 1
  }

  /// The names with one more at the end.
  public func appending(_ name: String) -> FeatureNames {
    FeatureNames(numbered: numbered, named: named + [name])
  }
}

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
  /// names do not count. A name may be put in double quotes, where a quote is written twice: `"a:b":c` is the feature c of
  /// the item a:b, even where there is an item a with a feature b:c.
  public init?(named text: String, items: [String], features: FeatureNames) {
    guard text.utf8.count <= Self.longestName else { return nil }
    for (left, right) in Self.splits(text) {
      guard let item = Self.index(of: left, { items.firstIndex(of: $0) }),
        let feature = Self.index(of: right, { features.index(ofName: $0) })
      else { continue }
      self.init(item: item, feature: feature)
      return
    }
    return nil
  }

  /// Why a text names no cell, and what helps, in sentences; for texts of which ``init(named:items:features:)`` makes none.
  package static func advice(on text: String, items: [String], features: FeatureNames) -> String {
    let parts = text.utf8.count <= longestName ? splits(text) : []
    let isItem = { (part: (String, String)) in index(of: part.0, { items.firstIndex(of: $0) }) != nil }
    let isFeature = { (part: (String, String)) in index(of: part.1, { features.index(ofName: $0) }) != nil }
    guard let (item, feature) = parts.first(where: isItem) ?? parts.first(where: isFeature) ?? parts.first else {
      return "Write it as ITEM:FEATURE, such as \(items[0]):\(features[features.count - 1])."
    }
    guard isItem((item, feature)) else {
      return "There is no item '\(item.shortened)'. \(NearestName.advice(for: item, among: items, kind: "items"))"
    }
    return "There is no feature '\(feature.shortened)'. \(features.advice(for: feature))"
  }

  /// What stands before and after each colon.
  private static func splits(_ text: String) -> [(item: String, feature: String)] {
    text.indices.filter { text[$0] == ":" }.map { colon in
      (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
    }
  }

  /// The index of a name as it is written, else of the name in the quotes around it.
  private static func index(of name: String, _ index: (String) -> Int?) -> Int? {
    if let found = index(name) { return found }
    guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return nil }
    return index(String(name.dropFirst().dropLast().replacing("\"\"", with: "\"")))
  }
}

extension FeatureNames {
  /// Advice that follows "There is no such feature.": the name that was probably meant, and the names there are.
  func advice(for name: String) -> String {
    guard numbered > 0 else { return NearestName.advice(for: name, among: named, kind: "features") }
    let meant = NearestName.to(name, among: named).map { "Did you mean '\($0)'? " } ?? ""
    let others = named.isEmpty ? "" : named.count == 1 ? ", and \(named[0])" : ", and \(named.count) with names"
    return "\(meant)The features are feature-1 to feature-\(numbered)\(others)."
  }
}
