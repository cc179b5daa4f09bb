/// The name a reader probably meant, for messages about a name that there is not.
public enum NearestName {
  /// The name closest to a misspelt one by edit distance; nil if none is within a third of the shorter one's length, or
  /// two edits. A name of which nothing is left is not meant.
  ///
  /// - Complexity: for each name that is about as long, the product of both lengths.
  public static func to(_ text: String, among names: some Sequence<String>) -> String? {
    let typed = Array(text.lowercased().prefix(longest))
    var best: (name: String, distance: Int)?
    for name in names {
      // Names that are much longer or shorter need no closer look.
      let count = name.count
      let limit = max(2, min(typed.count, count) / 3)
      guard (typed.count - count).magnitude <= limit else { continue }
      let distance = distance(typed, Array(name.lowercased()))
      if distance <= limit, distance < max(count, 1), best.map({ distance < $0.distance }) ?? true {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// What helps after "there is no such item": the name that was probably meant, then all names if they are few, else how
  /// many there are, and the nearest of them.
  ///
  /// - Parameters:
  ///   - text: what was asked for.
  ///   - names: the names that there are.
  ///   - kind: what they name, in the plural: "items".
  public static func advice(for text: String, among names: some Collection<String>, kind: String) -> String {
    let meant = to(text, among: names).map { "Did you mean '\($0)'? " } ?? ""
    if names.count <= fewest { return "\(meant)The \(kind) are \(names.joined(separator: ", "))." }
    let count = "There are \(names.count) \(kind)"
    let near = meant.isEmpty ? nearest(text, among: names).map { "'\($0)'" } : []
    guard let last = near.last else { return "\(meant)\(count)." }
    let others = near.dropLast().joined(separator: ", ")
    return "\(count); the nearest " + (others.isEmpty ? "is \(last)." : "are \(others) and \(last).")
  }

  /// Of so few names all are listed.
  private static let fewest = 12
  /// Longer texts are compared by their beginning.
  private static let longest = 64
  /// Of more names than this none is called the nearest.
  private static let most = 5000

  /// Up to three names: those that hold the text or are held by it first, then by edit distance.
  private static func nearest(_ text: String, among names: some Collection<String>) -> [String] {
    guard names.count <= most else { return [] }
    let typed = text.lowercased()
    let letters = Array(typed.prefix(longest))
    func rank(_ name: String) -> Int {
      let lowercased = name.lowercased()
      let isPart = !typed.isEmpty && (lowercased.contains(typed) || typed.contains(lowercased))
      return isPart ? 0 : 1 + distance(letters, Array(lowercased.prefix(longest)))
    }
    let ranked = names.enumerated().map { (name: $0.element, rank: rank($0.element), place: $0.offset) }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(3).map(\.name)
  }

  /// Levenshtein's distance: the fewest insertions, deletions and replacements.
  package static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (character == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
