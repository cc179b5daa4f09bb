import Foundation
import Support
import TestSupport
import Testing

@testable import Experiments

/// A folder holds the old files, or the new ones, or a mark that it is unfinished.
@Suite struct PublicationTests {
  private func publication(_ folder: TemporaryFolder) throws -> Publication {
    try Publication(into: Folder(folder.path("out"), making: true), record: "run.json") { record in
      String(decoding: record, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  private func publish(_ text: String, _ names: [String], into folder: TemporaryFolder) throws {
    let publication = try publication(folder)
    defer { publication.workshop.remove() }
    try publication.add(names.map { ($0, .text(text)) }, to: "tree")
    let files = names.map { "tree/\($0)" }
    try publication.publish(files, record: files.joined(separator: "\n"))
  }

  @Test func replacesWhatTheRecordLists() throws {
    let folder = try TemporaryFolder()
    try publish("old", ["loss.tsv", "old.tsv"], into: folder)
    try folder.write("mine", to: "out/tree/notes.txt")
    try publish("new", ["loss.tsv", "new.tsv"], into: folder)
    #expect(folder.files() == ["out/run.json", "out/tree/loss.tsv", "out/tree/new.tsv", "out/tree/notes.txt"])
    #expect(try folder.text("out/tree/loss.tsv") == "new")
  }

  @Test func nothingChangesBeforeAllIsThere() throws {
    let folder = try TemporaryFolder()
    try publish("old", ["loss.tsv"], into: folder)
    let publication = try publication(folder)
    try publication.add([("loss.tsv", .text("new"))], to: "tree")
    try publication.reserve(100)
    try publication.add("loss.svg", [1, 2, 3], to: "tree")
    #expect(try folder.text("out/tree/loss.tsv") == "old" && !folder.has("out/tree/loss.svg"))
    publication.workshop.remove()
    #expect(folder.files() == ["out/run.json", "out/tree/loss.tsv"])
  }

  @Test func filesOfTheReadersOwnAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "out/tree/loss.tsv")
    try folder.write("mine", to: "out/tree/loss.svg")
    let publication = try publication(folder)
    defer { publication.workshop.remove() }
    let error = #expect(throws: RunDirectoryError.self) {
      try publication.add([("loss.tsv", .text("new"))], to: "tree", images: ["loss.svg"])
    }
    #expect(
      error == .foreignFiles(paths: [folder.path("out/tree/loss.svg"), folder.path("out/tree/loss.tsv")]))
  }

  /// A file that appears during the run.
  @Test func aFileThatCameMeanwhileStays() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(folder)
    defer { publication.workshop.remove() }
    try publication.add([("loss.tsv", .text("new"))], to: "tree")
    try folder.write("mine", to: "out/tree/loss.tsv")
    #expect(throws: RunDirectoryError.self) { try publication.publish(["tree/loss.tsv"], record: "tree/loss.tsv") }
    #expect(try folder.text("out/tree/loss.tsv") == "mine" && !folder.has("out/run.json"))
  }

  @Test func aLinkInThePlaceOfADatasetIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("thesis", to: "own/loss.tsv")
    try folder.write("", to: "out/.keep")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/tree"), withDestinationPath: folder.path("own"))
    try folder.write("tree/loss.tsv", to: "out/run.json")
    let publication = try publication(folder)
    #expect(publication.earlier == ["tree/loss.tsv"])
    #expect(throws: FileError.self) { try publication.add([("loss.tsv", .text("new"))], to: "tree") }
    // Files behind the link are not removed either, even if the record lists them.
    try publication.add([("loss.tsv", .text("new"))], to: "ring")
    try publication.publish(["ring/loss.tsv"], record: "ring/loss.tsv")
    publication.workshop.remove()
    #expect(try folder.text("own/loss.tsv") == "thesis" && folder.text("out/ring/loss.tsv") == "new")
  }

  /// Without locks two runs may work at once: one of them finishes, and nothing is mixed.
  @Test func ofTwoAtOnceOneFinishes() throws {
    let folder = try TemporaryFolder()
    let first = try publication(folder)
    // Another process without locks, in the middle of this run.
    try first.add([("loss.tsv", .text("first"))], to: "tree")
    try folder.write("second", to: "out/ring/loss.tsv")
    try folder.write("ring/loss.tsv", to: "out/run.json")
    #expect(throws: FileError.inUse(path: folder.path("out"))) {
      try first.publish(["tree/loss.tsv"], record: "tree/loss.tsv")
    }
    first.workshop.remove()
    #expect(folder.files() == ["out/ring/loss.tsv", "out/run.json"])
  }

  @Test func twoWithLocks() throws {
    let folder = try TemporaryFolder()
    let first = try publication(folder)
    #expect(throws: FileError.inUse(path: folder.path("out"))) { try publication(folder) }
    first.workshop.remove()
  }

  /// A process that was killed while it moved files into place.
  @Test func anUnfinishedFolderIsNamedAndReplaced() throws {
    let folder = try TemporaryFolder()
    try publish("old", ["loss.tsv", "old.tsv"], into: folder)
    try folder.write("tree/loss.tsv\ntree/new.tsv\ntree/old.tsv\n../own\n", to: "out/.dlnn-sim-unfinished")
    try folder.write("new", to: "out/tree/new.tsv")
    try folder.write("half", to: "out/.dlnn-sim-unfinished.abc/tree/loss.tsv")
    try folder.write("", to: "out/.dlnn-sim-unfinished.abc/.lock")
    let run = RunDirectory(folder.path("out"))
    #expect(throws: RunDirectoryError.unfinished(path: folder.path("out"))) { try run.files() }
    #expect(throws: RunDirectoryError.unfinished(path: folder.path("out"))) { try run.record() }
    try publish("newer", ["loss.tsv"], into: folder)
    #expect(folder.files() == ["out/run.json", "out/tree/loss.tsv"])
  }

  @Test func aFolderInThePlaceOfAFileIsNamed() throws {
    let folder = try TemporaryFolder()
    try publish("old", ["loss.tsv", "old.tsv"], into: folder)
    try FileManager.default.removeItem(atPath: folder.path("out/tree/loss.tsv"))
    try folder.write("mine", to: "out/tree/loss.tsv/notes")
    #expect(throws: RunDirectoryError.foreignFiles(paths: [folder.path("out/tree/loss.tsv")])) {
      try publish("new", ["loss.tsv"], into: folder)
    }
    #expect(try folder.text("out/tree/old.tsv") == "old")
    #expect(!folder.has("out/.dlnn-sim-unfinished"))
  }

  /// Valid names of datasets are not used for anything else.
  @Test(arguments: ["reserve", "run", "lock"]) func everyNameOfADatasetIsFree(name: String) throws {
    let folder = try TemporaryFolder()
    let publication = try publication(folder)
    defer { publication.workshop.remove() }
    try publication.add([("loss.tsv", .text("x"))], to: name)
    try publication.reserve(10)
    try publication.publish(["\(name)/loss.tsv"], record: "\(name)/loss.tsv")
    #expect(folder.has("out/\(name)/loss.tsv") && folder.has("out/run.json"))
  }

  @Test func aFolderWhereARunWasOnlyBegun() throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: "out/.dlnn-sim-unfinished.abc/tree/loss.tsv")
    #expect(throws: RunDirectoryError.unfinished(path: folder.path("out"))) {
      try RunDirectory(folder.path("out")).files()
    }
    #expect(throws: RunDirectoryError.noRun(path: folder.path)) { try RunDirectory(folder.path).files() }
  }
}
