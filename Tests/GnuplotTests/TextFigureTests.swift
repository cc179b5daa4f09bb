import Gnuplot
import TestSupport
import Testing

/// Figures drawn as text.
@Suite struct TextFigureTests {
  private func draw(
    of figure: Figure, columns: Int = 80, rows: Int = 30, colors: TextColors = .none
  ) async throws -> TextFigure {
    let folder = try TemporaryFolder()
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    return try await GnuplotProgram(timeLimit: unlimited).text(
      of: figure.name, in: folder.path, size: TextFigure.Size(columns: columns, rows: rows), colors: colors)
  }

  @Test(arguments: [30, 60, 80, 100, 200])
  func fitsItsColumns(columns: Int) async throws {
    let text = try await draw(of: FigureExamples.curves, columns: columns).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= columns && !$0.hasSuffix(" ") })
    #expect(lines.first?.isEmpty == false && lines.last?.isEmpty == false)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(lines.count > 15 && lines.count <= 40)
  }

  /// Title, the labels of all three axes, the legend, and the meaning of special characters.
  @Test func everyNameIsThere() async throws {
    let text = try await draw(of: FigureExamples.curves).text
    for name in [
      "Loss & modes: 100 % of \"it\"", "epoch", "loss", "singular value", "it's mode_1", "between | and |: band",
    ] {
      #expect(text.contains(name), "no \(name) in\n\(text)")
    }
  }

  @Test func colorsAreThereWhenAskedFor() async throws {
    for colors in TextColors.allCases {
      let text = try await draw(of: FigureExamples.curves, colors: colors).text
      #expect(text.contains("\u{1B}[") == (colors != .none))
      #expect(!text.contains("\u{0C}"))
    }
  }

  /// A matrix cannot be drawn as text: the other panels are drawn, and the number of missing ones is returned.
  @Test func matricesAreLeftOut() async throws {
    let shown = try await draw(of: FigureExamples.images)
    #expect(shown.matrixCount == 3 && !shown.text.contains("Cells"))
    let matrices = {
      var figure = FigureExamples.images
      figure.panels = [figure.panels[0]]
      return figure
    }()
    await #expect(throws: GnuplotError.notForText(script: "images.gp")) {
      _ = try await draw(of: matrices)
    }
  }

  /// An animated figure shows its last frame.
  @Test func lastFrameOfAnAnimation() async throws {
    let shown = try await draw(of: FigureExamples.moving)
    #expect(shown.matrixCount == 1 && shown.text.contains("it's {falling}"))
  }

  @Test(arguments: RenderingTests.hostileTexts)
  func textsAreNeverRun(text: String) async throws {
    var figure = FigureExamples.curves
    figure.caption = text
    figure.panels[0].title = text
    figure.panels[0].x.label = text
    figure.panels[0].y.label = text
    figure.panels[0].secondY?.label = text
    figure.panels[0].note = text
    figure.panels[0].layers += [
      .band(from: 0, to: 1, color: .grey, title: text),
      .area(FilledArea(table: "curves", from: "loss", to: "odd", color: .grey, title: text)),
      .curve(Curve(table: "curves", y: "loss", style: LineStyle(.black, dash: .dashed), title: text)),
    ]
    let folder = try TemporaryFolder()
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    let before = folder.files()
    let shown = try await GnuplotProgram(timeLimit: unlimited).text(
      of: figure.name, in: folder.path, size: TextFigure.Size(columns: 80, rows: 30), colors: .none)
    #expect(!shown.text.isEmpty && folder.files() == before)
  }
}
