import Foundation
import Gnuplot
import TestSupport
import Testing

/// Any text in one line can name a column: tables read back, and pictures do not depend on the names.
@Suite struct ColumnNameTests {
  static let awkward =
    RenderingTests.hostileTexts + [
      "Water bug", "\"", "\"\"", "\"a", "a\"", "\"a\"", "\"a\"\"b\"", "\"\"\"", "\"\u{301}x", "#", "# a", "1", "-1",
      " ", " a ",
      "a,b", "a;b", "x:y", "'x'", "$1", "column(1)", "epoch ", "\u{FEFF}a", "",
    ]

  private func figure(_ header: [String]) -> Figure {
    let rows = (0..<4).map { row in header.indices.map { Double((row * ($0 + 3) + $0) % 11) + Double($0) / 8 } }
    let table = Table(
      name: "named", header: header, values: rows.enumerated().flatMap { [Double($0.offset)] + $0.element.dropFirst() })
    let curves = header.dropFirst().map {
      Layer.curve(Curve(table: "named", x: header[0], y: $0, style: LineStyle(.black), title: nil))
    }
    let area = Layer.area(
      FilledArea(table: "named", x: header[0], from: header[1], to: header[2], color: .grey, title: nil))
    return Figure(
      name: "named", caption: "Curves of columns with names of any kind",
      panels: [Panel(x: Axis("x"), y: Axis("y"), layers: [area] + curves)], tables: [table])
  }

  private func picture(_ figure: Figure) async throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    try await GnuplotProgram(timeLimit: unlimited).render(figure.name, in: folder.path, as: .svg)
    #expect(!folder.has("owned"))
    return try folder.text("named.svg")
  }

  @Test func picturesDoNotDependOnNames() async throws {
    let words = (0...Self.awkward.count).map { "column_\($0)" }
    let named = try await picture(figure(["epoch"] + Self.awkward))
    let plain = try await picture(figure(words))
    #expect(named == plain && plain.contains("gnuplot_plot_\(Self.awkward.count)"))
  }

  /// The first name begins the file, where a mark could mean something to its reader.
  @Test(arguments: ["\"", "\"a", "#", "# a", "", " ", "\u{FEFF}a", "1", "'", "-", "!", "NaN"])
  func theFirstNameToo(name: String) async throws {
    let named = try await picture(figure([name, "b", "c"]))
    let plain = try await picture(figure(["a", "b", "c"]))
    #expect(named == plain)
  }

  @Test(arguments: awkward) func tablesReadBack(name: String) throws {
    for header in [[name], [name, "b"], ["a", name, "c"], ["a", "b", name]] {
      let table = Table(name: "t", header: header, values: header.indices.map(Double.init))
      #expect(try Table(name: "t", text: table.text()) == table)
    }
  }

  /// As pandas and R read a header: a cell that begins with a quotation mark ends with one, and its own are doubled.
  @Test func marksAreQuotedAsOtherProgramsReadThem() throws {
    let table = Table(name: "t", header: ["a \"b\"", "\"c", "", "d"], values: [1, 2, 3, 4])
    #expect(try table.text() == "a \"b\"\t\"\"\"c\"\t\"\"\td\n1\t2\t3\t4\n")
  }

  @Test(arguments: ["a\tb", "a\nb"]) func separatorsAreRefused(name: String) throws {
    #expect(throws: FigureError.unreadableText(name)) {
      try Table(name: "t", header: ["a", name], values: [1, 2]).text()
    }
  }
}
