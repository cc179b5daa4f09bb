import Foundation
import TestSupport
import Testing

/// `--for`, a single figure of a run, and letters that are missing in a font, with the built program.
@Suite struct MediumRunTests {
  private static let small = ["--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--epochs", "20", "-q"]

  @Test func aRunRemembersWhatItIsDrawnFor() async throws {
    let folder = try TemporaryFolder()
    let usual = try await BuiltProgram.run(Self.small + ["-o", folder.path("web")])
    let slides = try await BuiltProgram.run(Self.small + ["--for", "slides", "-o", folder.path("slides")])
    #expect(usual.code == 0 && slides.code == 0, "\(slides.errors)")
    #expect(try !folder.text("web/run.json").contains("\"for\""))
    #expect(try folder.text("slides/run.json").contains(#""for" : "slides""#))
    #expect(try folder.text("slides/tree/loss.svg").contains("width=\"1280\""))
    // Redrawn for the same medium, or for another one on request; the run keeps its medium.
    for (options, width) in [([], "1280"), (["--for", "paper"], "326"), ([], "1280"), (["--for", "web"], "900")] {
      let answer = try await BuiltProgram.run(["render", folder.path("slides"), "-q"] + options)
      #expect(try answer.code == 0 && folder.text("slides/tree/loss.svg").contains("width=\"\(width)\""), "\(answer)")
    }
    let again = try await BuiltProgram.run(["--from", folder.path("slides"), "-q", "-o", folder.path("again")])
    #expect(again.code == 0)
    #expect(try folder.text("again/tree/loss.gp") == folder.text("slides/tree/loss.gp"))
    let other = try await BuiltProgram.run(Self.small + ["--for", "posters", "-o", folder.path("posters")])
    #expect(other.code == 64 && other.foldedErrors.contains("web, slides or paper") && !folder.has("posters"))
  }

  @Test func oneFigure() async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      ["--plugin", "tree", "--plugin", "loss", "--plugin", "modes", "--set", "features=100", "--epochs", "20", "-q"]
        + ["--format", "none", "-o", folder.path("out")])
    #expect(run.code == 0)
    for name in ["loss", "tree/loss-and-modes"] {
      let answer = try await BuiltProgram.run("render", folder.path("out"), "--figure", name)
      #expect(answer.code == 0 && answer.output.contains("1 of 1 figures"), "\(answer)")
    }
    #expect(folder.files().filter { $0.hasSuffix(".svg") } == ["out/tree/loss-and-modes.svg", "out/tree/loss.svg"])
    let wrong = try await BuiltProgram.run("render", folder.path("out"), "--figure", "lost")
    #expect(wrong.code == 64 && wrong.foldedErrors.contains("Did you mean 'loss'?"))
    let damaged = try await BuiltProgram.run("render", folder.path("out"), "--figure", "../loss")
    #expect(damaged.code == 64)
  }

  /// With a font that has only Latin letters, others become boxes in a PNG but stay intact in an SVG.
  @Test func lettersWithoutAFontAreToldAndBoxed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho '20-7e a0-24f 25a1 2026 2212'\n", to: "bin/fc-list", executable: true)
    try folder.write("summary: s\ntable: |\n  item, can fly\n  ペンギン, 0\n  Bat, 1\n", to: "ja.yaml")
    let options = "--dataset '\(folder.path("ja.yaml"))' --plugin data -o '\(folder.path("out"))'"
    let png = try await BuiltProgram.shell(
      "PATH='\(folder.path("bin"))':$PATH \"$PROGRAM\" \(options) --format png")
    #expect(png.code == 0 && png.foldedErrors.contains("has the letters of: Japanese"), "\(png.errors)")
    #expect(png.foldedErrors.contains("--format svg"))
    #expect(try folder.has("out/ja/samples.png") && folder.text("out/ja/samples.gp").contains("ペンギン"))
    let svg = try await BuiltProgram.shell("PATH='\(folder.path("bin"))':$PATH \"$PROGRAM\" \(options) --format svg")
    #expect(svg.code == 0 && !svg.errors.contains("Japanese"), "\(svg.errors)")
    // Without fontconfig the fonts are unknown, and no warning is printed.
    try folder.write("#!/bin/sh\nexit 1\n", to: "bin/fc-list", executable: true)
    let unknown = try await BuiltProgram.shell(
      "PATH='\(folder.path("bin"))':$PATH \"$PROGRAM\" \(options) --format png")
    #expect(unknown.code == 0 && !unknown.errors.contains("Japanese"))
  }
}
