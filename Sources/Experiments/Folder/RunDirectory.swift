internal import Gnuplot
internal import PluginKit
package import Support

/// The folder of a run: `run.json`, and a folder for each dataset with its tables, scripts and images.
///
/// A run replaces the files of the run before it, which `run.json` lists, and touches nothing else. Until all of its files
/// are whole the folder holds the run before it.
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

  /// What says in a report that this program wrote it.
  static let reportMark = "<meta name=\"generator\" content=\"\(RunRecord.Program.ours) "

  /// The name of the record of a comparison.
  static let comparisonName = "compare.json"

  /// Whether there is a comparison in the folder, or something of the name of its record.
  var holdsComparison: Bool { FileSystem.exists("\(path)/\(Self.comparisonName)") }

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
  public func files() throws -> [String] {
    (try read().files + laterImages).filter(Self.isOwnName)
  }

  /// The images in the folder that were drawn after the run and are not part of its record: anybody can have put them
  /// there, and nothing says that they show what the run found.
  ///
  /// - Throws: as ``files()``.
  package func imagesBesideRecord() throws -> Set<String> {
    try Set(laterImages.filter(Self.isOwnName)).subtracting(read().files)
  }

  /// The record of the run in this folder, complete enough to repeat and verify the run.
  ///
  /// - Throws: ``RunDirectoryError/noRun(path:)``, ``RunDirectoryError/unreadable(path:reason:)``.
  package func record() throws -> RunRecord {
    let record = try read()
    try readable { () throws(RunRecord.Damage) in try record.requireWhole() }
    return record
  }

  /// What the run in this folder was asked for.
  ///
  /// - Throws: as ``record()``.
  package func request() throws -> RunRequest {
    let record = try record()
    return try readable { () throws(RunRecord.Damage) in try record.wholeRequest() }
  }

  /// What the run in this folder lacks because it was interrupted or gnuplot failed, in words; nil for a whole run.
  ///
  /// - Throws: as ``files()``.
  public func gaps() throws -> String? {
    let record = try record()
    if let unfinished = record.unfinished?.value, !unfinished.isEmpty {
      return """
        The run in \(path) was interrupted before \(unfinished.joined(separator: ", ")): what is there of \
        \(unfinished.count == 1 ? "it" : "them") is of an earlier run, or nothing.
        """
    }
    guard let undrawn = record.undrawn?.value, !undrawn.isEmpty else { return nil }
    let figures = undrawn.count == 1 ? "The figure \(undrawn[0])" : "\(undrawn.count) figures"
    return """
      \(figures) of the run in \(path) \(undrawn.count == 1 ? "was" : "were") not drawn: the run was interrupted, or \
      gnuplot failed.
      """
  }

  /// The record as far as it can be read.
  ///
  /// - Throws: as ``files()``.
  func read() throws -> RunRecord {
    guard !isMarked else { throw RunDirectoryError.unfinished(path: path) }
    guard let bytes = FileSystem.read(recordPath, atMost: RunRecord.largestSize) else {
      guard FileSystem.exists(recordPath) else {
        let isBegun = FileSystem.entries(path).contains { $0.hasPrefix(PrivateFolder.Kind.unfinished.rawValue) }
        throw isBegun ? RunDirectoryError.unfinished(path: path) : RunDirectoryError.noRun(path: path)
      }
      if let size = FileSystem.ordinarySize(recordPath, followingLinks: true), size > RunRecord.largestSize {
        throw RunDirectoryError.unreadable(path: recordPath, reason: "it is too large to be one")
      }
      throw RunDirectoryError.unreadable(path: recordPath, reason: "it cannot be read, or is no ordinary file")
    }
    return try readable { () throws(RunRecord.Damage) in try RunRecord(bytes) }
  }

  /// Reads a part of the record, and names the record where that cannot be.
  func readable<Content>(_ part: () throws(RunRecord.Damage) -> Content) throws(RunDirectoryError) -> Content {
    do {
      return try part()
    } catch {
      throw .unreadable(path: recordPath, reason: error.reason)
    }
  }

  /// The figures of the run in this folder.
  ///
  /// - Throws: as ``files()``.
  public func drawings() throws -> [Drawing] {
    let record = try read()
    var moving: [String: Bool] = [:]
    for dataset in record.readableDatasets {
      for figure in dataset.readableAnalyses.values.flatMap(\.figures) {
        moving["\(dataset.identifier)/\(figure.name)"] = figure.isAnimated
      }
    }
    return Set(record.files.filter(Self.isOwnName)).sorted().compactMap { file in
      guard file.hasSuffix(".gp"), let slash = file.firstIndex(of: "/") else { return nil }
      // A script may have been edited by hand since it was written.
      let script = FileSystem.read("\(path)/\(file)", atMost: 1 << 24)
      let isAnimated = script.map { Figure.isAnimated(script: $0) } ?? moving[String(file.dropLast(3))] ?? false
      return Drawing(
        dataset: String(file[..<slash]), figure: String(file[file.index(after: slash)...].dropLast(3)),
        isAnimated: isAnimated)
    }
  }

  /// Refuses a folder that holds something else than what is to be written.
  ///
  /// - Throws: ``RunDirectoryError/holdsRun(path:)``, ``RunDirectoryError/holdsComparison(path:)``.
  package func refuseOtherContent() throws {
    if FileSystem.exists(recordPath) { throw RunDirectoryError.holdsRun(path: path) }
    if holdsComparison { throw RunDirectoryError.holdsComparison(path: path) }
  }

  /// Reads from the run, and sees that it is the same run at the end.
  ///
  /// - Throws: what the body throws; ``FileError/inUse(path:)`` where another process has written into the folder
  ///   meanwhile.
  package func unchanged<Content>(_ body: () throws -> Content) throws -> Content {
    let before = FileSystem.read(recordPath)
    let content = try body()
    try requireUnchanged(since: before)
    return content
  }

  /// - Parameter record: the bytes of the record when reading began.
  func requireUnchanged(since record: [UInt8]?) throws {
    guard !isMarked, FileSystem.read(recordPath) == record else { throw FileError.inUse(path: path) }
  }

  /// Whether files are just being put into their places, or a process was killed meanwhile.
  private var isMarked: Bool {
    guard let folder = try? Folder(path) else { return false }
    return folder.entry(Publication.markName) != .nothing
  }

  /// Takes the folder for as long as the answer lives.
  ///
  /// - Returns: nil if the folder does not exist.
  /// - Throws: ``FileError/inUse(path:)``.
  package func take() throws -> FolderLock? {
    guard FileSystem.isFolder(path, followingLinks: true) else { return nil }
    return try FolderLock(Folder(path))
  }

  /// Adds images to the run that are drawn after it, so that the next run in this folder replaces them too.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  public func addLaterImages(_ images: [String]) throws {
    let all = Set(laterImages + images).sorted()
    try Folder(path).write([(Self.laterImagesName, .text(all.map { $0 + "\n" }.joined()))])
  }

  private var laterImages: [String] {
    let bytes = FileSystem.read("\(path)/\(Self.laterImagesName)", atMost: 1 << 20, followingLinks: false) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Whether a file is a report that this program wrote: it says so near its beginning.
  static func isReport(_ path: String) -> Bool {
    let beginning = FileSystem.beginning(of: path, atMost: 2048) ?? []
    return String(decoding: beginning, as: UTF8.self).contains(reportMark)
  }

  /// Whether a path is one that runs write: a dataset's folder and a file in it, both in kebab-case, of a known kind; or a
  /// file in its folder of exports.
  package static func isOwnName(_ file: String) -> Bool {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false)
    var kinds = ["tsv", "gp"] + ImageFormat.allEndings + Attachment.Kind.allCases.map(\.rawValue)
    if parts.count == 3, parts[1] == Export.folderName {
      parts.remove(at: 1)
      kinds = Export.kinds.map(\.rawValue)
    }
    guard parts.count == 2, let dot = parts[1].lastIndex(of: ".") else { return false }
    return Figure.isFileName(parts[0]) && Figure.isFileName(parts[1][..<dot])
      && kinds.contains(String(parts[1][dot...].dropFirst()))
  }
}

