import Foundation
import Gnuplot
import TestSupport
import Testing

/// Every label shows exactly its text, whatever the text: read back from the drawn SVG.
@Suite struct LabelTests {
  /// Signs that mean something to gnuplot, to XML or to a shell, and letters that are more than one byte or one code point.
  private static let signs = [
    "'", "\"", "@", "`", "\\", "{", "}", "^", "_", "&", "~", "%", "$", "#", "<", ">", "]", ";", "U", "+", "0", "a", " ",
    "漢", "\u{301}", "א", "ع", "🐠",
  ]

  /// Texts that are more than two signs, or as long as a title may get.
  private static let others =
    [
      "'n guapo", "@output", "@home", "''@output", "'\"@output", "\"'@output\"", "it's @output's", "'''", "\\'@output",
      "]]>", "a]]>b", "]]]>", "]]>]]>", "]]>7", "\\U+0041", "\\\\U+221E", "\\U+00e9;", "\\101", "\\047", "\\'101",
      "&lt;",
      "&amp;lt;", "&#65;", "&#x41;", "<![CDATA[x]]>", "<!--", "-->", "?>", "{/*2 x}", "{/:Bold x}", "@{x}^{y}",
      "&{xxx}y",
      "~a{.8-}", "100 % of it", "%%%", "%1.3f", "%T", "%", "$x$", "a'b''c'''d", "e\u{301}'e\u{301}", "'\u{301}@output",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "👩‍👩‍👧‍👦", "שלום (עולם)", "مرحبا، ٪١٠", "ยิ้มสู้", "क्षत्रिय",
      "notitle", "' notitle, '", "title 'x'", " dashtype 2 ", " with image ", "# x", "\\", "x\\", "x\\\\",
    ]
    + ["é", "%", "漢", "&", "<", "'", "@", "\\"].flatMap { sign in
      [20, 60, 99, 350, 1100].map { String(repeating: sign, count: $0) + "!" }
    } + (1010...1030).map { String(repeating: "x", count: $0) + "漢" } + [String(repeating: "é%", count: 30)]

  /// Every pair of signs, alone and within a word that names a variable of the script.
  private static let pairs = signs.flatMap { first in
    signs.flatMap { second in ["\(first)\(second)", "\(first)\(second)output", "output\(first)\(second)"] }
  }

  /// The places where a text can be.
  enum Place: String, CaseIterable {
    case marks, texts, legend, around
  }

  /// What a label shows does not depend on how busy the machine is.
  private static let gnuplot = GnuplotProgram(timeLimit: .seconds(3600))

  private static let size = Figure.Size(width: 3000, height: 3000)
  private static let table = Table(name: "cells", header: ["a", "b"], values: [0, 1, 2, 3])
  private static let bare = Axis(range: Axis.Range(0, 1), marks: .none)

  /// A figure with nothing but these texts.
  private static func figure(of texts: [String], at place: Place) -> Figure {
    let area = Panel.Area(left: 0.3, right: 0.7, bottom: 0.3, top: 0.7)
    let positions = texts.indices.map { Double($0 + 1) / Double(texts.count + 1) }
    let panels: [Panel]
    switch place {
    case .marks:
      let marks = zip(texts, positions).map { Axis.Mark($0, at: $1) }
      panels = [true, false].map { isTurned in
        var axis = bare
        axis.marks = .named(marks, rotated: isTurned)
        return Panel(area: area, x: isTurned ? axis : bare, y: isTurned ? bare : axis, layers: [])
      }
    case .texts:
      let layers = zip(texts, positions).map { Layer.text($0, x: 0.5, y: $1, onTheLeft: $1 < 0.5) }
      panels = [Panel(area: area, x: bare, y: bare, layers: layers)]
    case .legend:
      panels = stride(from: 0, to: texts.count, by: 20).map { start in
        let layers = texts[start..<min(start + 20, texts.count)].map {
          Layer.level(0.5, LineStyle(.grey), title: $0)
        }
        return Panel(area: area, x: bare, y: bare, legend: .at(x: 0.1, y: 0.9), layers: layers)
      }
    case .around:
      panels = stride(from: 0, to: texts.count, by: 6).map { start in
        let part = (start..<start + 6).map { texts[$0 % texts.count] }
        var (x, y, second) = (bare, bare, bare)
        (x.label, y.label, second.label) = (part[0], part[1], part[2])
        return Panel(
          area: area, title: part[3], x: x, y: y, secondY: second,
          colors: ColorScale(
            .viridis, range: Axis.Range(0, 3), bar: ColorScale.Bar(left: 0.9, label: part[4], marks: .none)),
          note: part[5], layers: [.cells(CellGrid(table))])
      }
    }
    return Figure(
      name: "labels", caption: texts.joined(separator: " "), size: size, panels: panels, tables: [table],
      isLaidOut: false)
  }

