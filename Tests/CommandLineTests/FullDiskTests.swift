import Foundation
import TestSupport
import Testing

/// Disks and temporary folders of every size: an image is complete or absent, and missing ones are reported.
///
/// Needs root, to mount small file systems; skipped without. Finer steps with DISK_STEP=4 (kB).
@Suite(.serialized, .enabled(if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/mount")))
struct FullDiskTests {
  private static let step = ProcessInfo.processInfo.environment["DISK_STEP"].flatMap(Int.init) ?? 96
  /// The thread sanitizer maps a file in the temporary folder: if that is full, a program cannot run.
  private static let canFillTemporaryFolder = ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil
  private static let arguments = "--plugin tree --plugin loss --plugin modes --set features=100 --eta 1 --epochs 60 -q"

  /// Runs a script with disks of growing size at `disk`, until it succeeds.
  ///
  /// - Parameters:
  ///   - script: runs in bash with `$PROGRAM`, in the folder above `disk`.
  ///   - check: must hold for every exit code; not called in containers that cannot mount.
  private func withEveryDisk(
    _ folder: TemporaryFolder, from start: Int = 8, to end: Int, _ script: String,
    check: (BuiltProgram.Answer, Int) throws -> Void
  ) async throws {
    try folder.write("", to: "disk/.keep")
    for size in stride(from: start, through: end, by: Self.step) {
      let mount = "mount -t tmpfs -o size=\(size)k tmpfs '\(folder.path("disk"))'"
      guard try await BuiltProgram.shell(mount).code == 0 else { return }
      let answer: BuiltProgram.Answer
      do {
        answer = try await BuiltProgram.shell("cd '\(folder.path)'; \(script)")
        try check(answer, size)
      } catch {
        _ = try await BuiltProgram.shell("umount -l '\(folder.path("disk"))'")
        throw error
      }
      _ = try await BuiltProgram.shell("umount -l '\(folder.path("disk"))'")
      #expect(answer.code != 132 && answer.code != 133 && answer.code != 139, "a crash with \(size) kB")
    }
  }

  /// The files of a folder, also of one where another file system is mounted, which a listing from above leaves out.
  private func files(_ folder: TemporaryFolder, _ name: String, ending: String = "") -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path(name))?.compactMap { $0 as? String } ?? []
    return all.filter { file in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: folder.path("\(name)/\(file)"), isDirectory: &isFolder)
      return isThere && !isFolder.boolValue && file.hasSuffix(ending)
    }
  }

  @Test(arguments: ["svg", "png", "pdf"]) func aRun(format: String) async throws {
    let folder = try TemporaryFolder()
    let whole = try await BuiltProgram.shell(
      "cd '\(folder.path)'; \"$PROGRAM\" \(Self.arguments) --format \(format) -o ref; du -sk ref | cut -f1")
    let end = 2 * (Int(whole.output.dropLast()) ?? 500) + 200
    let images = folder.files().filter { $0.hasSuffix(".\(format)") }.map { $0.dropFirst("ref/".count) }
    try await withEveryDisk(
      folder, to: end, "\"$PROGRAM\" \(Self.arguments) --format \(format) -o disk/run"
    ) { answer, size throws in
      #expect([0, 73].contains(answer.code), "\(size) kB: \(answer.code) \(answer.errors)")
      let record = folder.has("disk/run/run.json") ? try folder.text("disk/run/run.json") : nil
      for image in images where folder.has("disk/run/\(image)") {
        let (drawn, reference) = (
          try Data(contentsOf: folder.url.appendingPathComponent("disk/run/\(image)")),
          try Data(contentsOf: folder.url.appendingPathComponent("ref/\(image)"))
        )
        // The dates of PDF files differ.
        #expect(format == "pdf" ? drawn.count == reference.count : drawn == reference, "\(image) with \(size) kB")
        #expect(record?.contains("\"\(image)\"") == true)
      }
      let isWhole = images.allSatisfy { folder.has("disk/run/\($0)") }
      #expect(isWhole == (answer.code == 0), "\(size) kB: \(answer.code) \(answer.errors)")
      #expect(!folder.has("disk/run/.dlnn-sim-unfinished"))
    }
  }

  /// A run that replaces another: the old files stay until there is room for all new ones.
  @Test func aRunIntoARun() async throws {
    let folder = try TemporaryFolder()
    _ = try await BuiltProgram.shell("cd '\(folder.path)'; \"$PROGRAM\" \(Self.arguments) -o ref; cp -r ref new")
    _ = try await BuiltProgram.shell("cd '\(folder.path)'; \"$PROGRAM\" \(Self.arguments) --eta 2 -o new")
    try await withEveryDisk(
      folder, from: 600, to: 1400,
      """
      cp -r ref disk/run || exit 99
      "$PROGRAM" \(Self.arguments) --eta 2 -o disk/run; code=$?
      diff -rq ref disk/run >/dev/null && echo old; diff -rq new disk/run >/dev/null && echo new; exit $code
      """
    ) { answer, size throws in
      // Images without room are left out, and then the record differs too.
      let isNamed = answer.foldedErrors.contains("could not be written")
      #expect(
        answer.code == 99 || answer.code == 0 && answer.output == "new\n" || answer.code == 73 && isNamed,
        "\(size) kB: \(answer.code) \(answer.output) \(answer.errors)")
    }
  }

  @Test func render() async throws {
    let folder = try TemporaryFolder()
    _ = try await BuiltProgram.shell(
      "cd '\(folder.path)'; \"$PROGRAM\" \(Self.arguments) -o ref; \"$PROGRAM\" \(Self.arguments) --format none -o bare"
    )
    try await withEveryDisk(
      folder, from: 200, to: 900, "cp -r bare disk/run || exit 99; \"$PROGRAM\" render disk/run -q"
    ) { answer, size throws in
      #expect([0, 73, 99].contains(answer.code), "\(size) kB: \(answer.code) \(answer.errors)")
      let images = files(folder, "disk", ending: ".svg").map { $0.dropFirst("run/".count) }
      for image in images {
        #expect(try folder.text("disk/run/\(image)") == folder.text("ref/\(image)"), "\(image) with \(size) kB")
      }
      if answer.code == 0 { #expect(images.count == files(folder, "ref", ending: ".svg").count) }
    }
  }

  /// A report needs no extra room for images; on a full disk, no unfinished report gets the final name.
  @Test(.enabled(if: canFillTemporaryFolder)) func report() async throws {
    let folder = try TemporaryFolder()
    _ = try await BuiltProgram.shell(
      "cd '\(folder.path)'; \"$PROGRAM\" \(Self.arguments) --format none -o run; \"$PROGRAM\" report run -q -o ref.html"
    )
    let whole = try folder.text("ref.html")
    try await withEveryDisk(
      folder, to: whole.utf8.count / 1024 + 100,
      "TMPDIR=disk \"$PROGRAM\" report run -q -o a.html; echo $?; \"$PROGRAM\" report run -q -o disk/b.html; echo $?"
    ) { answer, size throws in
      let codes = answer.output.split(separator: "\n")
      #expect(codes.first == "0", "\(size) kB: \(answer.errors)")
      #expect(try folder.text("a.html") == whole)
      #expect(["0", "73"].contains(codes.last ?? "") && folder.has("disk/b.html") == (codes.last == "0"))
      if folder.has("disk/b.html") { #expect(try folder.text("disk/b.html") == whole) }
      #expect(folder.files().allSatisfy { !$0.contains(".dlnn-sim-unfinished.") })
    }
  }

  @Test func sweep() async throws {
    let folder = try TemporaryFolder()
    let sweep = "sweep --vary eta=20:200:6 --vary gamma=1e-12,1e-6,1e-3 --set features=100 --epochs 300 -q"
    _ = try await BuiltProgram.shell("cd '\(folder.path)'; \"$PROGRAM\" \(sweep) -o ref")
    let table = try folder.text("ref/sweep.tsv")
    try await withEveryDisk(folder, to: 800, "\"$PROGRAM\" \(sweep) -o disk/s") { answer, size throws in
      #expect([0, 73].contains(answer.code), "\(size) kB: \(answer.code) \(answer.errors)")
      if folder.has("disk/s/sweep.tsv") { #expect(try folder.text("disk/s/sweep.tsv") == table) }
      for image in files(folder, "disk", ending: ".svg").map({ $0.dropFirst("s/".count) }) {
        #expect(try folder.text("disk/s/\(image)") == folder.text("ref/\(image)"), "\(image) with \(size) kB")
      }
      if answer.code == 0 { #expect(files(folder, "disk/s").count == files(folder, "ref").count) }
    }
  }

  /// The live page on a full temporary folder: a whole image, or an error.
  @Test(
    .enabled(if: canFillTemporaryFolder && FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")))
  func explore() async throws {
    let folder = try TemporaryFolder()
    let script = """
      exec 3< <(TMPDIR=disk exec "$PROGRAM" explore --port 0 2>errors); page=$!
      read -r -u 3 line || { cat errors >&2; wait $page; exit $?; }
      address=${line##* }
      curl -s -o image -w '%{http_code}' "${address}figures/loss-and-modes.svg?plugin=tree&plugin=modes&set=features%3D100&eta=1&epochs=60"
      kill -INT $page; wait $page; exit 0
      """
    var whole: String?
    // From the largest down, so that the whole image is known first.
    for size in [1000] + Array(stride(from: 4, through: 260, by: Self.step)) {
      try await withEveryDisk(folder, from: size, to: size, script) { answer, size throws in
        if answer.output.isEmpty {
          #expect(answer.code == 73 || answer.code == 0, "\(size) kB: \(answer.code) \(answer.errors)")
          return
        }
        if answer.output == "200" {
          let image = try folder.text("image")
          #expect(image.hasSuffix("</svg>\n") || image.hasSuffix("</svg>\n\n"), "\(size) kB")
          if let whole { #expect(image == whole, "\(size) kB") }
          whole = image
        } else {
          #expect(["500", "503", "507"].contains(answer.output), "\(size) kB: \(answer.output)")
          #expect(try !folder.text("image").contains("<svg"))
        }
      }
    }
  }
}
