import Foundation
import TestSupport
import Testing

/// `--show`, on the built program.
@Suite struct ShowTests {
  private static let run = ["--plugin", "tree", "--set", "features=100", "--epochs", "20", "--format", "none"]

  /// Runs without a display, even if the tests have one; `environment` is prepended.
  private func run(_ environment: String, _ options: [String], in folder: TemporaryFolder) async throws
    -> BuiltProgram.Answer
  {
    let words = (Self.run + ["-o", folder.path("out")] + options).map { "'\($0)'" }.joined(separator: " ")
    return try await BuiltProgram.shell(
      "unset DISPLAY WAYLAND_DISPLAY COLUMNS LINES; export TERM=xterm; \(environment) \"$PROGRAM\" \(words)")
  }

  @Test func theFirstNamedAnalysisThroughAPipe() async throws {
    let folder = try TemporaryFolder()
    let answer = try await run("", ["--plugin", "loss", "--plugin", "modes", "--show"], in: folder)
    #expect(answer.code == 0, "\(answer.errors)")
    let parts = answer.output.components(separatedBy: "\ntree/loss\n")
    let picture = try #require(parts.last)
    #expect(parts.count == 2 && parts[0].contains("Written to"))
    #expect(picture.split(separator: "\n").allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    #expect(picture.contains("epoch") && picture.contains("loss (mean squared error)"))
    #expect(picture.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    let narrow = try await run("COLUMNS=60", ["--plugin", "loss", "--show", "--quiet"], in: folder)
    #expect(narrow.output.hasPrefix("tree/loss\n"))
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func whichFigure() async throws {
    let folder = try TemporaryFolder()
    let modes = ["--plugin", "modes", "--plugin", "loss", "-q"]
    for (options, name) in [
      (["-q", "--show"], "tree/loss-and-modes"), (modes + ["--show", "--figure", "loss"], "tree/loss"),
      (modes + ["--show-in", "terminal", "--figure", "tree/loss-and-modes"], "tree/loss-and-modes"),
    ] {
      let answer = try await run("", options, in: folder)
      #expect(answer.code == 0 && answer.output.hasPrefix("\(name)\n"), "\(options): \(answer)")
    }
    // The last run is still there, and its figures are shown without it.
    let again = try await BuiltProgram.run(
      "render", folder.path("out"), "-q", "--show-in", "terminal", "--figure", "loss")
    #expect(again.code == 0 && again.output.hasPrefix("tree/loss\n") && folder.has("out/tree/loss.svg"))
  }

  /// Each curve has its name in the legend, also where the legend's entries are not the curves themselves.
  @Test func curvesKeepTheirNames() async throws {
    let folder = try TemporaryFolder()
    let options = ["--plugin", "modes", "-q", "--show-in", "terminal", "--figure", "learning-dynamics"]
    let picture = try await run("", options, in: folder).output
    for name in ["loss", "mode 1: ", "mode 2: "] {
      // Five signs of the curve, then its name.
      #expect(picture.contains(try Regex("([^ \\n])\\1{4} \\Q\(name)\\E")), "no curve for \(name) in\n\(picture)")
    }
    #expect(!picture.contains("level -----") && !picture.contains("left axis:"), "\(picture)")
  }

  @Test func unknownFiguresAreSuggestedAndTheRunIsKept() async throws {
    let folder = try TemporaryFolder()
    let answer = try await run("", ["--plugin", "loss", "--show", "--figure", "lost"], in: folder)
    #expect(answer.code == 64 && answer.foldedErrors.contains("Did you mean 'loss'?"))
    #expect(folder.has("out/run.json") && folder.has("out/tree/loss.gp"))
  }

  /// Refused before anything is trained.
  @Test(arguments: [
    (["--show", "--json"], "Leave one out"), (["--figure", "loss"], "Add --show"),
    (["--show-in", "kitchen"], "terminal or window"), (["--show-in", ""], "terminal or window"),
    (["--show-in", "window"], "neither DISPLAY nor WAYLAND_DISPLAY is set"),
    (["--show", "--figure", "trees/loss"], "Did you mean 'tree'?"),
    (["--show", "--figure", "../loss"], "FIGURE or DATASET/FIGURE"), (["--show", "--figure", ""], "FIGURE or DATASET"),
    (["--show", "--figure", "a/b/c"], "FIGURE or DATASET/FIGURE"),
  ])
  func refusals(options: [String], text: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await run("", options, in: folder)
    #expect(answer.code == 64 && answer.foldedErrors.contains(text), "\(answer.errors)")
    #expect(answer.output.isEmpty && folder.files().isEmpty)
  }

  /// A fake gnuplot with windows on PATH, which records its calls; the process of the window outlives the program.
  private func fake(_ folder: TemporaryFolder, window: String) throws {
    try folder.write(
      """
      #!/bin/bash
      case "$*" in
        --version) echo 'gnuplot 5.4 patchlevel 4';;
        *GPVAL_TERMINALS*) echo 'dumb qt svg x11 ' >&2;;
        *-persist*) echo "$PWD: $*" > '\(folder.path("called"))'; cat "$3" > '\(folder.path("script"))'
          \(window);;
        *) exec /usr/bin/env PATH="${PATH#*:}" gnuplot "$@";;
      esac
      """, to: "bin/gnuplot", executable: true)
  }

  @Test func opensAWindowWhereThereIsADisplay() async throws {
    let folder = try TemporaryFolder()
    // The window's process stays until this test has ended, or for half an hour.
    let stays =
      "for i in $(seq 1800); do [ -e '\(folder.path("seen"))' ] && exit; sleep 1; done; touch '\(folder.path("closed"))'"
    try fake(folder, window: "(\(stays)) & exit 0")
    let answer = try await run(
      "DISPLAY=:99 PATH='\(folder.path("bin"))':$PATH", ["--plugin", "loss", "--show", "--quiet"], in: folder)
    #expect(answer.code == 0 && answer.output.isEmpty, "\(answer.errors)")
    #expect(answer.errors == "tree/loss is shown in a gnuplot window (qt). To show it as text: --show-in terminal.\n")
    #expect(!folder.has("closed"))
    try folder.write("", to: "seen")
    let called = try folder.text("called")
    #expect(called.contains("out/tree: -d -persist /") && called.hasSuffix("/loss.gp\n"))
    #expect(!folder.files().contains { $0.contains(".dlnn-sim-unfinished.") })
    let script = try folder.text("script")
    #expect(script.hasPrefix("set terminal qt enhanced size ") && script.contains("plot 'loss.tsv'"))
    #expect(!script.contains("set output"))
  }

  @Test func withoutItsWindowTheFigureIsText() async throws {
    let folder = try TemporaryFolder()
    try fake(folder, window: "echo 'could not connect to display' >&2; exit 0")
    let environment = "DISPLAY=:99 PATH='\(folder.path("bin"))':$PATH"
    let answer = try await run(environment, ["--plugin", "loss", "--show", "-q"], in: folder)
    #expect(answer.code == 0 && answer.output.hasPrefix("tree/loss\n") && answer.errors.contains("shown as text"))
    let chosen = try await run(environment, ["--plugin", "loss", "--show-in", "window", "-q"], in: folder)
    #expect(chosen.code == 69 && chosen.output.isEmpty && chosen.errors.contains("could not connect"))
  }

  @Test func aGnuplotWithoutWindowsIsToldBeforeTheRun() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/bash\necho 'dumb svg'\n", to: "bin/gnuplot", executable: true)
    let answer = try await run(
      "DISPLAY=:99 PATH='\(folder.path("bin"))':$PATH", ["--show-in", "window"], in: folder)
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot cannot open windows"))
    #expect(!folder.has("out"))
  }

  @Test func withoutGnuplotTheRunIsKept() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
    let answer = try await run("PATH='\(folder.path("empty"))'", ["--plugin", "loss", "--show"], in: folder)
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot was not found"))
    #expect(folder.has("out/run.json") && answer.output.contains("Written to"))
  }

  @Test func matricesAreTold() async throws {
    let folder = try TemporaryFolder()
    let answer = try await run("", ["--plugin", "rsa", "--show"], in: folder)
    #expect(answer.code == 0 && answer.foldedErrors.contains("which cannot be shown as text"), "\(answer.errors)")
    let none = try await run("", ["--plugin", "data", "--show", "--figure", "samples"], in: folder)
    #expect(
      none.code == 69 && none.foldedErrors.contains("choose another figure (--figure).") && folder.has("out/run.json"))
  }
}
