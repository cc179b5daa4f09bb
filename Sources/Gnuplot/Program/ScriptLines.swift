/// What a figure's script says about the picture itself as the web has it, without the choice of file, format and medium.
///
/// Scripts are edited by hand, so that only lines are recognised which look as ``Figure/script()`` writes them; every other
/// stays as it is.
struct ScriptLines {
  /// The commands of the picture; of an animated figure those of its last frame.
  private(set) var lines: [String] = []
  /// The size of the picture in pixels.
  private(set) var size = Figure.standardSize

  private static let choices = [
    "#", "if (!exists('format'))", "if (!exists('medium'))", "if (!exists('output'))", "if (format eq '",
    "if (medium eq 'web' && format eq '", "set output", "set terminal ",
  ]
  /// Each of these begins a command, which may go on in the next lines, that other media have.
  private static let others = Medium.allCases.filter { $0 != .web }.map { "if (medium eq '\($0.rawValue)'" }

  /// Reads a script.
  init(_ script: String) {
    var (isInLoop, isOther) = (false, false)
    for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isOther || Self.others.contains(where: line.hasPrefix) {
        isOther = line.hasSuffix("\\")
        continue
      }
      let line = line.hasPrefix(Medium.web.condition) ? String(line.dropFirst(Medium.web.condition.count)) : line
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
