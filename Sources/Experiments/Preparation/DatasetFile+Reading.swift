internal import GSL
internal import Gnuplot
public import PluginKit
internal import Support

extension DatasetFile {
  /// Reads a file, and the tables that it names if it is a description.
  ///
  /// - Throws: `DatasetFileError` for a file that is not text, is too large, or does not describe a dataset.
  public init(path: String) throws(DatasetFileError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let text: String
    do throws(Unreadable) {
      text = try Self.text(of: path, atMost: (Self.kind(of: name) ?? .description).largestSize)
    } catch {
      let advice = Self.isPath(path) ? "" : " To use a built-in dataset, name it as a plugin."
      throw DatasetFileError(file: path, reason: error.isMissing ? "File not found.\(advice)" : "It \(error.reason).")
    }
    let alone = DatasetFile(name: name, text: text)
    let tables = try alone.tableFiles()
    guard !tables.isEmpty else {
      self = alone
      return
    }
    var contents: [String: String] = [:]
    for table in tables where contents[table.name] == nil {
      do throws(Unreadable) {
        // A link could point anywhere; the table has to be in the same folder.
        contents[table.name] = try Self.text(
          of: path.dropLast(name.count) + table.name, atMost: Self.largestTableSize, followingLinks: false)
      } catch {
        throw DatasetFileError(
          file: path, line: table.line,
          reason: error.isMissing
            ? "Table '\(table.name)' not found in the folder of this file."
            : "The table '\(table.name)' \(error.reason)."
        )
      }
    }
    self.init(name: name, text: text, tables: contents)
  }

