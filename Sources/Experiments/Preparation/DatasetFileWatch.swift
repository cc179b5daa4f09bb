public import PluginKit
internal import Support
internal import Synchronization

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
