/// What a figure's script says about the picture itself, without the choice of file and format.
///
/// Scripts are edited by hand, so that only lines are recognised which look as ``Figure/script()`` writes them; every other
/// stays as it is.
struct ScriptLines {
  /// The commands of the picture; of an animated figure those of its last frame.
  private(set) var lines: [String] = []
  /// The size of the picture in pixels.
  private(set) var size = Figure.standardSize

  private static let choices = [
    "#", "if (!exists('format'))", "if (!exists('output'))", "if (format eq '", "set output", "set terminal ",
  ]

  /// Reads a script.
  init(_ script: String) {
    var isInLoop = false
    for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let words = line.firstRange(of: "set terminal svg size ").map({ line[$0.upperBound...] }) {
        let numbers = words.prefix { $0 != " " }.split(separator: ",").compactMap { Int($0) }
        if numbers.count == 2 { size = Figure.Size(width: numbers[0], height: numbers[1]) }
      }
      guard !Self.choices.contains(where: line.hasPrefix) else { continue }
      if line == "do for [frame=1:words(positions)] {" {
        isInLoop = true
        lines.append("frame = words(positions)")
      } else if isInLoop, line == "}" {
        isInLoop = false
      } else {
        lines.append(isInLoop && line.hasPrefix("  ") ? String(line.dropFirst(2)) : line)
      }
    }
  }
}
