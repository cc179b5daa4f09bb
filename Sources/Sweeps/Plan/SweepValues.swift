internal import LearningDynamics
internal import Support

/// The values that one setting takes in a sweep, as the texts that a command line would give.
public enum SweepValues: Hashable, Sendable {
  /// Successive whole numbers, which are not held one by one: seeds may be millions.
  case whole(from: Int, count: Int)
  /// Any values, in their order.
  case list([String])

  /// How many there are.
  public var count: Int {
    switch self {
    case .whole(_, let count): count
    case .list(let texts): texts.count
    }
  }

  /// The value with an index from 0.
  public subscript(index: Int) -> String {
    switch self {
    case .whole(let first, _): String(first + index)
    case .list(let texts): texts[index]
    }
  }

  /// All of them: of millions only where that is meant.
  public var texts: [String] { (0..<count).map { self[$0] } }

  /// The values in a few words: "20 … 200 (10 values)", "tree, shark-bones".
  public var summary: String {
    if count == 1 { return self[0] }
    if count <= 4 { return (0..<count).map { self[$0] }.joined(separator: count > 2 && isLong ? "; " : ", ") }
    return "\(self[0]) … \(self[count - 1]) (\(count.grouped) values)"
  }

  /// Whether values have commas of their own.
  private var isLong: Bool { texts.contains { $0.contains(",") } }
}
