internal import Experiments
package import Support

/// The folder of a sweep: `sweep.json` (what it is), `parts` (what is there of it), `sweep.tsv` (the whole table).
///
/// In the end three things happen, in this order: the record is told the checksum of the table, the table gets its name, the
/// parts are removed. So there is never a table of ours without a checksum, and whoever is killed in between leaves parts and
/// no table, or a table that the next one can check.
///
/// Many processes may write into it, on many machines: each writes files of its own in `parts`.
public struct SweepFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder, which need not be there yet.
  public init(_ path: String) {
    let own = "/\(Self.recordName)"
    self.path = RunDirectory(path.hasSuffix(own) ? String(path.dropLast(own.count)) : path).path
  }

  static let recordName = RunDirectory.sweepRecordName
  /// The path of the record.
  public var recordPath: String { "\(path)/\(Self.recordName)" }
  /// The path of the table.
  public var tablePath: String { "\(path)/sweep.tsv" }
  /// The folder of the parts.
  var partsPath: String { "\(path)/\(Self.partsName)" }
  private static let partsName = "parts"

  /// The folder of the parts, made if it is not there.
  ///
  /// - Throws: `FileError`, `RunDirectoryError`, also where a link stands in its place.
  func parts() throws(FileError) -> Folder { try Folder(path).folder(Self.partsName, making: true) }

  /// Whether there is a sweep in it.
  public var isThere: Bool { FileSystem.exists(recordPath) }
  /// Whether the table is there.
  public var hasTable: Bool { FileSystem.exists(tablePath) }

  /// Whether there are parts of a sweep, of this one or another.
  var hasParts: Bool { FileSystem.entries(partsPath).contains { PartName($0) != nil } }

  /// The request of the sweep in the folder.
  ///
  /// - Throws: ``SweepError/noSweep(path:)``, ``SweepError/unreadable(path:reason:)``.
  public func request() throws(SweepError) -> SweepRequest { try record().sweep }

  /// The record of the sweep in the folder and what it found, as one JSON text.
  ///
  /// - Throws: as ``request()``.
  public func resultText(_ summary: SweepSummary) throws -> String {
    struct Result: Encodable {
      let sweep: SweepRecord
      let found: [SweepSummary.Dataset]
    }
    return try JSONText.of(Result(sweep: record(), found: summary.datasets))
  }

  /// The request in the bytes of a record; nil for what is none.
  package static func request(in bytes: [UInt8]) -> SweepRequest? { try? SweepRecord(bytes).sweep }

  func record() throws(SweepError) -> SweepRecord {
    guard let bytes = FileSystem.read(recordPath, atMost: 1 << 26) else {
      guard FileSystem.exists(recordPath) else { throw .noSweep(path: path) }
      throw .unreadable(path: recordPath, reason: "it cannot be read, or is no ordinary file")
    }
    do throws(SweepRecord.Damage) {
      return try SweepRecord(bytes)
    } catch {
      throw .unreadable(path: recordPath, reason: error.reason)
    }
  }

  /// Makes the folder one of a sweep, or sees that it is one already.
  ///
  /// - Throws: ``SweepError/otherSweep(path:difference:)`` where it holds another; `FileError`, `RunDirectoryError` where it holds a run or a
  ///   comparison, or cannot be written.
  func begin(_ record: SweepRecord) throws {
    try RunDirectory(path).refuseOtherContent()
    if !FileSystem.exists(recordPath) {
      if hasTable { throw SweepError.foreignTable(path: tablePath) }
      if hasParts { throw SweepError.foreignTable(path: partsPath) }
      // Of several that begin at the same moment one writes it; the others find what it has written.
      _ = try Folder(path, making: true).writeNew(Self.recordName, record.text())
    }
    try check(record)
  }

  /// Sees that the sweep in the folder is the one that is meant.
  ///
  /// - Throws: as ``begin(_:)``; ``SweepError/noSweep(path:)``.
  func check(_ record: SweepRecord) throws(SweepError) {
    if let difference = record.difference(from: try self.record()) {
      throw .otherSweep(path: path, difference: difference)
    }
  }

  /// Takes the folder, or a part of the sweep in it, for as long as the answer lives.
  ///
  /// - Throws: ``SweepError/inUse(path:)``.
  func take(_ shard: SweepShard) throws -> [FolderLock] {
    do {
      let folder = try Folder(path)
      guard shard != .whole else { return [try FolderLock(folder)] }
      return [
        try FolderLock(folder, isShared: true), try FolderLock(file: Self.lockName(shard), in: parts()),
      ]
    } catch FileError.inUse {
      throw SweepError.inUse(path: path)
    }
  }

  /// Takes the folder for the time in which a sweep is handed over to a cluster, so that it is not handed over twice.
  ///
  /// - Throws: ``SweepError/inUse(path:)``.
  package func takeForSubmission() throws -> FolderLock {
    do {
      return try FolderLock(file: Self.submissionLock, in: parts())
    } catch FileError.inUse {
      throw SweepError.inUse(path: path)
    }
  }

  /// What is there of a sweep.
  ///
  /// - Parameter wanted: the pieces that are asked for; all when nil.
  func stored(_ blocks: SweepBlocks, _ record: SweepRecord, of wanted: Range<Int>? = nil) throws -> StoredBlocks {
    try StoredBlocks(in: partsPath, blocks: blocks, sweep: record.checksum(), of: wanted)
  }

  /// Any one piece of a sweep, with which others can be compared.
  func anyStored(_ blocks: SweepBlocks, _ record: SweepRecord) throws -> StoredBlocks {
    try StoredBlocks(oneIn: partsPath, blocks: blocks, sweep: record.checksum())
  }

  /// The table, with what the record says it should be.
  ///
  /// - Throws: ``SweepTableError``; as ``request()``.
  func table() throws -> SweepTable {
    // In this order: when the table gets its name, the record has its checksum.
    let table = try SweepTable(tablePath)
    return table.expecting(try record().table)
  }

  /// What the table holds; see ``SweepSummary/init(_:of:)``.
  ///
  /// - Throws: ``SweepTableError``; as ``request()``; `CancellationError`.
  public func summary(_ plan: SweepPlan) throws -> SweepSummary { try SweepSummary(plan, of: try table()) }

  /// Writes into the record what the table is that will get its name next.
  ///
  /// - Throws: `FileError`, `RunDirectoryError`.
  func finish(_ record: SweepRecord, with table: TableMark) throws {
    var record = record
    record.table = table
    try Folder(path).write([(Self.recordName, .text(record.text()))])
  }

  /// Removes the parts, which are in the table now, and the files of locks; whatever else is there stays.
  func removeParts() {
    guard let folder = try? Folder(path), let parts = try? folder.folder(Self.partsName) else { return }
    for name in parts.entries() where PartName(name) != nil || Self.isLock(name) { parts.removeFile(name) }
    folder.removeEmptyFolder(Self.partsName)
  }

  private static let submissionLock = "submission.lock"

  private static func lockName(_ shard: SweepShard) -> String { "\(shard.index)-of-\(shard.count).lock" }

  private static func isLock(_ name: String) -> Bool {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    return name == submissionLock
      || name.hasSuffix(".lock") && words.count == 3 && words[1] == "of" && Int(words[0]) != nil
        && Int(words[2].dropLast(5)) != nil
  }
}
