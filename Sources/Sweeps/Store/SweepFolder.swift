internal import Experiments
package import Support

/// The folder of a sweep: `sweep.json` (the request), `parts` (finished pieces), `sweep.tsv` (the complete table).
///
/// At the end three things happen in this order: the checksum of the table is recorded, the table gets its name, the parts are
/// removed. So a table always has a checksum, and a process killed in between leaves either parts without a table, or a table
/// that the next process can check.
///
/// Many processes on many machines may write into it: each writes its own files in `parts`.
public struct SweepFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder, which need not exist yet.
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

  /// The folder of the parts; created if missing.
  ///
  /// - Throws: `FileError`, `RunDirectoryError`, also if it is a link.
  func parts() throws(FileError) -> Folder { try Folder(path).folder(Self.partsName, making: true) }

  /// Whether it holds a sweep.
  public var isThere: Bool { FileSystem.exists(recordPath) }
  /// Whether the table exists.
  public var hasTable: Bool { FileSystem.exists(tablePath) }

  /// Whether there are parts of this sweep or of another.
  var hasParts: Bool { FileSystem.entries(partsPath).contains { PartName($0) != nil } }

  /// The request of the sweep in the folder.
  ///
  /// - Throws: ``SweepError/noSweep(path:)``, ``SweepError/unreadable(path:reason:)``.
  public func request() throws(SweepError) -> SweepRequest { try record().sweep }

  /// The record of the sweep in the folder and its results, as one JSON text.
  ///
  /// - Throws: as ``request()``.
  public func resultText(_ summary: SweepSummary) throws -> String {
    struct Result: Encodable {
      let sweep: SweepRecord
      let found: [SweepSummary.Dataset]
    }
    return try JSONText.of(Result(sweep: record(), found: summary.datasets))
  }

  /// The request in the bytes of a record; nil for anything else.
  package static func request(in bytes: [UInt8]) -> SweepRequest? { try? SweepRecord(bytes).sweep }

  func record() throws(SweepError) -> SweepRecord {
    guard let bytes = FileSystem.read(recordPath, atMost: 1 << 26) else {
      guard FileSystem.exists(recordPath) else { throw .noSweep(path: path) }
      throw .unreadable(path: recordPath, reason: "it cannot be read, or is not a regular file")
    }
    do throws(SweepRecord.Damage) {
      return try SweepRecord(bytes)
    } catch {
      throw .unreadable(path: recordPath, reason: error.reason)
    }
  }

  /// Starts a sweep in the folder, or checks that it holds the same sweep already.
  ///
  /// - Throws: ``SweepError/otherSweep(path:difference:)`` if it holds another sweep; `FileError`, `RunDirectoryError` if it
  ///   holds a run or a comparison, or cannot be written.
  func begin(_ record: SweepRecord) throws {
    try RunDirectory(path).refuseOtherContent()
    if !FileSystem.exists(recordPath) {
      if hasTable { throw SweepError.foreignTable(path: tablePath) }
      if hasParts { throw SweepError.foreignTable(path: partsPath) }
      // If several processes start at the same moment, one writes the record and the others find it.
      _ = try Folder(path, making: true).writeNew(Self.recordName, record.text())
    }
    try check(record)
  }

  /// Checks that the folder holds the given sweep.
  ///
  /// - Throws: as ``begin(_:)``; ``SweepError/noSweep(path:)``.
  func check(_ record: SweepRecord) throws(SweepError) {
    if let difference = record.difference(from: try self.record()) {
      throw .otherSweep(path: path, difference: difference)
    }
  }

  /// Locks the folder, or a part of its sweep, as long as the returned value lives.
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

  /// Locks the folder while a sweep is submitted to a cluster, so that it is not submitted twice.
  ///
  /// - Throws: ``SweepError/inUse(path:)``.
  package func takeForSubmission() throws -> FolderLock {
    do {
      return try FolderLock(file: Self.submissionLock, in: parts())
    } catch FileError.inUse {
      throw SweepError.inUse(path: path)
    }
  }

  /// The stored pieces of a sweep.
  ///
  /// - Parameter wanted: the requested pieces; all when nil.
  func stored(_ blocks: SweepBlocks, _ record: SweepRecord, of wanted: Range<Int>? = nil) throws -> StoredBlocks {
    try StoredBlocks(in: partsPath, blocks: blocks, sweep: record.checksum(), of: wanted)
  }

  /// Any one piece of a sweep, to compare others with.
  func anyStored(_ blocks: SweepBlocks, _ record: SweepRecord) throws -> StoredBlocks {
    try StoredBlocks(oneIn: partsPath, blocks: blocks, sweep: record.checksum())
  }

  /// The table, with its recorded checksum.
  ///
  /// - Throws: ``SweepTableError``; as ``request()``.
  func table() throws -> SweepTable {
    // In this order: the checksum is recorded before the table gets its name.
    let table = try SweepTable(tablePath)
    return table.expecting(try record().table)
  }

  /// The summary of the table; see `SweepSummary`.
  ///
  /// - Throws: ``SweepTableError``; as ``request()``; `CancellationError`.
  public func summary(_ plan: SweepPlan) throws -> SweepSummary { try SweepSummary(plan, of: try table()) }

  /// Records size and checksum of the table, before the table gets its name.
  ///
  /// - Throws: `FileError`, `RunDirectoryError`.
  func finish(_ record: SweepRecord, with table: TableMark) throws {
    var record = record
    record.table = table
    try Folder(path).write([(Self.recordName, .text(record.text()))])
  }

  /// Removes the parts, which are now in the table, and the lock files; all other files stay.
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
