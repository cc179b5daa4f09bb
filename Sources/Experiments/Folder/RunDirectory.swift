internal import Gnuplot
internal import PluginKit
package import Support

/// The folder of a run: `run.json`, and a folder for each dataset with its tables, scripts and images.
///
/// A run replaces the files of the previous run, which `run.json` lists, and touches nothing else. Until all of its files
/// are complete, the folder holds the previous run.
public struct RunDirectory: Sendable {
  /// The folder.
  public let path: String

  public var recordPath: String { "\(path)/\(Self.recordName)" }

  static let recordName = "run.json"
  /// The list of images drawn after the run, one path in each line.
  static let laterImagesName = ".later-images"
  /// The name of a report, which ``RunDocument`` writes.
  static let reportName = "report.html"

  /// The mark in a report that shows that this program wrote it.
  static let reportMark = "<meta name=\"generator\" content=\"\(RunRecord.Program.ours) "

  /// The name of the record of a comparison.
  static let comparisonName = "compare.json"

  /// Whether the folder holds a comparison, or something with the name of its record.
  var holdsComparison: Bool { FileSystem.exists("\(path)/\(Self.comparisonName)") }

  package static let sweepRecordName = "sweep.json"

  /// Whether the folder holds a sweep.
  var holdsSweep: Bool { FileSystem.exists("\(path)/\(Self.sweepRecordName)") }

  var reportPath: String { "\(path)/\(Self.reportName)" }

  /// A folder, which need not exist yet.
  public init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The folder of a run, given by its own path or by the path of the record in it.
  public init(recordOrFolder path: String) {
    let record = "/\(Self.recordName)"
    self.init(path.hasSuffix(record) ? String(path.dropLast(record.count)) : path == Self.recordName ? "." : path)
  }

  /// The files of the run in this folder, as paths within it.
  ///
  /// Only names that a run could have written are accepted, so that a record cannot point elsewhere.
  ///
  /// - Throws: ``RunDirectoryError/noRun(path:)``, ``RunDirectoryError/unreadable(path:reason:)``.
  public func files() throws -> [String] {
    (try read().files + laterImages).filter(Self.isOwnName)
  }

  /// The images in the folder that were drawn after the run and are not part of its record: anybody could have put them
  /// there, and nothing proves that they show the run's results.
  ///
  /// - Throws: as ``files()``.
  package func imagesBesideRecord() throws -> Set<String> {
    try Set(laterImages.filter(Self.isOwnName)).subtracting(read().files)
  }

  /// The record of the run in this folder, with everything needed to repeat and verify the run.
  ///
  /// - Throws: ``RunDirectoryError/noRun(path:)``, ``RunDirectoryError/unreadable(path:reason:)``.
  package func record() throws -> RunRecord {
    let record = try read()
    try readable { () throws(RunRecord.Damage) in try record.requireWhole() }
    return record
  }

  /// The request of the run in this folder.
  ///
  /// - Throws: as ``record()``.
  package func request() throws -> RunRequest {
    let record = try record()
    return try readable { () throws(RunRecord.Damage) in try record.wholeRequest() }
  }

  /// What is missing from the run in this folder because it was interrupted or gnuplot failed; nil for a complete run.
  ///
  /// - Throws: as ``files()``.
  public func gaps() throws -> String? {
    let record = try record()
    if let unfinished = record.unfinished?.value, !unfinished.isEmpty {
      return """
        The run in \(path) was interrupted before \(unfinished.joined(separator: ", ")): any files of \
        \(unfinished.count == 1 ? "this dataset" : "these datasets") are from an earlier run.
        """
    }
    guard let undrawn = record.undrawn?.value, !undrawn.isEmpty else { return nil }
    let figures = undrawn.count == 1 ? "The figure \(undrawn[0])" : "\(undrawn.count) figures"
    return """
      \(figures) of the run in \(path) \(undrawn.count == 1 ? "was" : "were") not drawn: the run was interrupted, or \
      gnuplot failed.
      """
  }

