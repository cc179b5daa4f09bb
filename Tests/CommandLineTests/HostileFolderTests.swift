import Foundation
import TestSupport
import Testing

/// Links, records and names planted by somebody else: nothing outside the output folder is written or removed.
@Suite struct HostileFolderTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5", "--eta", "1", "--quiet",
  ]

  /// A folder with somebody's files.
  private func place() throws -> TemporaryFolder {
    let place = try TemporaryFolder()
    for name in ["thesis.tsv", "figure.pdf", "photo.png", "loss.tsv", "loss.svg", "deeper/data.csv"] {
      try place.write("mine", to: "own/\(name)")
    }
    return place
  }

  private func link(_ place: TemporaryFolder, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: place.url.appendingPathComponent(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place.path(name), withDestinationPath: place.path("own"))
  }

  private func expectOwnFiles(_ place: TemporaryFolder) throws {
    let files = place.files().filter { $0.hasPrefix("own/") }
    #expect(
      files == [
        "own/deeper/data.csv", "own/figure.pdf", "own/loss.svg", "own/loss.tsv", "own/photo.png", "own/thesis.tsv",
      ])
    for file in files { #expect(try place.text(file) == "mine") }
  }

  /// Links with the names of private folders, in a temporary folder that everybody can write to.
  @Test(arguments: ["report", "verify", "render", "compare", "run", "sweep"])
  func linksInTheTemporaryFolder(command: String) async throws {
    let place = try place()
    try link(place, "tmp/dlnn-sim-scratch.999999.x")
    try link(place, "tmp/.dlnn-sim-unfinished.x")
    #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
    let rest =
      switch command {
      case "compare": "compare '\(place.path("run"))' '\(place.path("run"))' -o '\(place.path("c"))' -q"
      case "run": Self.arguments.joined(separator: " ") + " -o '\(place.path("other"))'"
      case "sweep":
        "sweep --vary eta=1,2 --set features=50 --epochs 5 -q --format none -o '\(place.path("s"))'"
      default: "\(command) '\(place.path("run"))' -q"
      }
    let answer = try await BuiltProgram.shell("TMPDIR='\(place.path("tmp"))' \"$PROGRAM\" \(rest)")
    #expect(answer.code == 0, "\(answer.errors)")
    try expectOwnFiles(place)
    #expect(place.has("tmp/dlnn-sim-scratch.999999.x"))
  }

  /// A run from elsewhere, with a link in the place of a dataset's folder and a record that lists files behind it.
  @Test func aLinkInThePlaceOfADatasetsFolder() async throws {
    let place = try place()
    try link(place, "out/notes")
    try place.write(
      """
      {"program": {"name": "dlnn-sim", "version": "0.1.0", "recordFormat": 1},
       "files": ["notes/thesis.tsv", "notes/figure.pdf", "notes/photo.png", "../own/loss.tsv", "notes/../../own/loss.tsv"]}
      """, to: "out/run.json")
    let answer = try await BuiltProgram.run(Self.arguments + ["-o", place.path("out")])
    #expect(answer.code == 0, "\(answer.errors)")
    try expectOwnFiles(place)
    // If the run itself would write through a link, it reports an error.
    try link(place, "linked/tree")
    let refused = try await BuiltProgram.run(Self.arguments + ["-o", place.path("linked")])
    #expect(refused.code == 73 && refused.foldedErrors.contains("it is a link"))
    try expectOwnFiles(place)
  }

  @Test(arguments: ["render", "report", "compare", "figures", "collect"])
  func aLinkInsideAFinishedFolder(command: String) async throws {
    let place = try place()
    let isSweep = ["figures", "collect"].contains(command)
    if isSweep {
      let made = try await BuiltProgram.run([
        "sweep", "--vary", "eta=1,2,3", "--vary", "gamma=1e-12,1e-6", "--set", "features=50", "--epochs", "400", "-q",
        "--format", "none", "-o", place.path("out"),
      ])
      #expect(made.code == 0, "\(made.errors)")
      try link(place, "out/parts")
      _ = try await BuiltProgram.shell("cd '\(place.path("out"))' && rm -rf shark-bones && ln -s ../own shark-bones")
    } else {
      #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
      #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("out"), "--format", "none"]).code == 0)
      _ = try await BuiltProgram.shell("cd '\(place.path("out"))' && mv tree moved && ln -s ../own tree")
      if command == "compare" {
        try FileManager.default.createDirectory(atPath: place.path("c"), withIntermediateDirectories: true)
        try link(place, "c/tree")
      }
    }
    let answer =
      switch command {
      case "compare": try await BuiltProgram.run("compare", place.path("run"), place.path("run"), "-o", place.path("c"))
      case "figures", "collect": try await BuiltProgram.run("sweep", command, place.path("out"))
      default: try await BuiltProgram.run(command, place.path("out"))
      }
    #expect([0, 65, 69, 73].contains(answer.code), "\(answer.errors)")
    try expectOwnFiles(place)
  }

  /// Names of temporary files are random, and links in their place are not followed.
  @Test func aReportInAFolderThatOthersMayWriteTo() async throws {
    let place = try place()
    #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
    let answer = try await BuiltProgram.shell(
      """
      mkdir -m 1777 '\(place.path("shared"))'; cd '\(place.path("shared"))'
      last=$(sh -c 'echo $$'); for i in $(seq $last $((last + 300))); do ln -s ../own/thesis.tsv .r.html.$i.part; done
      "$PROGRAM" report ../run -o r.html -q
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(try place.text("shared/r.html").hasSuffix("</html>\n"))
    try expectOwnFiles(place)
  }

  /// The user's files with the name of a figure.
  @Test func filesOfTheReadersOwn() async throws {
    let place = try TemporaryFolder()
    try place.write("my measurements", to: "tree/loss.tsv")
    try place.write("my figure", to: "tree/loss.svg")
    let answer = try await BuiltProgram.run(Self.arguments + ["-o", place.path])
    #expect(answer.code == 73 && answer.foldedErrors.contains("were not written by this program"))
    #expect(answer.foldedErrors.contains("tree/loss.svg") && answer.foldedErrors.contains("tree/loss.tsv"))
    #expect(try place.text("tree/loss.tsv") == "my measurements" && place.text("tree/loss.svg") == "my figure")
    #expect(place.files() == ["tree/loss.svg", "tree/loss.tsv"])
    // The same holds for images that are drawn later.
    #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
    try place.write("my photo", to: "run/tree/loss.png")
    let later = try await BuiltProgram.run("render", place.path("run"), "--format", "png")
    #expect(later.code == 73 && later.foldedErrors.contains("tree/loss.png"))
    #expect(try place.text("run/tree/loss.png") == "my photo")
    // An image that was drawn later is replaced like any other.
    try FileManager.default.removeItem(atPath: place.path("run/tree/loss.png"))
    for _ in 0..<2 { #expect(try await BuiltProgram.run("render", place.path("run"), "--format", "png").code == 0) }
    #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
    #expect(!place.has("run/tree/loss.png"))
  }

  /// Two machines that share a temporary folder cannot compare process numbers: a lock shows what is in use.
  @Test func aFolderAtWorkStays() async throws {
    let place = try TemporaryFolder()
    #expect(try await BuiltProgram.run(Self.arguments + ["-o", place.path("run")]).code == 0)
    // A gnuplot that waits keeps the first verification at work while a second one comes and goes.
    try place.write(
      """
      #!/bin/bash
      if [ "$1" != --version ]; then
        touch '\(place.path("drawing"))'
        while [ ! -e '\(place.path("go"))' ]; do sleep 0.05; done
      fi
      exec /usr/bin/env PATH="${PATH#*:}" gnuplot "$@"
      """, to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.shell(
      """
      mkdir '\(place.path("tmp"))'; export TMPDIR='\(place.path("tmp"))'
      PATH='\(place.path("bin"))':$PATH "$PROGRAM" verify '\(place.path("run"))' --drawing-time 3600 & first=$!
      wait_until '[ -e "\(place.path("drawing"))" ] || ! kill -0 $first 2>/dev/null'
      "$PROGRAM" verify '\(place.path("run"))' -q || echo "second: $?"
      touch '\(place.path("go"))'; wait $first
      """)
    #expect(
      answer.code == 0 && answer.output.contains("all identical byte for byte"), "\(answer.output) \(answer.errors)")
    #expect(place.files().allSatisfy { !$0.hasPrefix("tmp/") })
  }
}
