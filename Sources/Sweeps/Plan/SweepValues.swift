internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The values of one setting in a sweep, as text on the command line.
public enum SweepValues: Hashable, Sendable {
  /// Successive whole numbers, which are not stored one by one: there may be millions of seeds.
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

  /// All of them; there may be millions.
  public var texts: [String] { (0..<count).map { self[$0] } }

  /// The values in a few words: "20 … 200 (10 values)", "tree, shark-bones".
  public var summary: String {
    if count == 1 { return self[0] }
    if count <= 4 { return (0..<count).map { self[$0] }.joined(separator: count > 2 && isLong ? "; " : ", ") }
    return "\(self[0]) … \(self[count - 1]) (\(count.grouped) values)"
  }

  /// Whether values contain commas.
  private var isLong: Bool { texts.contains { $0.contains(",") } }
}

extension SweepValues {
  /// Invalid values.
  struct Refusal: Error {
    /// Why, and what to do.
    let reason: String
  }

  /// The most values in a list; successive whole numbers may be more.
  private static let mostListed = 100_000

  /// Reads values, see ``SweepAxis/init(_:declarations:)``.
  init(_ text: String, of kind: ValueKind) throws(Refusal) {
    if !text.contains(";"), kind.isNumeric {
      for (mark, isClosed) in [("..<", false), ("...", true)] where text.contains(mark) {
        self = try Self.successive(text, mark, isClosed: isClosed, kind)
        return
      }
      if text.contains("..") {
        throw Refusal(reason: "write 0..<20 for the numbers below 20, or 0...20 to include 20.")
      }
      if text.contains(":") {
        self = try Self.spaced(text, kind)
        return
      }
    }
    let separator: Character? =
      text.contains(";") ? ";" : kind == .widths || kind == .cell || !text.contains(",") ? nil : ","
    let parts = separator.map { text.split(separator: $0, omittingEmptySubsequences: false).map(String.init) } ?? [text]
    self = .list(try Self.distinct(parts, kind))
  }

  /// The values of a list as tables will show them, each once.
  private static func distinct(_ parts: [String], _ kind: ValueKind) throws(Refusal) -> [String] {
    guard parts.count <= mostListed else { throw tooMany }
    var seen: Set<String> = []
    var texts: [String] = []
    for part in parts {
      let word = part.trimmed
      guard !word.isEmpty else { throw Refusal(reason: "a value is missing between two separators.") }
      // Invalid numbers are refused later, by the setting that takes them.
      let text =
        switch kind {
        case .real: Double.decimal(word).flatMap { $0.isFinite ? $0.parameterText : nil } ?? word
        case .whole: Int(word).map(String.init) ?? word
        default: word
        }
      guard seen.insert(text).inserted else { throw Refusal(reason: "\(text) is given twice.") }
      texts.append(text)
    }
    return texts
  }

  /// FROM..<TO or FROM...TO.
  private static func successive(
    _ text: String, _ mark: String, isClosed: Bool, _ kind: ValueKind
  ) throws(Refusal) -> SweepValues {
    guard kind != .real else {
      throw Refusal(reason: "it takes any number, so a range needs a COUNT: FROM:TO:COUNT, such as 20:200:10.")
    }
    let ends = text.replacing(mark, with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int(ends[0].trimmed), let end = Int(ends[1].trimmed) else {
      throw Refusal(reason: "a range of whole numbers is written 0..<20 or 0...19.")
    }
    guard first <= end else {
      throw Refusal(reason: "the range is reversed. Write \(end)\(mark)\(first).")
    }
    let (distance, overflow) = end.subtractingReportingOverflow(first)
    guard !overflow, distance < mostSuccessive else { throw tooMany }
    let count = distance + (isClosed ? 1 : 0)
    guard count > 0 else {
      throw Refusal(reason: "the range is empty. Write \(first)...\(end) for the number \(first) alone.")
    }
    return .whole(from: first, count: count)
  }

  /// FROM:TO:COUNT, FROM:TO:COUNT:log.
  private static func spaced(_ text: String, _ kind: ValueKind) throws(Refusal) -> SweepValues {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count == 3 || parts.count == 4 && ["log", "lin"].contains(parts[3]) else {
      throw Refusal(reason: "a range is written FROM:TO:COUNT, or FROM:TO:COUNT:log for equal ratios.")
    }
    guard let from = Double.decimal(parts[0]), let to = Double.decimal(parts[1]), let count = Int(parts[2]) else {
      throw Refusal(reason: "a range is three numbers, FROM:TO:COUNT, such as 20:200:10.")
    }
    guard from.isFinite, to.isFinite, (to - from).isFinite else {
      throw Refusal(reason: "the ends of a range must be finite numbers.")
    }
    guard count > 0 else { throw Refusal(reason: "the range is empty. Give at least one value.") }
    guard count <= mostListed else { throw tooMany }
    let isGeometric = parts.count == 4 && parts[3] == "log"
    if from > to { throw Refusal(reason: "the range is reversed. Write \(parts[1]):\(parts[0]):\(parts[2]).") }
    guard count > 1 || from == to else {
      throw Refusal(reason: "one value cannot be both ends. Give a COUNT of 2 or more, or the value alone.")
    }
    guard count == 1 || from < to else { throw Refusal(reason: "both ends are \(parts[0]). Give the value alone.") }
    guard !isGeometric || from > 0 else {
      throw Refusal(reason: "equal ratios need ends above 0. Leave ':log' out, or begin above 0.")
    }
    let numbers = (0..<count).map { index -> Double in
      if index == 0 { return from }
      if index == count - 1 { return to }
      let share = Double(index) / Double(count - 1)
      let number =
        isGeometric ? pow(10, log10(from) + share * (log10(to) - log10(from))) : from + share * (to - from)
      return number.rounded(significant: 12)
    }
    guard kind != .real else { return .list(try distinct(numbers.map(\.parameterText), kind)) }
    guard numbers.allSatisfy({ $0.magnitude < 1e15 }) else {
      throw Refusal(reason: "whole numbers go up to 1e15 here.")
    }
    guard from == from.rounded(), to == to.rounded() else {
      throw Refusal(reason: "it takes whole numbers, but the ends of this range are not whole numbers.")
    }
    let whole = numbers.map { String(Int($0.rounded())) }
    guard Set(whole).count == count else {
      throw Refusal(reason: "this range does not have \(count) different whole numbers. Give a smaller COUNT.")
    }
    return .list(whole)
  }

  private static let mostSuccessive = 10_000_000_000
  private static let tooMany = Refusal(
    reason:
      "too many values: at most \(mostListed.grouped) numbers, or \(mostSuccessive.grouped) successive ones.")
}