  /// The record; its damaged parts are marked.
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
        throw RunDirectoryError.unreadable(path: recordPath, reason: "it is too large")
      }
      throw RunDirectoryError.unreadable(path: recordPath, reason: "it cannot be read, or is not a regular file")
    }
    return try readable { () throws(RunRecord.Damage) in try RunRecord(bytes) }
  }

  /// Reads a part of the record; errors name the record.
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
      // Somebody may have edited the script.
      let script = FileSystem.read("\(path)/\(file)", atMost: 1 << 24)
      let isAnimated = script.map { Figure.isAnimated(script: $0) } ?? moving[String(file.dropLast(3))] ?? false
      return Drawing(
        dataset: String(file[..<slash]), figure: String(file[file.index(after: slash)...].dropLast(3)),
        isAnimated: isAnimated)
    }
  }

  /// Refuses a folder that holds something else.
  ///
  /// - Throws: ``RunDirectoryError/holdsRun(path:)``, ``RunDirectoryError/holdsComparison(path:)``.
  package func refuseOtherContent() throws {
    if FileSystem.exists(recordPath) { throw RunDirectoryError.holdsRun(path: path) }
    if holdsComparison { throw RunDirectoryError.holdsComparison(path: path) }
  }

  /// Reads from the run, and checks at the end that it is still the same run.
  ///
  /// - Throws: any error of the body; ``FileError/inUse(path:)`` if another process has written into the folder meanwhile.
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

  /// Whether files are just being moved into place, or a process was killed while it did that.
  private var isMarked: Bool {
    guard let folder = try? Folder(path) else { return false }
    return folder.entry(Publication.markName) != .nothing
  }

  /// Locks the folder for as long as the returned value exists.
  ///
  /// - Returns: nil if the folder does not exist.
  /// - Throws: ``FileError/inUse(path:)``.
  package func take() throws -> FolderLock? {
    guard FileSystem.isFolder(path, followingLinks: true) else { return nil }
    return try FolderLock(Folder(path))
  }

  /// Lists images that were drawn after the run, so that the next run into this folder replaces them too.
  ///
  /// - Throws: `FileError` if the list cannot be written.
  public func addLaterImages(_ images: [String]) throws {
    let all = Set(laterImages + images).sorted()
    try Folder(path).write([(Self.laterImagesName, .text(all.map { $0 + "\n" }.joined()))])
  }

  private var laterImages: [String] {
    let bytes = FileSystem.read("\(path)/\(Self.laterImagesName)", atMost: 1 << 20, followingLinks: false) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Whether a file is a report that this program wrote: it has a mark near its beginning.
  static func isReport(_ path: String) -> Bool {
    let beginning = FileSystem.beginning(of: path, atMost: 2048) ?? []
    return String(decoding: beginning, as: UTF8.self).contains(reportMark)
  }

  /// Whether runs write such a path: a dataset's folder and a file of a known kind in it, both in kebab-case; or a file in its
  /// folder of exports.
  package static func isOwnName(_ file: String) -> Bool {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false)
    var kinds = ["tsv", "gp"] + ImageFormat.allEndings + Attachment.Kind.allCases.map(\.rawValue)
    if parts.count == 3, parts[1] == Export.folderName {
      if parts[2] == Export.contentsName { return Figure.isFileName(parts[0]) }
      parts.remove(at: 1)
      kinds = Export.arrayEndings
    }
    guard parts.count == 2, let dot = parts[1].lastIndex(of: ".") else { return false }
    return Figure.isFileName(parts[0]) && Figure.isFileName(parts[1][..<dot])
      && kinds.contains(String(parts[1][dot...].dropFirst()))
  }
}

/// An error in the choice of a figure.
public enum FigureChoiceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The run has no figure of this name.
  case unknown(String, nearest: String?, known: [String])
  /// A run without figures.
  case none(path: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest?, _):
      "The run has no figure '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      "The run has no figure '\(name)'. Its figures are \(known.joined(separator: ", "))."
    case .none(let path):
      "The run in \(path) has no figures. Choose an analysis that draws some."
    }
  }
}

extension RunDirectory {
  /// The figures with a name, FIGURE or DATASET/FIGURE; several datasets may have one.
  ///
  /// - Throws: ``FigureChoiceError`` if there is none.
  public func drawings(named name: String, among drawings: [Drawing]) throws(FigureChoiceError) -> [Drawing] {
    let found = drawings.filter { $0.figure == name || "\($0.dataset)/\($0.figure)" == name }
    guard found.isEmpty else { return found }
    let figures = Set(drawings.map(\.figure)).sorted()
    let known = name.contains("/") ? drawings.map { "\($0.dataset)/\($0.figure)" } : figures
    throw .unknown(name, nearest: NearestName.to(name, among: known), known: figures)
  }

  /// The figure of the run in this folder to show first: the one with the given name; else the main figure in the run's
  /// record. With several datasets it is that of the first that has it.
  ///
  /// - Parameter name: FIGURE or DATASET/FIGURE.
  /// - Throws: ``FigureChoiceError``, and ``RunDirectoryError`` as ``files()`` does.
  public func mainFigure(named name: String? = nil) throws -> Drawing {
    let record = try read()
    let drawings = try drawings()
    // In the order of the run; the files are in alphabetical order.
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
