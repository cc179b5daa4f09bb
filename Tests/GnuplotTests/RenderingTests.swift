import Foundation
import Gnuplot
import TestSupport
import Testing

@Suite struct RenderingTests {
  /// Writes a figure's files and draws it.
  private func draw(_ figure: Figure, in folder: TemporaryFolder, as format: ImageFormat = .svg) async throws {
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    try await GnuplotProgram(timeLimit: unlimited).render(figure.name, in: folder.path, as: format)
  }

  @Test(arguments: FigureExamples.all.indices, ImageFormat.allCases)
  func drawsInEveryFormat(index: Int, format: ImageFormat) async throws {
    let figure = FigureExamples.all[index]
    let folder = try TemporaryFolder()
    try await draw(figure, in: folder, as: format)
    let data = try Data(contentsOf: folder.url.appendingPathComponent("\(figure.name).\(format.rawValue)"))
    let beginning = ["svg": "<?xml", "png": "\u{FFFD}PNG", "pdf": "%PDF"][format.rawValue] ?? ""
    #expect(String(decoding: data.prefix(beginning.count), as: UTF8.self).hasPrefix(beginning))
    // Nothing unfinished is left behind.
    #expect(folder.files().allSatisfy { !$0.contains("part") })
  }

  /// Texts that would run commands, end strings, or be taken for formats and mark-up.
  static let hostileTexts = [
    "'; system 'touch owned'; '", "\"; system \"touch owned\"; \"", "`touch owned`", "$(touch owned)",
    "'`touch owned`'",
    #"\140touch owned\140"#, #"\"#, #"a\"#, "a''b", "'''", "it's 'quoted'", "100 % d %s %g %", "{/Symbol a}",
    "a_b^c@d&e~f", "<touch owned",
    "|touch owned", "-", "日本語 🐠", "\u{202E}right to left", "# comment", "@macro", "!touch owned", "a; b", "[0:1]",
    String(repeating: "long ", count: 400),
    String(repeating: "x", count: 10_000), "''''", "'\"'\"'", "\"`touch owned`\"", #"\042; system 'touch owned' #"#,
    #"\n"#,
    #"\\"#, #"'\''"#, "${HOME}", "$HOME", "${`touch owned`}", "%s%s%s%s%n", "%%", "%5.3f", "<cat /etc/hostname",
    "< touch owned",
    "'<touch owned'", "|cat", ">owned", ">>owned", "&", "&amp;", "&lt;", "<b>bold</b>", "]]>", "<!-- -->", "<script>",
    "a~b",
    "@{x}^{y}_{z}", "{/*2 big}", "{/:Bold b}", "{", "}", "}{", "^", "_", "\u{200F}שלום", "مرحبا", "👩‍👩‍👧‍👦", "e\u{301}", "𝔘",
    "eval 'x'", "load 'x'", "call 'x'", "do for [i=1:9] {}", "set output 'owned'", "exit", "?", "*", "NaN", "1/0",
    "x = 1",
    // A mark that combines with an apostrophe, a percent sign or a brace makes another character of it, not another byte.
    "a'\u{301}; system 'touch owned'; x'\u{301}", "'\u{301}", "b''\u{20DD}'\u{301}'", "%\u{301}s", "{\u{301}",
    "_\u{308}\\\u{301}",
    "@\u{FE0F}x\u{200D}'",
  ]

  @Test(arguments: hostileTexts)
  func textsAreShownAndNeverRun(text: String) async throws {
    var figure = FigureExamples.curves
    figure.caption = text
    figure.panels[0].title = text
    figure.panels[0].x.label = text
    figure.panels[0].y.marks = .named([Axis.Mark(text, at: 1)], rotated: true)
    figure.panels[0].layers += [
      .band(from: 0, to: 1, color: .grey, title: text),
      .curve(Curve(table: "curves", y: "loss", style: LineStyle(.black), title: text)),
    ]
    let matrix = Table(name: "matrix", header: [text, "b"], values: [1, 2, 3, 4])
    figure.tables.append(matrix)
    figure.panels.append(
      Panel(
        area: Panel.Area(left: 0.4, right: 0.5, bottom: 0.3, top: 0.5), x: .names([text, "b"]), y: .names(["c", text]),
        colors: ColorScale(.viridis, range: Axis.Range(0, 4), bar: ColorScale.Bar(left: 0.55, label: text)),
        layers: [.cells(CellGrid(matrix))]))
    figure.tables += FigureExamples.maps.tables
    figure.panels[0].layers += [
      .marks(Marks(table: "cells", flag: "is_empty", shape: .dot(size: 1), title: text)),
      .marks(Marks(table: "cells", flag: "is_diverged", shape: .cross(width: 1, height: 1, line: 1), title: text)),
    ]
    let folder = try TemporaryFolder()
    try await draw(figure, in: folder)
    #expect(!folder.has("owned"))
    let image = try ImageText(try Data(contentsOf: folder.url.appendingPathComponent("curves.svg")))
    // Title, label, mark, band, curve, marks, names on two axes, the colour bar's label: what a reader sees is the text itself,
    // or its beginning and its end where there is no room for it. A text longer than the picture displaces other things.
    let isLong = text.count > 200
    let shown = isLong ? image.labels + image.titles : image.labels
    #expect(shown.count { Self.isShown(text, as: $0) } >= (isLong ? 1 : 10))
    // Short ones stand there whole.
    #expect(text.count > 12 || shown.count { $0.unicodeScalars.elementsEqual(text.unicodeScalars) } >= 10)
  }

  /// Whether a label is a text, or what is left of it around an ellipsis.
  private static func isShown(_ text: String, as label: String) -> Bool {
    let (text, parts) = (Array(text.unicodeScalars), label.unicodeScalars.split(separator: "…", maxSplits: 1))
    if label.unicodeScalars.elementsEqual(text) { return true }
    guard label.contains("…"), let first = parts.first, first.count >= 3 else { return false }
    let last = parts.count > 1 ? Array(parts[1]) : []
    return text.starts(with: first) && text.suffix(last.count).elementsEqual(last)
  }

  @Test func sameFigureSameImage() async throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    try await draw(FigureExamples.images, in: first)
    try await draw(FigureExamples.images, in: second)
    #expect(try first.text("images.svg") == second.text("images.svg"))
  }

  @Test func failureIsToldInGnuplotsWords() async throws {
    let folder = try TemporaryFolder()
    try folder.write("plot 'nothing.tsv'\n", to: "broken.gp")
    let error = await #expect(throws: GnuplotError.self) {
      try await GnuplotProgram(timeLimit: unlimited).render("broken", in: folder.path, as: .svg)
    }
    #expect(error?.description.contains("nothing.tsv") == true)
    #expect(folder.files() == ["broken.gp"])
  }

  @Test func slowScriptsAreStopped() async throws {
    let folder = try TemporaryFolder()
    try folder.write("pause 3600\n", to: "slow.gp")
    await #expect(throws: GnuplotError.timedOut(script: "slow.gp", seconds: 1)) {
      try await GnuplotProgram(timeLimit: .seconds(1)).render("slow", in: folder.path, as: .svg)
    }
  }

  @Test func tellsItsVersion() async throws {
    let version = try await GnuplotProgram(timeLimit: unlimited).version()
    #expect(version.hasPrefix("5.") || version.hasPrefix("6."))
  }
}
