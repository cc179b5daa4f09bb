import Foundation
import Support
import TestSupport
import Testing

@testable import Gnuplot

@Suite struct WaitingGnuplotsTests {
  /// The image of a gnuplot that was started ahead is that of any other, in a folder of any name. A script that fails gives the same
  /// error, and nothing waits after it.
  @Test func drawTheSame() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("it's a 'folder'")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let figure = FigureExamples.curves
    try folder.write(try figure.script(), to: "it's a 'folder'/\(figure.scriptName)")
    for table in figure.tables { try folder.write(try table.text(), to: "it's a 'folder'/\(table.fileName)") }
    try folder.write("set terminal svg\nset output output\nplot sin(\n", to: "it's a 'folder'/broken.gp")
    let plain = GnuplotProgram(timeLimit: unlimited)
    var ready = plain
    let waiting = WaitingGnuplots(most: 1)
    ready.waiting = waiting
    let expected = try await plain.image(of: figure.name, in: place, as: .svg)
    for _ in 0..<3 {
      #expect(try await ready.image(of: figure.name, in: place, as: .svg) == expected)
      let next = waiting.take()
      #expect(next != nil && waiting.take() == nil)
      ready.startAhead()
    }
    let error = await #expect(throws: GnuplotError.self) {
      _ = try await plain.image(of: "broken", in: place, as: .svg)
    }
    let same = await #expect(throws: GnuplotError.self) { _ = try await ready.image(of: "broken", in: place, as: .svg) }
    #expect(error == same)
    #expect(waiting.take() == nil)
  }

  /// A process that was started ahead gets its input later, and ends when nobody needs it any more.
  @Test func processesEndWhenReleased() async throws {
    let folder = try TemporaryFolder()
    let script = "cat > \"$0/input\"; touch \"$0/ended\""
    let used = WaitingProcess(ChildProcess("/bin/sh", ["-c", script, folder.path]), limit: 100)
    let answer = try await used.answer(to: "some text", within: unlimited)
    #expect(answer.succeeded && answer.output.isEmpty)
    #expect(try folder.text("input") == "some text")
    let other = try TemporaryFolder()
    do {
      let unused = WaitingProcess(ChildProcess("/bin/sh", ["-c", script, other.path]), limit: 100)
      withExtendedLifetime(unused) {}
    }
    while !other.has("ended") { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try other.text("input") == "")
  }
}
