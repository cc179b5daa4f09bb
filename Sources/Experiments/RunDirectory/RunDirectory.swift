internal import Gnuplot
internal import PluginKit

/// The folder of a run: `run.json`, and a folder for each dataset with its tables, scripts and images.
///
/// Files appear under their names only when they are whole. A run replaces the files of the run before it, which
/// `run.json` lists, and touches nothing else.
public struct RunDirectory: Sendable {
  /// The folder.
  public let path: String

  /// The path of the record.
  public var recordPath: String { "\(path)/\(Self.recordName)" }

  /// The name of the record.
  static let recordName = "run.json"
  /// The list of images drawn after the run, one path in each line.
  static let laterImagesName = ".later-images"
  /// The name of a report, which ``RunDocument`` writes.
  static let reportName = "report.html"

  /// The name of the record of a sweep.
  package static let sweepRecordName = "sweep.json"

  /// Whether there is a sweep in the folder.
  var holdsSweep: Bool { FileSystem.exists("\(path)/\(Self.sweepRecordName)") }

  /// The path of the report.
  var reportPath: String { "\(path)/\(Self.reportName)" }

  /// A folder, which need not be there yet.
  public init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The folder of a run, by its own path or that of the record in it.
  public init(recordOrFolder path: String) {
    let record = "/\(Self.recordName)"
    self.init(path.hasSuffix(record) ? String(path.dropLast(record.count)) : path == Self.recordName ? "." : path)
  }

  /// The files that the run in this folder consists of, by their paths within it.
  ///
  /// Only names that a run could have written are believed, so that no record can point elsewhere.
  ///
  /// - Throws: ``RunDirectoryError/noRun(path:)``, ``RunDirectoryError/unreadable(path:reason:)``.
  public func files() throws(RunDirectoryError) -> [String] {
    let listed = try read { (bytes) throws(StoredRecord.Damage) in try StoredRecord.files(in: bytes) }
    return (listed + laterImages).filter(Self.isOwnName)
  }

  /// The images in the folder that were drawn after the run and are not part of its record: anybody can have put them
  /// there, and nothing says that they show what the run found.
  ///
  /// - Throws: as ``files()``.
  package func imagesBesideRecord() throws(RunDirectoryError) -> Set<String> {
    let listed = try read { (bytes) throws(StoredRecord.Damage) in try StoredRecord.files(in: bytes) }
    return Set(laterImages.filter(Self.isOwnName)).subtracting(listed)
  }

  /// The record of the run in this folder.
  ///
  /// - Throws: ``RunDirectoryError/noRun(path:)``, ``RunDirectoryError/unreadable(path:reason:)``.
  package func record() throws(RunDirectoryError) -> StoredRecord {
    try read { (bytes) throws(StoredRecord.Damage) in try StoredRecord(bytes) }
  }

  func read<Content>(
    _ content: ([UInt8]) throws(StoredRecord.Damage) -> Content
  ) throws(RunDirectoryError) -> Content {
    guard let bytes = FileSystem.read(recordPath, atMost: StoredRecord.largestSize) else {
      guard FileSystem.exists(recordPath) else { throw .noRun(path: path) }
      if let size = FileSystem.ordinarySize(recordPath, followingLinks: true), size > StoredRecord.largestSize {
        throw .unreadable(path: recordPath, reason: "it is too large to be one")
      }
      throw .unreadable(path: recordPath, reason: "it cannot be read, or is no ordinary file")
    }
    do throws(StoredRecord.Damage) {
      return try content(bytes)
    } catch {
      throw .unreadable(path: recordPath, reason: error.reason)
    }
  }

  /// The figures of the run in this folder.
  ///
  /// - Throws: as ``files()``.
  public func drawings() throws(RunDirectoryError) -> [Drawing] {
    try Set(files()).sorted().compactMap { file in
      guard file.hasSuffix(".gp"), let slash = file.firstIndex(of: "/") else { return nil }
      let script = FileSystem.read("\(path)/\(file)", atMost: 1 << 24) ?? []
      return Drawing(
        dataset: String(file[..<slash]), figure: String(file[file.index(after: slash)...].dropLast(3)),
        isAnimated: Figure.isAnimated(script: script))
    }
  }

