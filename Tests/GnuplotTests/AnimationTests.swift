import Foundation
import Gnuplot
import TestSupport
import Testing

@Suite struct AnimationTests {
  private func draw(_ figure: Figure, in folder: TemporaryFolder) async throws -> [UInt8] {
    try folder.write(try figure.script(), to: figure.scriptName)
    for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
    try await GnuplotProgram(timeLimit: unlimited).renderAnimation(figure.name, in: folder.path)
    return Array(try Data(contentsOf: folder.url.appendingPathComponent("\(figure.name).gif")))
  }

  /// Each frame of a GIF begins with a graphic control extension: 21 F9 04, flags, the delay in hundredths of a second.
  private func delays(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast(8).compactMap { index in
      bytes[index..<index + 3].elementsEqual([0x21, 0xF9, 0x04]) && bytes[index + 7] == 0
        ? Int(bytes[index + 4]) + 256 * Int(bytes[index + 5]) : nil
    }
  }

  @Test func isAnEndlessGIFOfItsFrames() async throws {
    let folder = try TemporaryFolder()
    let bytes = try await draw(FigureExamples.moving, in: folder)
    #expect(String(decoding: bytes.prefix(6), as: UTF8.self) == "GIF89a")
    #expect(delays(bytes) == [20, 20, 20])
    // NETSCAPE2.0, then a block that says how often it is repeated: 0 for ever.
    let mark = Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0]
    #expect(bytes.indices.contains { bytes[$0...].starts(with: mark) })
    #expect(folder.files().sorted() == ["falling.tsv", "moving.gif", "moving.gp", "moving.tsv"])
  }

  @Test func sameAnimationSameBytes() async throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try await draw(FigureExamples.moving, in: first) == draw(FigureExamples.moving, in: second))
  }

  /// Frames differ: two of the same version give another file.
  @Test func framesShowTheirVersions() async throws {
    var still = FigureExamples.moving
    still.tables[1] = Table(name: "moving", header: ["a", "b"], values: [1, 0, 0, 1, 1, 0, 0, 1, -1, 0, 0, 0.5])
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try await draw(FigureExamples.moving, in: first) != draw(still, in: second))
  }

  @Test(arguments: RenderingTests.hostileTexts.filter { $0.count < 100 })
  func textsAreNeverRun(text: String) async throws {
    var figure = FigureExamples.moving
    figure.caption = text
    figure.panels[0].title = text
    figure.panels[1].title = text
    figure.panels[0].x.label = text
    figure.panels[1].x = .names([text, "b"], rotated: true)
    figure.panels[0].layers += [
      .band(from: 0, to: 1, color: .grey, title: text),
      .curve(Curve(table: "falling", y: "loss", style: LineStyle(.black), title: text)),
    ]
    figure.animation = Animation(positions: [0, 25])
    figure.tables[1] = Table(name: "moving", header: [text, "b"], values: [1, 0, 0, 1, 0, 1, 1, 0])
    let folder = try TemporaryFolder()
    #expect(delays(try await draw(figure, in: folder)).count == 2)
    #expect(!folder.has("owned"))
  }

  @Test func scriptsSayThatTheyMove() throws {
    #expect(Figure.isAnimated(script: Array(try FigureExamples.moving.script().utf8)))
    var quoted = FigureExamples.curves
    quoted.caption = "set terminal gif animate"
    quoted.panels[0].title = "set terminal gif animate"
    #expect(!Figure.isAnimated(script: Array(try quoted.script().utf8)))
  }

  @Test func impossibleAnimationsAreRefused() {
    func reason(_ change: (inout Figure) -> Void) -> String? {
      var figure = FigureExamples.moving
      change(&figure)
      do throws(FigureError) {
        _ = try figure.script()
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(reason { _ in } == nil)
    let frames = "The figure 'moving' needs at least one frame, finite positions and a delay above 0."
    #expect(reason { $0.animation = Animation(positions: []) } == frames)
    #expect(reason { $0.animation = Animation(positions: [0, .nan, 1]) } == frames)
    #expect(reason { $0.animation = Animation(positions: [0, 1, 2], delay: 0) } == frames)
    #expect(reason { $0.animation = nil } == "The figure 'moving' has something that moves, but no animation.")
    #expect(
      reason { $0.animation = Animation(positions: [0, 1]) }
        == "The figure 'moving' has 2 frames of 2 rows, but 6 rows in 'moving'.")
  }
}
