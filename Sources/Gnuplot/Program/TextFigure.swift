/// A figure drawn as text.
public struct TextFigure: Hashable, Sendable {
  /// The size of a panel in letters.
  public struct Size: Hashable, Sendable {
    /// The most characters in a line.
    public var columns: Int
    /// The lines of a panel; its legend takes more lines if there is little room.
    public var rows: Int

    /// A size.
    public init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// The picture, one panel below the other. It may contain colours (`ESC [ … m`), but no other terminal commands.
  public let text: String
  /// The number of panels with a matrix, which cannot be shown as text.
  public let matrixCount: Int

  init(text: String, matrixCount: Int) {
    self.text = text
    self.matrixCount = matrixCount
  }

  /// Converts a script for gnuplot's terminal `dumb`.
  ///
  /// - Returns: the script, which draws one page for each panel; the notes below each; and the number of panels left out.
  static func script(_ script: String, size: Size, colors: TextColors) -> (
    text: String?, notes: [[String]], matrixCount: Int
  ) {
    // A figure of one panel has no `reset`; with several, the commands before the first `reset` are for all of them.
    let parts = ScriptLines(script).lines.split(separator: "reset", omittingEmptySubsequences: false).map {
      TextPanel($0, columns: size.columns)
    }
    let panels = parts.filter { $0.hasPlot && !$0.isMatrix }
    var lines: [String] = []
    for part in parts where !part.isMatrix {
      lines.append("reset")
      if part.hasPlot {
        let legend = part.legendRows(columns: size.columns)
        // One of several needs less height for itself.
        let wanted = panels.count > 1 ? size.rows * 3 / 4 : size.rows
        let rows = max(wanted, 15 + legend)
        lines.append("set terminal dumb size \(size.columns),\(rows) enhanced \(colors.rawValue)")
      }
      lines += part.lines
    }
    return (
      panels.isEmpty ? nil : lines.joined(separator: "\n") + "\n", panels.map(\.notes),
      parts.filter { $0.hasPlot && $0.isMatrix }.count
    )
  }

  /// gnuplot's pages without form feeds, trailing spaces and surrounding empty lines.
  static func pages(of output: String) -> [String] {
    output.split(separator: "\u{0C}").compactMap { page in
      var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(withoutBlankEnd)
      while lines.first == "" { lines.removeFirst() }
      while lines.last == "" { lines.removeLast() }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
  }

  /// A line up to its last character, with its colours ended there.
  private static func withoutBlankEnd(_ line: Substring) -> String {
    var (shown, pending, isColored) = ("", "", false)
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        let sequence = rest.prefix { $0 != "m" }
        rest = rest.dropFirst(sequence.count + 1)
        pending += "\u{1B}\(String(sequence))m"
      } else if scalar == " " {
        pending += " "
      } else {
        isColored = isColored || pending.unicodeScalars.contains("\u{1B}")
        shown += pending
        shown.unicodeScalars.append(scalar)
        pending = ""
      }
    }
    return isColored ? shown + "\u{1B}[0m" : shown
  }
}

/// How many colours a terminal shows; the names are those of options of gnuplot's terminal `dumb`.
public enum TextColors: String, CaseIterable, Hashable, Sendable {
  /// None: text only, as into a pipe.
  case none = "mono"
  /// The eight of every terminal with colours.
  case eight = "ansi"
  /// 256.
  case palette = "ansi256"
  /// All.
  case all = "ansirgb"
}