  /// Refuses a folder that holds something else than what is to be written.
  ///
  /// - Throws: ``RunDirectoryError/holdsRun(path:)``, ``RunDirectoryError/holdsComparison(path:)``.
  package func refuseOtherContent() throws(RunDirectoryError) {
    if FileSystem.exists(recordPath) { throw .holdsRun(path: path) }
    if ComparisonDirectory(path).isThere { throw .holdsComparison(path: path) }
  }

  /// Takes the folder for as long as the answer lives.
  ///
  /// - Throws: ``RunDirectoryError/inUse(path:)``.
  package func take() throws(RunDirectoryError) -> FolderLock { try FolderLock(path) }

  /// Adds images to the run that were drawn after it, so that the next run in this folder replaces them too.
  public func addLaterImages(_ images: [String]) throws(RunDirectoryError) {
    let all = Set(laterImages + images).sorted()
    try write(all.map { $0 + "\n" }.joined(), to: Self.laterImagesName)
  }

  private var laterImages: [String] {
    let bytes = FileSystem.read("\(path)/\(Self.laterImagesName)", atMost: 1 << 20) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Writes a file of the run.
  func write(_ text: String, to file: String) throws(RunDirectoryError) {
    try write([(file, .text(text))])
  }

  /// Writes files of the run, each whole or not at all.
  func write(_ files: [(name: String, content: FileContent)]) throws(RunDirectoryError) {
    try FileSystem.write(files.map { ("\(path)/\($0.name)", $0.content) })
  }

  /// Makes the folder, or one in it.
  func make(_ folder: String? = nil) throws(RunDirectoryError) {
    try FileSystem.makeDirectory(folder.map { "\(path)/\($0)" } ?? path)
  }

  /// Removes files of an earlier run, and its list of later images.
  package func removeEarlier(_ files: some Sequence<String>) {
    var folders: Set<Substring> = []
    for file in files where Self.isOwnName(file) {
      FileSystem.remove("\(path)/\(file)")
      folders.insert(file.prefix { $0 != "/" })
    }
    for folder in folders { FileSystem.removeEmptyDirectory("\(path)/\(folder)") }
    FileSystem.remove("\(path)/\(Self.laterImagesName)")
  }

  /// Removes the report of an earlier run; a file of that name that this program did not write stays.
  func removeEarlierReport() {
    if Self.isReport(reportPath) { FileSystem.remove(reportPath) }
  }

  /// Whether a file is a report that this program wrote: it says so near its beginning.
  static func isReport(_ path: String) -> Bool {
    let beginning = FileSystem.beginning(of: path, atMost: 2048) ?? []
    return String(decoding: beginning, as: UTF8.self).contains(ReportPage.generatorMark)
  }

  /// Removes unfinished files (`.NAME.PID.part`) of runs that were killed: of ours, and of processes that are no more.
  package func removeUnfinished() {
    for folder in [path] + FileSystem.entries(path).filter(Figure.isFileName).map({ "\(path)/\($0)" }) {
      for entry in FileSystem.entries(folder) where entry.hasPrefix(".") && entry.hasSuffix(".part") {
        // Of a hidden file there is nothing before the first dot but one: "..figures.123.part".
        let parts = (entry.hasPrefix("..") ? ["" as Substring] : []) + entry.split(separator: ".")
        guard parts.count == 4, let process = Int32(parts[2].prefix { $0 != "-" }), !FileSystem.isRunning(process),
          Self.isOwnName("x/\(parts[0]).\(parts[1])")
            || [Self.recordName, Self.reportName, Self.sweepRecordName, Self.laterImagesName, ".figures"].contains(
              "\(parts[0]).\(parts[1])")
        else { continue }
        FileSystem.remove("\(folder)/\(entry)")
      }
    }
  }

  /// Whether a path is one that runs write: a dataset's folder and a file in it, both in kebab-case, of a known kind.
  package static func isOwnName(_ file: String) -> Bool {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let dot = parts[1].lastIndex(of: ".") else { return false }
    let kinds = ["tsv", "gp"] + ImageFormat.allEndings + Attachment.Kind.allCases.map(\.rawValue)
    return Figure.isFileName(parts[0]) && Figure.isFileName(parts[1][..<dot])
      && kinds.contains(String(parts[1][dot...].dropFirst()))
  }
}
