import Foundation
import TestSupport
import Testing

@testable import Support

/// Nothing is read, written or removed through a link, and nothing outside the folder.
@Suite struct FolderTests {
  /// A folder, and next to it somebody's files.
  private func place() throws -> TemporaryFolder {
    let place = try TemporaryFolder()
    try place.write("thesis", to: "own/thesis.tex")
    try place.write("more", to: "own/deeper/notes.txt")
    try place.write("", to: "out/.keep")
    return place
  }

  private func link(_ place: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: place.path(name), withDestinationPath: place.path(target))
  }

  private func expectUntouched(_ place: TemporaryFolder) throws {
    #expect(try place.text("own/thesis.tex") == "thesis")
    #expect(try place.text("own/deeper/notes.txt") == "more")
    #expect(place.files().filter { $0.hasPrefix("own/") } == ["own/deeper/notes.txt", "own/thesis.tex"])
  }

  @Test func aLinkIsNoFolder() throws {
    let place = try place()
    try link(place, "out/tree", to: "own")
    let folder = try Folder(place.path("out"))
    #expect(folder.entry("tree") == .link)
    for making in [false, true] {
      let error = #expect(throws: FileError.self) { try folder.folder("tree", making: making) }
      #expect(error?.description.contains("it is a link") == true)
    }
    folder.removeFile("tree")
    folder.removeEmptyFolder("tree")
    #expect(folder.entry("tree") == .link)
    try expectUntouched(place)
  }

  @Test func aLinkIsReplacedAndNotWrittenThrough() throws {
    let place = try place()
    try link(place, "out/loss.tsv", to: "own/thesis.tex")
    let folder = try Folder(place.path("out"))
    #expect(folder.read("loss.tsv") == nil)
    #expect(throws: FileError.self) { try folder.create("loss.tsv") }
    try folder.write([("loss.tsv", .text("table"))])
    #expect(try place.text("out/loss.tsv") == "table")
    try expectUntouched(place)
  }

  /// A process may be killed before its folder has a lock: the next one removes that folder too.
  @Test func aFolderWithoutALockIsAbandoned() throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    _ = try folder.makePrivateFolder("dlnn-sim-scratch.abc")
    #expect(folder.entries().count == 2)
    PrivateFolder.removeAbandoned(in: folder, .scratch)
    #expect(folder.entries() == [".keep"])
  }

  /// The creator of a folder notices that another process has taken it for abandoned, and a process that waited for a lock
  /// that is gone takes nothing.
  @Test func ofCreatorAndCleanerOneHasTheFolder() throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    let made = try #require(try folder.makePrivateFolder("dlnn-sim-scratch.abc"))
    do {
      let cleaner = made.takeLock()
      #expect(cleaner?.isTaken == true)
      #expect(try made.makeLock() == nil)
      made.removeFile(".lock")
      // Its lock is held, but has no name any more: a new creator may have the folder.
      let creator = try made.makeLock()
      #expect(creator != nil && made.takeLock()?.isTaken == false)
      withExtendedLifetime((cleaner?.file, creator)) {}
    }
  }

  /// A new private folder is never taken for abandoned, however many are created at once: each stays as long as its value.
  @Test func newPrivateFoldersAreNotAbandoned() async throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<500 {
            let own = try PrivateFolder(in: folder, .scratch)
            try own.folder.createFiles([("drawing", .text("x"))], syncing: false)
            PrivateFolder.removeAbandoned(in: folder, .scratch)
            #expect(own.folder.entry("drawing") == .file(1))
            own.remove()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.entries() == [".keep"])
  }

  @Test func removingNeverFollowsALink() throws {
    let place = try place()
    try place.write("x", to: "out/a/b/file")
    try link(place, "out/a/link", to: "own")
    try link(place, "out/a/b/link", to: "own/thesis.tex")
    try Folder(place.path("out")).removeContent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("out")).isEmpty)
    try expectUntouched(place)
  }

  @Test(arguments: ["", ".", "..", "../own", "a/b", "a\0b"])
  func namesLeadNowhereElse(name: String) throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    #expect(throws: FileError.self) { try folder.folder(name, making: true) }
    #expect(throws: FileError.self) { try folder.create(name) }
    #expect(folder.read(name) == nil && folder.entry(name) == .other)
    folder.removeFile(name)
    folder.removeEmptyFolder(name)
    try expectUntouched(place)
  }

  /// An open folder stays the same, even if somebody replaces it.
  @Test func anOpenFolderIsNotItsPath() throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    try FileManager.default.moveItem(atPath: place.path("out"), toPath: place.path("moved"))
    try link(place, "out", to: "own")
    try folder.write([("thesis.tex", .text("ours"))])
    #expect(try place.text("moved/thesis.tex") == "ours")
    folder.removeFile("thesis.tex")
    try expectUntouched(place)
  }

  @Test func ofSeveralThatMakeAFileOneDoes() throws {
    let place = try place()
    let folder = try Folder(place.path("out"))
    #expect(try folder.writeNew("sweep.json", "first"))
    #expect(try folder.writeNew("sweep.json", "second") == false)
    #expect(try place.text("out/sweep.json") == "first")
    #expect(place.files().filter { $0.hasPrefix("out/") } == ["out/.keep", "out/sweep.json"])
  }

  @Test func aDirectoryInItsPlaceIsAnError() throws {
    let place = try place()
    try place.write("", to: "out/run.json/x")
    let error = #expect(throws: FileError.self) {
      try Folder(place.path("out")).write([("run.json", .text("record"))])
    }
    #expect(error?.description.contains("run.json could not be written") == true)
    #expect(place.files().filter { $0.hasPrefix("out/") } == ["out/.keep", "out/run.json/x"])
  }

  // MARK: Private folders

  @Test func aPrivateFolderIsForNobodyElse() throws {
    let place = try place()
    let parent = try Folder(place.path("out"))
    let scratch = try PrivateFolder(in: parent, .scratch)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.folder.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    // A folder in use is not removed by other processes.
    PrivateFolder.removeAbandoned(in: try Folder(place.path("out")), .scratch)
    #expect(FileManager.default.fileExists(atPath: scratch.folder.path))
    try scratch.folder.createFiles([("a", .text("x"))], syncing: false)
    scratch.remove()
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path))
  }

  @Test func whatWasLeftBehindIsRemoved() throws {
    let place = try place()
    try place.write("left", to: "out/dlnn-sim-scratch.4711/1/loss.tsv")
    try place.write("", to: "out/dlnn-sim-scratch.4711/.lock")
    try place.write("mine", to: "out/dlnn-sim-scratch-of-mine/notes")
    try place.write("mine", to: "out/dlnn-sim-scratch.file")
    try link(place, "out/dlnn-sim-scratch.999999.x", to: "own")
    let scratch = try PrivateFolder(in: try Folder(place.path("out")), .scratch)
    scratch.remove()
    #expect(
      place.files().filter { $0.hasPrefix("out/") }
        == ["out/.keep", "out/dlnn-sim-scratch-of-mine/notes", "out/dlnn-sim-scratch.file"])
    try expectUntouched(place)
  }

  /// Needs root, to change a folder's owner; skipped without.
  @Test(.enabled(if: getuid() == 0)) func anothersFoldersStay() throws {
    let place = try place()
    try place.write("theirs", to: "out/dlnn-sim-scratch.5/file")
    try place.write("", to: "out/dlnn-sim-scratch.5/.lock")
    for name in ["out/dlnn-sim-scratch.5", "out/dlnn-sim-scratch.5/file"] {
      try FileManager.default.setAttributes([.ownerAccountID: 65534], ofItemAtPath: place.path(name))
    }
    PrivateFolder.removeAbandoned(in: try Folder(place.path("out")), .scratch)
    #expect(try place.text("out/dlnn-sim-scratch.5/file") == "theirs")
    // Also inside one of our folders: only our files are removed.
    try Folder(place.path("out")).removeContent()
    #expect(try place.text("out/dlnn-sim-scratch.5/file") == "theirs")
  }

  /// Linux's rule for /tmp, which not every system has.
  @Test(.enabled(if: getuid() == 0)) func aStrangersLinkInAnOpenFolder() throws {
    let place = try place()
    try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: place.path("out"))
    try link(place, "out/run", to: "own")
    _ = try Folder(place.path("out/run"))
    #expect(lchown(place.path("out/run"), 65534, 65534) == 0)
    let error = #expect(throws: FileError.self) { try Folder(place.path("out/run")) }
    #expect(error?.description.contains("another user") == true)
  }
}