  /// Every text of a figure, in any order.
  private static func texts(of figure: Figure) -> [String] {
    figure.panels.flatMap { panel in
      var found = [
        panel.title, panel.x.label, panel.y.label, panel.secondY?.label, panel.colors?.bar?.label, panel.note,
      ]
      .compactMap(\.self)
      for case .named(let marks, _) in [panel.x.marks, panel.y.marks] { found += marks.map(\.text) }
      for layer in panel.layers {
        switch layer {
        case .text(let text, _, _, _): found.append(text)
        case .level(_, _, let title): found += title.map { [$0] } ?? []
        default: break
        }
      }
      return found
    }
  }

  private static func draw(_ figure: Figure) async throws -> Data {
    let folder = try TemporaryFolder()
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    try await gnuplot.render(figure.name, in: folder.path, as: .svg)
    return try Data(contentsOf: folder.url.appendingPathComponent("\(figure.name).svg"))
  }

  /// Texts by their code points: to Swift an accent of another spelling is the same.
  private static func sorted(_ texts: [String]) -> [[UInt32]] {
    texts.map { $0.unicodeScalars.map(\.value) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: Place.allCases)
  func everyPairIsShownAsItIs(place: Place) async throws {
    for texts in [Self.pairs, Self.others] {
      let figure = Self.figure(of: texts, at: place)
      let image = try await Self.draw(figure)
      let (shown, meant) = (Self.sorted(try ImageText(image).labels), Self.sorted(Self.texts(of: figure)))
      #expect(meant.count >= texts.count)
      // A thousand differences would fill the screen: the first is enough.
      let wrong = zip(shown, meant).first { $0 != $1 }.map { shown, meant in
        [shown, meant].map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
      }
      #expect(wrong == nil && shown.count == meant.count)
      #expect(try await Self.draw(figure) == image)
    }
  }

  /// Beside one another in one line of a script, each text can change how the others are read.
  @Test(arguments: ["'", "''", "'\"", "\"", "\\'", "\\", "\"\\", "#", "`", "{", "'#", "\"#'"])
  func noTextChangesItsNeighbours(text: String) async throws {
    let neighbours = ["@output", text, "@format", "\(text)@output", "@GPVAL_PWD \(text)", "@output"]
    for place in Place.allCases {
      let figure = Self.figure(of: neighbours, at: place)
      let labels = try ImageText(try await Self.draw(figure)).labels
      #expect(Self.sorted(labels) == Self.sorted(Self.texts(of: figure)))
    }
  }

  /// The titles of curves are repeated in an SVG, for screen readers.
  @Test func titlesOfCurvesAreReadAloud() async throws {
    let texts = ["it's {one}", "'two'", "a_b & c", "<three>"]
    let titles = try ImageText(try await Self.draw(Self.figure(of: texts, at: .legend))).titles
    #expect(texts.allSatisfy(titles.contains), "\(titles)")
  }

  /// The letters of a GIF cannot be read back; but different texts must give different images.
  @Test func entitiesOfAnAnimationAreShown() async throws {
    func image(_ title: String) async throws -> Data {
      var figure = FigureExamples.moving
      figure.panels[0].title = title
      let folder = try TemporaryFolder()
      try folder.write(try figure.script(), to: figure.scriptName)
      for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
      try await Self.gnuplot.renderAnimation(figure.name, in: folder.path)
      return try Data(contentsOf: folder.url.appendingPathComponent("\(figure.name).gif"))
    }
    #expect(try await image("x") == image("x"))
    for (entity, sign) in [("&lt;", "<"), ("&#65;", "A"), ("&#x41;", "A")] {
      #expect(try await image(entity) != image(sign), "\(entity)")
    }
  }

  /// Text figures read the labels of scripts correctly.
  @Test func labelsAreReadBackFromScripts() throws {
    for text in Self.pairs + Self.others {
      let read = try Quoting.text(ofLabel: Quoting.label(text))
      #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
    for label in ["", "'", "x", "\"x\"", "'a'.'b'", "'a", "'{x}'", "'a\\", "'{", "'a''"] {
      #expect(Quoting.text(ofLabel: label) == nil, "\(label)")
    }
  }

  @Test func nothingOfATextStandsInDoubleQuotes() throws {
    for text in Self.pairs + Self.others where !text.contains("\"") {
      let (label, mark) = (try Quoting.label(text), try Quoting.mark(text))
      #expect(!label.contains("\"") && !mark.contains("\""))
    }
  }

  /// The reader of images in these tests works.
  @Test(arguments: [
    ("<svg><text>a]]&gt;b</text></svg>", true), ("<svg><text>a]]>b</text></svg>", false),
    ("<svg><text>\u{FFFF}</text></svg>", false), ("<svg><text>\u{1}</text></svg>", false),
    ("<svg><text>&x;</text></svg>", false), ("<svg><text></svg>", false),
    ("<svg><text>a</text>", false), ("text", false), ("", false),
  ])
  func onlyXMLIsRead(document: String, isWellFormed: Bool) {
    let image = try? ImageText(Data(document.utf8))
    #expect((image != nil) == isWellFormed)
    #expect(image.map(\.labels) == (isWellFormed ? ["a]]>b"] : nil))
  }

  @Test func cutCharactersAreNotRead() {
    #expect(throws: ImageText.NotWellFormed.self) {
      try ImageText(Data("<svg><text>".utf8) + [0xC3] + Data("</text></svg>".utf8))
    }
  }
}