  /// The text of a table.
  ///
  /// - Throws: `DatasetFileError` for a file that is not a table, or cannot be read.
  fileprivate static func tableText(_ path: String) throws(DatasetFileError) -> String {
    guard kind(of: path) == .table else {
      throw DatasetFileError(
        file: path, reason: "The name of a table ends with \(Kind.table.endings.joined(separator: " or ")). Rename it.")
    }
    do throws(Unreadable) {
      return try text(of: path, atMost: largestTableSize)
    } catch {
      throw DatasetFileError(file: path, reason: error.isMissing ? "File not found." : "It \(error.reason).")
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
    guard let text = String(validating: try bytes(of: path, atMost: limit, followingLinks), as: UTF8.self) else {
      throw Unreadable(reason: "is not valid UTF-8; save it as UTF-8 (spreadsheets call it CSV UTF-8)")
    }
    return text
  }

  /// The text of a table of similarities; an array of NumPy as a table without names.
  ///
  /// - Throws: `DatasetFileError` for a file that is neither, or cannot be read.
  fileprivate static func similarityText(_ path: String) throws(DatasetFileError) -> String {
    guard path.lowercased().hasSuffix(".npy") else {
      guard kind(of: path) == .table else {
        throw DatasetFileError(
          file: path,
          reason:
            "The name of a table of similarities ends with \(Kind.table.endings.joined(separator: ", ")) or .npy. Rename it."
        )
      }
      return try tableText(path)
    }
    let content: [UInt8]
    do throws(Unreadable) {
      content = try bytes(of: path, atMost: largestTableSize, true)
    } catch {
      throw DatasetFileError(file: path, reason: error.isMissing ? "File not found." : "It \(error.reason).")
    }
    guard let array = NumPyArray(bytes: content), array.shape.count == 2, let matrix = array.matrix else {
      throw DatasetFileError(
        file: path,
        reason:
          "It is not a matrix of numbers, as numpy.save writes one of float64 or float32. Save a matrix with a row and a "
          + "column for each item.")
    }
    let lines = (0..<matrix.rows).map { row in matrix.row(row).map(\.tableText).joined(separator: "\t") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func bytes(
    of path: String, atMost limit: Int, _ followingLinks: Bool
  ) throws(Unreadable) -> [UInt8] {
    guard FileSystem.exists(path) else { throw Unreadable(reason: "was not found", isMissing: true) }
    guard let size = FileSystem.ordinarySize(path, followingLinks: followingLinks) else {
      throw Unreadable(
        reason: FileSystem.entries(path).isEmpty ? "is not a regular file" : "is a folder; give a file in it")
    }
    guard size <= limit else { throw Unreadable(reason: "is larger than \(limit >> 10) kB") }
    guard let bytes = FileSystem.read(path, atMost: limit, followingLinks: followingLinks) else {
      throw Unreadable(reason: "cannot be read; check its permissions")
    }
    return bytes
  }
}

extension RunRequest {
  /// Reads the tables that given settings name. In the request they have names without folders.
  ///
  /// - Parameters:
  ///   - settings: the names of the settings that were given.
  ///   - registry: the plugins that declare them.
  /// - Throws: `DatasetFileError` for a table that cannot be read.
  public mutating func readTables(of settings: Set<String>, _ registry: PluginRegistry) throws(DatasetFileError) {
    let declared = registry.analyses.flatMap(\.description.parameters).filter { $0.bounds == .tables }.map(\.name)
    func named(by settings: [String]) -> Set<String> {
      Set(settings.flatMap { self.settings[$0].flatMap([String].init(parameterText:)) ?? [] })
    }
    // Those of settings that stay as they are.
    let kept = named(by: declared.filter { !settings.contains($0) })
    var tables = settingTables.filter { kept.contains($0.key) }
    for name in declared where settings.contains(name) {
      guard let text = self.settings[name], let paths = [String](parameterText: text) else { continue }
      // What is not a list of names is refused with the other settings.
      guard paths.allSatisfy({ !$0.isEmpty }) else { continue }
      var names: [String] = []
      for path in paths {
        let parts = path.split(separator: "/")
        let base = parts.last.map(String.init) ?? path
        // Each person may have a folder.
        let name = names.contains(base) ? parts.suffix(2).joined(separator: "-") : base
        let text = try DatasetFile.similarityText(path)
        guard !names.contains(name), tables[name] == nil || tables[name] == text else {
          throw DatasetFileError(file: path, reason: "Two tables have this name. Rename one of them.")
        }
        tables[name] = text
        names.append(name)
      }
      self.settings[name] = names.parameterText
    }
    settingTables = tables
  }
}

extension HistoryChange {
  /// Reads the tables with targets of its phases. In the history they have names without folders.
  ///
  /// - Throws: `DatasetFileError` for a table that cannot be read.
  public mutating func readTables() throws(DatasetFileError) {
    func read(_ phase: inout PhaseSettings, _ tables: inout [String: String]) throws(DatasetFileError) {
      guard let path = phase.targetsFile else { return }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let text = try DatasetFile.tableText(path)
      if let other = tables[name], other != text {
        throw DatasetFileError(file: path, reason: "Two tables have this name. Rename one of them.")
      }
      tables[name] = text
      phase.targetsFile = name
    }
    var tables: [String: String] = [:]
    for place in phases.indices { try read(&phases[place], &tables) }
    for number in changes.keys.sorted() {
      guard var change = changes[number] else { continue }
      try read(&change, &tables)
      changes[number] = change
    }
    self.tables = tables
  }
}

/// Dataset files on disk, which are read again when they change.
public final class DatasetFileWatch: Sendable {
  /// The files as they are now.
  public struct Content: Sendable {
    /// The latest content of each, in the order in which they were given.
    public fileprivate(set) var files: [DatasetFile]
    /// The errors of files that have changed and no longer describe a dataset, by the identifiers of their datasets.
    public fileprivate(set) var problems: [String: DatasetFileError] = [:]
    /// It grows whenever a file is read again.
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
  /// - Throws: `DatasetFileError` for a file that cannot be read or does not describe a dataset.
  public init(_ paths: [String]) throws(DatasetFileError) {
    // A file that changes while it is read is read again later.
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

  /// Files that are not on disk, so they never change.
  public init(_ files: [DatasetFile]) {
    paths = []
    state = Mutex(State(content: Content(files: files), stamps: []))
  }

  /// The files; changed ones are read again. If a file can no longer be read, its earlier content stays.
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

  /// The paths of the tables in the folder of a file.
  private static func tables(of file: DatasetFile, at path: String) -> [String] {
    file.tables.keys.sorted().map { String(path.dropLast(file.name.count)) + $0 }
  }
}
