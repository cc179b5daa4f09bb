/// How many colours a terminal shows; the names are those of options of gnuplot's terminal `dumb`.
public enum TextColors: String, CaseIterable, Hashable, Sendable {
  /// None: letters only, as into a pipe.
  case none = "mono"
  /// The eight of every terminal with colours.
  case eight = "ansi"
  /// 256.
  case palette = "ansi256"
  /// All.
  case all = "ansirgb"
}
