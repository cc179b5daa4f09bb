import CommandLineTool
import Gnuplot
import Testing

/// How a figure depends on the terminal and the environment.
@Suite struct TerminalEnvironmentTests {
  @Test(
    arguments: [
      // The terminal's size comes first; the environment counts only without a terminal.
      ((120, 60), ["COLUMNS": "200"], 120, 48), ((100, 40), [:], 100, 37), ((80, 24), [:], 80, 21),
      ((80, 10), [:], 80, 15),
      ((5, 5), [:], 30, 15), (nil, [:], 80, 32), (nil, ["COLUMNS": "60"], 60, 24),
      (nil, ["COLUMNS": "100", "LINES": "30"], 100, 27), (nil, ["COLUMNS": "wide"], 80, 32),
      (nil, ["COLUMNS": "-3", "LINES": "0"], 80, 32), (nil, ["COLUMNS": "999999999999"], 500, 200),
      (nil, ["LINES": "-9223372036854775808"], 80, 32),
    ] as [((Int, Int)?, [String: String], Int, Int)])
  func size(window: (Int, Int)?, environment: [String: String], columns: Int, rows: Int) {
    let size = TerminalEnvironment(window: window, environment: environment).figureSize
    #expect(size == TextFigure.Size(columns: columns, rows: rows))
  }

  @Test(
    arguments: [
      (true, ["TERM": "xterm"], .eight), (true, ["TERM": "xterm-256color"], .palette),
      (true, ["TERM": "xterm-256color", "COLORTERM": "truecolor"], .all),
      (true, ["TERM": "xterm-256color", "NO_COLOR": "1"], .none), (true, ["TERM": "xterm", "NO_COLOR": ""], .eight),
      (true, ["TERM": "dumb", "COLORTERM": "truecolor"], .none), (true, [:], .none),
      (false, ["TERM": "xterm-256color", "COLORTERM": "truecolor"], .none),
    ] as [(Bool, [String: String], TextColors)])
  func colors(isTerminal: Bool, environment: [String: String], colors: TextColors) {
    #expect(TerminalEnvironment(isTerminal: isTerminal, environment: environment).colors == colors)
  }

  @Test(
    arguments: [
      ([:], false, false), (["DISPLAY": ":0"], false, true), (["DISPLAY": ""], false, false),
      (["WAYLAND_DISPLAY": "wayland-0"], false, true), ([:], true, true), (["SSH_CONNECTION": "a b"], true, false),
    ] as [([String: String], Bool, Bool)])
  func display(environment: [String: String], isMacOS: Bool, hasDisplay: Bool) {
    #expect(TerminalEnvironment(environment: environment, isMacOS: isMacOS).hasDisplay == hasDisplay)
  }

  /// Only colours are kept of all terminal control sequences.
  @Test(arguments: [
    ("\u{1B}[38;2;1;2;3mx\u{1B}[0m\n", "\u{1B}[38;2;1;2;3mx\u{1B}[0m\n"), ("\u{1B}[m", "\u{1B}[m"),
    ("\u{1B}[2J", "\u{FFFD}[2J"), ("\u{1B}]0;title\u{07}", "\u{FFFD}]0;title\u{FFFD}"), ("\u{1B}", "\u{FFFD}"),
    ("\u{1B}[1;", "\u{FFFD}[1;"), ("\u{1B}[?25m", "\u{FFFD}[?25m"), ("\u{1B}[3\u{0C}1m", "\u{FFFD}[3\u{FFFD}1m"),
    ("\u{1B}[\(String(repeating: "1", count: 25))m", "\u{FFFD}[\(String(repeating: "1", count: 25))m"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\r\u{1B}[A", "\u{FFFD}\u{FFFD}[A"), ("γ −1 🐠", "γ −1 🐠"),
  ])
  func onlyColorsComeThrough(text: String, shown: String) {
    #expect(PrintableText.colored(text) == shown)
    #expect(!PrintableText.plain(text).unicodeScalars.contains("\u{1B}"))
  }
}
