/// The name a reader probably meant.
public enum NearestName {
  /// The name closest to a misspelt one by edit distance; nil if none is within a third of the shorter one's length, or
  /// two edits.
  public static func to(_ text: String, among names: [String]) -> String? {
    let typed = Array(text.lowercased().prefix(64))
    return names.map { (name: $0, distance: distance(typed, Array($0.lowercased()))) }
      .filter { $0.distance <= max(2, min(typed.count, $0.name.count) / 3) }
      .min { $0.distance < $1.distance }?.name
  }

  /// Levenshtein's distance: the fewest insertions, deletions and replacements.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
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
