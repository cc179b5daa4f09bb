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
