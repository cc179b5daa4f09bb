import Foundation
import Gnuplot
import TestSupport
import Testing

/// One script draws for the web, for slides and for papers.
@Suite struct MediumTests {
  private func drawn(_ figure: Figure, _ format: ImageFormat, _ medium: Medium?) async throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    return try await GnuplotProgram(timeLimit: unlimited).image(
      of: figure.name, in: folder.path, as: format, for: medium)
  }

  @Test(arguments: FigureExamples.all.indices, Medium.allCases)
  func sizesAndLetters(index: Int, medium: Medium) async throws {
    let svg = String(decoding: try await drawn(FigureExamples.all[index], .svg, medium), as: UTF8.self)
    let (width, letter) =
      switch medium {
      case .web: (FigureExamples.all[index].size.width, "15.00")
      case .slides: (1280, "24.00")
      case .paper: (326, "10.67")
      }
    let picture = TextBoxes(Data(svg.utf8))
    // On the web a picture grows if its texts need room.
    #expect(medium == .web ? picture.width >= Double(width) : picture.width == Double(width))
    #expect(svg.contains("font-size=\"\(letter)\""))
    // Letters of 7 points are 9.3 pixels.
    let sizes = svg.split(separator: "font-size=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
    #expect(sizes.allSatisfy { $0 >= (medium == .paper ? 8.5 : 12) }, "\(sizes.min() ?? 0)")
  }

  @Test func aPaperIsAColumnWideWithItsFonts() async throws {
    let pdf = try await drawn(FigureExamples.curves, .pdf, .paper)
    let text = String(decoding: pdf, as: UTF8.self)
    // 3.4 inches are 244.8 points, of which cairo writes the whole ones. Other versions of it compress their output.
    if text.contains("/MediaBox") { #expect(text.contains("[ 0 0 244 ") || text.contains("[0 0 244")) }
    if !text.contains("/ObjStm") { #expect(text.contains("/FontFile")) }
    let slides = try await drawn(FigureExamples.curves, .png, .slides)
    // Width and height are in a PNG's first chunk.
    let numbers = [16, 20].map { at in slides[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(numbers == [1920, 1080])
  }

  @Test func whatNothingIsSaidOfIsTheScripts() async throws {
    let figure = FigureExamples.curves
    #expect(try figure.script() == figure.script(for: .web))
    let script = try figure.script(for: .slides)
    #expect(script.contains("if (!exists('medium')) medium = 'slides'"))
    #expect(
      script.replacing("medium = 'slides'", with: "medium = 'web'", maxReplacements: 1) == (try figure.script()))
  }

  /// The data are read once for all: only places and sizes differ.
  @Test func whatIsDrawnIsWrittenOnce() throws {
    for figure in FigureExamples.all {
      let plots = try figure.script().split(separator: "\n").count {
        $0.hasPrefix("plot ") || $0.contains("') plot ")
      }
      #expect(plots == figure.panels.count)
    }
  }

  @Test func footersStandAtTheBottom() async throws {
    var figure = FigureExamples.curves
    figure.footer = "tree · η = 100 · γ = 1e-12 · seed 2021"
    for medium in Medium.allCases {
      let image = TextBoxes(Data(try await drawn(figure, .svg, medium)))
      let footer = try #require(image.boxes.first { $0.text == figure.footer })
      #expect(image.boxes.allSatisfy { $0.text == footer.text || $0.bottom <= footer.top + 0.5 })
      #expect(image.problems.isEmpty, "\(image.problems)")
    }
  }

  /// A text that gnuplot treats as plain shows every backslash, unless it contains an empty group.
  @Test(arguments: [(#"\alpha"#, #"'\\alpha{}'"#), (#"\a_b"#, #"'\\a\_b'"#), ("plain", "'plain'")])
  func backslashesAreShownOnce(text: String, label: String) throws {
    var figure = FigureExamples.curves
    figure.panels[0].title = text
    #expect(try figure.script().contains("set title \(label) offset"))
  }

  @Test func manyCurvesAreOneElement() throws {
    var figure = FigureExamples.curves
    let many = Table(name: "many", header: ["epoch", "value"], values: [0, 1, 2, 1, .nan, .nan, 0, 2, 2, 3])
    figure.tables.append(many)
    figure.panels[0].layers.append(
      .curves(CurveBundle(table: "many", y: "value", onSecondAxis: true, style: LineStyle(.grey), title: "the others")))
    #expect(
      try figure.script().contains(
        "'many.tsv' using 'epoch':'value' axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 title 'the others'"
      ))
    figure.tables.removeLast()
    #expect(throws: FigureError.missing(figure: "curves", table: "many", column: nil)) { try figure.script() }
  }
}
