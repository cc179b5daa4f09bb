public import PluginKit
internal import Support

extension DatasetFile {
  /// Reads a file, and the table that it names if it is a description.
  ///
  /// - Throws: `DatasetFileError` for a file that is not text, is too large, or does not describe a dataset.
  public init(path: String) throws(DatasetFileError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let text: String
    do throws(Unreadable) {
      text = try Self.text(of: path, atMost: (Self.kind(of: name) ?? .description).largestSize)
    } catch {
      let advice = Self.isPath(path) ? "" : " A dataset that is built in is named as a plugin."
      throw DatasetFileError(file: path, reason: "It \(error.reason).\(error.isMissing ? advice : "")")
    }
    let alone = DatasetFile(name: name, text: text)
    guard let table = try alone.tableFile() else {
      self = alone
      return
    }
    do throws(Unreadable) {
      // A link could lead anywhere; the table lies beside the file that names it.
      let content = try Self.text(
        of: path.dropLast(name.count) + table.name, atMost: Self.largestTableSize, followingLinks: false)
      self.init(name: name, text: text, tables: [table.name: content])
    } catch {
      throw DatasetFileError(
        file: path, line: table.line,
        reason: error.isMissing
          ? "There is no table '\(table.name)' beside this file." : "The table '\(table.name)' \(error.reason)."
      )
    }
  }

  /// Why a file cannot be read: what follows "it".
  private struct Unreadable: Error {
    let reason: String
    var isMissing = false
  }

  private static func text(
    of path: String, atMost limit: Int, followingLinks: Bool = true
  ) throws(Unreadable) -> String {
    guard FileSystem.exists(path) else { throw Unreadable(reason: "is not there", isMissing: true) }
    guard let size = FileSystem.ordinarySize(path, followingLinks: followingLinks) else {
      throw Unreadable(
        reason: FileSystem.entries(path).isEmpty ? "is no ordinary file" : "is a folder; give a file in it")
    }
    guard size <= limit else { throw Unreadable(reason: "is larger than \(limit >> 10) kB") }
    guard let bytes = FileSystem.read(path, atMost: limit, followingLinks: followingLinks) else {
      throw Unreadable(reason: "is not yours to read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Unreadable(reason: "is not a text in UTF-8; save it as one (a spreadsheet calls it CSV UTF-8)")
    }
    return text
  }
}

/// Dataset files on disk, read again when they have changed.
public final class DatasetFileWatch: Sendable {
  /// The files as they are now.
  public struct Content: Sendable {
    /// What was last read of each, in the order in which they were given.
    public fileprivate(set) var files: [DatasetFile]
    /// What is wrong with files that have changed since and describe no dataset now, by the identifiers of their datasets.
    public fileprivate(set) var problems: [String: DatasetFileError] = [:]
    /// It grows whenever a file was read again.
    public fileprivate(set) var version = 0
  }

  private struct State {
    var content: Content
    var stamps: [[FileSystem.Stamp?]]
  }

  private let paths: [String]
  private let state: Mutex<State>

  /// Reads files.
  ///
  /// - Throws: `DatasetFileError` for one that cannot be read or describes no dataset.
  public init(_ paths: [String]) throws(DatasetFileError) {
    // What changes while it is read is read again later.
    var (files, stamps) = ([DatasetFile](), [[FileSystem.Stamp?]]())
    for path in paths {
      let stamp = FileSystem.stamp(path)
      let file = try DatasetFile(path: path)
      files.append(file)
      stamps.append([stamp] + Self.tables(of: file, at: path).map(FileSystem.stamp))
    }
    self.paths = paths
    state = Mutex(State(content: Content(files: files), stamps: stamps))
  }

  /// Files that are not on disk, and so never change.
  public init(_ files: [DatasetFile]) {
    paths = []
    state = Mutex(State(content: Content(files: files), stamps: []))
  }

  /// The files, those read again that have changed. Of one that cannot be read any more, what was read before stays.
  public func content() -> Content {
    state.withLock { state in
      for (index, path) in paths.enumerated() {
        let known = state.content.files[index]
        let stamps = [FileSystem.stamp(path)] + Self.tables(of: known, at: path).map(FileSystem.stamp)
        guard stamps != state.stamps[index] else { continue }
        state.content.version += 1
        do throws(DatasetFileError) {
          let file = try DatasetFile(path: path)
          _ = try DatasetDescriptor(file)
          state.content.files[index] = file
          state.content.problems[known.identifier] = nil
          state.stamps[index] = [stamps[0]] + Self.tables(of: file, at: path).map(FileSystem.stamp)
        } catch {
          state.content.problems[known.identifier] = error
          state.stamps[index] = stamps
        }
      }
      return state.content
    }
  }

  /// The paths of the tables beside a file.
  private static func tables(of file: DatasetFile, at path: String) -> [String] {
    file.tables.keys.sorted().map { String(path.dropLast(file.name.count)) + $0 }
  }
}
