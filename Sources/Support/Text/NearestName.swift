/// The name that was probably meant, for messages about unknown names.
public enum NearestName {
  /// The name closest to a misspelt one by edit distance; nil if none is within two edits or a third of the shorter length.
  /// A name that has nothing in common with the text is never returned.
  ///
  /// - Complexity: the product of both lengths, for each name of similar length.
  public static func to(_ text: String, among names: some Sequence<String>) -> String? {
    let typed = Array(text.lowercased().prefix(longest))
    var best: (name: String, distance: Int)?
    for name in names {
      // Skip names that are much longer or shorter.
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

  /// Advice after an unknown name: the name that was probably meant, then all names if there are few, otherwise their number
  /// and the nearest names.
  ///
  /// - Parameters:
  ///   - text: the unknown name.
  ///   - names: the known names.
  ///   - kind: the kind of things they name, in the plural: "items".
  public static func advice(for text: String, among names: some Collection<String>, kind: String) -> String {
    let meant = to(text, among: names).map { "Did you mean '\($0)'? " } ?? ""
    if names.count <= fewest { return "\(meant)The \(kind) are \(names.joined(separator: ", "))." }
    let count = "There are \(names.count) \(kind)"
    let near = meant.isEmpty ? nearest(text, among: names).map { "'\($0)'" } : []
    guard let last = near.last else { return "\(meant)\(count)." }
    let others = near.dropLast().joined(separator: ", ")
    return "\(count); the nearest " + (others.isEmpty ? "is \(last)." : "are \(others) and \(last).")
  }

  /// Up to this many names are all listed.
  private static let fewest = 12
  /// Longer texts are compared by their beginnings.
  private static let longest = 64
  /// With more names than this, the nearest are not searched for.
  private static let most = 5000

  /// Up to three names: first those that contain the text or are contained in it, then by edit distance.
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
