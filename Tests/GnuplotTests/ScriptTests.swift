import Foundation
import Gnuplot
import TestSupport
import Testing

@Suite struct ScriptTests {
  /// The scripts as a person would read them. After a wanted change: RECORD_GOLDEN=1 swift test --filter ScriptTests.
  @Test(arguments: [FigureExamples.curves, FigureExamples.images, FigureExamples.maps, FigureExamples.moving])
  func scriptsAreTheGoldenOnes(figure: Figure) throws {
    let script = try figure.script()
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
      try Data(script.utf8).write(to: folder.appendingPathComponent(figure.scriptName))
      return
    }
    let golden = try #require(
      Bundle.module.url(forResource: figure.scriptName, withExtension: nil, subdirectory: "Golden"))
    #expect(script == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func namesOfFilesAreChecked() {
    for name in ["", "../x", "a b", "A", "a/b", "-a", "a-", "a'b", "ä", String(repeating: "a", count: 200)] {
      var figure = FigureExamples.curves
      figure.name = name
      #expect(throws: FigureError.fileName(name)) { try figure.script() }
    }
  }

  @Test func missingTablesAndColumnsAreNamed() {
    var figure = FigureExamples.curves
    figure.tables = []
    #expect(throws: FigureError.missing(figure: "curves", table: "curves", column: nil)) { try figure.script() }
    figure.tables = [Table(name: "curves", columns: [("epoch", [0]), ("loss", [1])])]
    #expect(throws: FigureError.missing(figure: "curves", table: "curves", column: "mode_1")) { try figure.script() }
  }

  @Test(arguments: [(0.0, 0.0), (0, .nan), (.infinity, 0)])
  func emptyRangesAreRefused(from: Double, to: Double) {
    var figure = FigureExamples.curves
    figure.panels[0].x.range = Axis.Range(from, to)
    #expect(throws: FigureError.self) { try figure.script() }
  }

  @Test(arguments: [(0.0, 1.0), (1, 0), (-1, 1)])
  func logarithmicColorsNeedARangeAboveZero(from: Double, to: Double) {
    var figure = FigureExamples.maps
    figure.panels[0].colors?.range = Axis.Range(from, to)
    #expect(throws: FigureError.emptyRange(figure: "maps", from: from, to: to)) { try figure.script() }
    figure.panels[0].colors?.isLogarithmic = false
    #expect(throws: Never.self) { try figure.script() }
  }

  /// Each rectangle takes a hundred bytes of an SVG; many are drawn as one image.
  @Test func manyCellsAreAnImage() throws {
    for (count, isImage) in [(16_384, false), (16_385, true)] {
      let table = Table(
        name: "many", columns: ["x", "y", "value"].map { ($0, [Double](repeating: 1, count: count)) })
      var figure = FigureExamples.maps
      figure.panels[0].layers = [.listedCells(ListedCells(table, value: "value"))]
      figure.tables = [table] + figure.tables
      #expect(try figure.script().contains("'many.tsv' using 'x':'y':(column('value')) with image") == isImage)
    }
  }

  @Test func columnsOfCellsAndMarksAreAskedFor() {
    var figure = FigureExamples.maps
    figure.tables[0] = Table(name: "cells", header: ["x", "y", "loss", "is_empty"], values: [0, 0, 1, 0])
    #expect(throws: FigureError.missing(figure: "maps", table: "cells", column: "is_diverged")) {
      try figure.script()
    }
    figure.tables[0] = Table(name: "cells", header: ["x", "loss"], values: [0, 1])
    #expect(throws: FigureError.missing(figure: "maps", table: "cells", column: "y")) { try figure.script() }
  }

  /// gnuplot parses a file again each time a plot command names it.
  @Test(arguments: FigureExamples.all + [FigureExamples.moving])
  func eachFileIsReadOnce(figure: Figure) throws {
    let script = try figure.script()
    for table in figure.tables {
      #expect(script.split(separator: "'\(table.fileName)'", omittingEmptySubsequences: false).count == 2)
    }
  }

  /// With more epochs than can be distinguished, curves are drawn from every third, fifth, … row and the last.
  @Test(arguments: [
    (3000, nil), (3001, " if ($0==0 || int($0)%3==1 || $0==3001)"), (9001, " if ($0==0 || int($0)%5==1 || $0==9001)"),
  ])
  func curvesHaveNoMorePointsThanCanBeSeen(rows: Int, filter: String?) throws {
    var figure = FigureExamples.curves
    figure.panels[0].layers = ["loss", "mode_1"].map {
      .curve(Curve(table: "curves", y: $0, style: LineStyle(.black), title: nil))
    }
    func table(x: String) -> Table {
      Table(name: "curves", columns: [x, "loss", "mode_1"].map { ($0, (0..<rows).map(Double.init)) })
    }
    figure.tables = [table(x: "epoch")]
    let texts = #"(strcol(1)."\t".strcol(2)."\t".strcol(3))"#
    let script = try figure.script()
    #expect(script.contains("plot 'curves.tsv' using \(texts) with table\(filter ?? ""); unset table\n"))
    // A single curve too; but not one over something else.
    figure.panels[0].layers.removeLast()
    #expect(try figure.script().contains("with table if (") == (filter != nil))
    figure.tables = [table(x: "time")]
    figure.panels[0].layers = [
      .curve(Curve(table: "curves", x: "time", y: "loss", style: LineStyle(.black), title: nil))
    ]
    #expect(try !figure.script().contains("with table"))
  }

  /// If a name could be misread, all columns of its table are named by number.
  @Test func columnsOfAnyNameAreAskedFor() throws {
    var figure = FigureExamples.curves
    let words = try figure.script()
    figure.tables[0] = Table(
      name: "curves", header: ["epoch", "\"odd", "loss", "mode_1", "odd"], values: [0, 1, 2, 3, 4])
    let script = try figure.script()
    #expect(words.contains("$curves using 1:2 with lines") && script.contains("'curves.tsv' using 1:3"))
    figure.tables[0] = Table(name: "curves", header: ["epoch", "Water bug", "mode_1"], values: [0, 1, 2])
    #expect(throws: FigureError.missing(figure: "curves", table: "curves", column: "loss")) { try figure.script() }
    figure = FigureExamples.images
    figure.tables[0] = Table(name: "matrix", header: ["\"Rose", "\"\"", "Pine"], values: [1, -2, 3, 0.5, 0, -3])
    #expect(throws: Never.self) { try figure.script() }
  }

  @Test(arguments: [
    "a\nb", "a\rb", "a\u{0}b", "\u{1B}[31m", "a\u{2028}b", "tab\tbed", "\u{85}", "a\u{FFFE}b", "\u{FFFF}",
    String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self),
  ])
  func whatCannotBeShownIsRefused(text: String) {
    var figure = FigureExamples.curves
    figure.panels[0].title = text
    #expect(throws: FigureError.unreadableText(text)) { try figure.script() }
    figure = FigureExamples.curves
    figure.caption = text
    #expect(throws: FigureError.unreadableText(text)) { try figure.script() }
    #expect(throws: FigureError.unreadableText(text)) { try Table(name: "t", header: [text], values: [1]).text() }
  }
}

@Suite struct TableTests {
  @Test func numbersReadBackExactly() throws {
    let values = [
      0, -0.0, 1, -1, 0.1, 1 / 3.0, 1e-300, .leastNonzeroMagnitude, 1.7976931348623157e308, 123_456_789_012_345_680,
      1e22,
    ]
    let table = Table(name: "t", header: ["a"], values: values)
    let lines = try table.text().split(separator: "\n")
    #expect(lines.dropFirst().map { Double($0) } == values)
    #expect(lines[3] == "1" && lines[4] == "-1")
  }

  @Test func whatIsNoNumberIsLeftOut() throws {
    #expect(try Table(name: "t", header: ["a", "b"], values: [.nan, .infinity]).text() == "a\tb\nNaN\tNaN\n")
  }
}