/// A figure that a run does not have.
public enum FigureChoiceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name that no figure of the run has.
  case unknown(String, nearest: String?, known: [String])
  /// A run without figures.
  case none(path: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest?, _):
      "The run has no figure '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      "The run has no figure '\(name)'. It has \(known.joined(separator: ", "))."
    case .none(let path):
      "The run in \(path) has no figures to show. Choose an analysis that draws some."
    }
  }
}

extension RunDirectory {
  /// The figures of a name, FIGURE or DATASET/FIGURE, which several datasets may have.
  ///
  /// - Throws: ``FigureChoiceError`` where there is none.
  public func drawings(named name: String, among drawings: [Drawing]) throws(FigureChoiceError) -> [Drawing] {
    let found = drawings.filter { $0.figure == name || "\($0.dataset)/\($0.figure)" == name }
    guard found.isEmpty else { return found }
    let figures = Set(drawings.map(\.figure)).sorted()
    let known = name.contains("/") ? drawings.map { "\($0.dataset)/\($0.figure)" } : figures
    throw .unknown(name, nearest: NearestName.to(name, among: known), known: figures)
  }

  /// The figure of the run in this folder that is shown first: that of a name; else the one that the run's record names, the
  /// first figure of the analysis that says what happened. Of several datasets it is the first that has it.
  ///
  /// - Parameter name: FIGURE or DATASET/FIGURE.
  /// - Throws: ``FigureChoiceError``, and ``RunDirectoryError`` as ``files()`` does.
  public func mainFigure(named name: String? = nil) throws -> Drawing {
    let record = try read()
    let drawings = try drawings()
    // In the order of the run; that of the files is the alphabet's.
    let datasets = try readable { () throws(RunRecord.Damage) in try record.namedDatasets() }.map(\.identifier)
    func first(_ isMeant: (Drawing) -> Bool) -> Drawing? {
      for dataset in datasets {
        if let drawing = drawings.first(where: { $0.dataset == dataset && isMeant($0) }) { return drawing }
      }
      return nil
    }
    if let name {
      let named = Set(try self.drawings(named: name, among: drawings))
      if let drawing = first(named.contains) { return drawing }
    }
    let main = record.mainFigure?.value
    guard let drawing = first({ "\($0.dataset)/\($0.figure)" == main }) ?? first({ _ in true }) else {
      throw FigureChoiceError.none(path: path)
    }
    return drawing
  }
}
