internal import Support

/// The names of a dataset's features: sampled features are numbered, others have names.
///
/// Numbered names are made on demand, so a million sampled features need no memory.
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

  /// The index of the feature with a name; nil if there is none.
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

  /// The names with another one at the end.
  public func appending(_ name: String) -> FeatureNames {
    FeatureNames(numbered: numbered, named: named + [name])
  }
}

/// A probe: an item and a feature whose prediction is followed through training.
public struct Probe: Codable, Hashable, Sendable {
  /// The item's index, from 0.
  public let item: Int
  /// The feature's index, from 0.
  public let feature: Int

  /// The probe in row `item` and column `feature` of the targets.
  public init(item: Int, feature: Int) {
    self.item = item
    self.feature = feature
  }

  /// Longer texts are not valid and are not parsed.
  package static let longestName = 2000

  /// The probe that a text names, "ITEM:FEATURE"; nil if there is none.
  ///
  /// Names may contain colons: the text is split at the first colon with a known name on both sides. Blanks around the names
  /// are ignored. A name may be put in double quotes, inside which a quote is written twice: `"a:b":c` is the feature c of
  /// the item a:b, even if there is an item a with a feature b:c.
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

  /// Why a text is not a probe, and how to fix it, in sentences; for texts that ``init(named:items:features:)`` refuses.
  package static func advice(on text: String, items: [String], features: FeatureNames) -> String {
    let parts = text.utf8.count <= longestName ? splits(text) : []
    let isItem = { (part: (String, String)) in index(of: part.0, { items.firstIndex(of: $0) }) != nil }
    let isFeature = { (part: (String, String)) in index(of: part.1, { features.index(ofName: $0) }) != nil }
    guard let (item, feature) = parts.first(where: isItem) ?? parts.first(where: isFeature) ?? parts.first else {
      return "Write it as ITEM:FEATURE, such as \(items[0]):\(features[features.count - 1])."
    }
    guard isItem((item, feature)) else {
      return "Unknown item '\(item.shortened)'. \(NearestName.advice(for: item, among: items, kind: "items"))"
    }
    return "Unknown feature '\(feature.shortened)'. \(features.advice(for: feature))"
  }

  /// The texts before and after each colon.
  private static func splits(_ text: String) -> [(item: String, feature: String)] {
    text.indices.filter { text[$0] == ":" }.map { colon in
      (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
    }
  }

  /// The index of a name as it is written, else without the quotes around it.
  private static func index(of name: String, _ index: (String) -> Int?) -> Int? {
    if let found = index(name) { return found }
    guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return nil }
    return index(String(name.dropFirst().dropLast().replacing("\"\"", with: "\"")))
  }
}

extension FeatureNames {
  /// Advice after "Unknown feature": the name that was probably meant, and the known names.
  package func advice(for name: String) -> String {
    guard numbered > 0 else { return NearestName.advice(for: name, among: named, kind: "features") }
    let meant = NearestName.to(name, among: named).map { "Did you mean '\($0)'? " } ?? ""
    let others = named.isEmpty ? "" : named.count == 1 ? ", and \(named[0])" : ", and \(named.count) with names"
    return "\(meant)The features are feature-1 to feature-\(numbered)\(others)."
  }
}
