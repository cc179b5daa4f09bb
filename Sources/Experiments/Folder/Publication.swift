internal import Support

/// Prepares files in a private folder, and moves them into an output folder together.
///
/// At every moment the output folder holds the old files, or all new files, or a mark that says that it is unfinished. The
/// mark is there while files are moved into place, and every reader of the folder looks for it. Nothing is written or
/// removed outside the folder, and files that the program did not write are never replaced.
final class Publication: Sendable {
  /// The name of the mark. It lists the files that may be in the folder, one per line.
  static let markName = ".dlnn-sim-unfinished"

  let output: Folder
  /// The private folder, with the same folders and names as the output folder.
  let workshop: PrivateFolder
  /// The earlier files, as paths within the folder.
  let earlier: Set<String>

  private let recordName: String
  /// Datasets are not written at the same time, because each file stays open until all files of its dataset are written.
  private let making = Mutex(())
  private let lock: FolderLock
  private let before: State

  /// Whether a process was killed in this folder while it moved files into place.
  var wasUnfinished: Bool { before.mark != nil }
  var earlierRecord: [UInt8]? { before.record }

  /// Identifies the content of the folder.
  private struct State: Equatable, Sendable {
    let record: [UInt8]?
    let mark: [UInt8]?

    init(_ folder: Folder, _ recordName: String) {
      record = folder.read(recordName)
      mark = folder.read(Publication.markName)
    }
  }

  /// Without locks, a mark older than this, in seconds, counts as left by a killed process.
  private static let oldAge = 60

  /// Locks a folder, and reads its present content.
  ///
  /// - Parameters:
  ///   - output: the folder.
  ///   - recordName: the file that describes its content, which is written last.
  ///   - listing: the files that a record lists.
  /// - Throws: ``FileError/inUse(path:)``, ``FileError/notWritten(path:reason:)``; errors of `listing`.
  init(
    into output: Folder, record recordName: String, listing: ([UInt8]) throws -> [String]
  ) throws {
    self.output = output
    self.recordName = recordName
    lock = try FolderLock(output)
    workshop = try PrivateFolder(in: output, .unfinished)
    before = State(output, recordName)
    if before.record == nil, output.entry(recordName) != .nothing {
      throw RunDirectoryError.foreign(
        path: "\(output.path)/\(recordName)", reason: "it cannot be read, or is not a regular file")
    }
    var files = try before.record.map(listing) ?? []
    for list in [before.mark ?? [], output.read(RunDirectory.laterImagesName) ?? []] {
      files += String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    earlier = Set(files.filter(RunDirectory.isOwnName))
  }

  /// Prepares files for a folder in the output folder, or for one of its subfolders ("tree/arrays").
  ///
  /// - Parameter images: images that will be added to it later.
  /// - Throws: ``RunDirectoryError/foreignFiles(paths:)`` if files with these names exist that this program did not write;
  ///   ``FileError/notWritten(path:reason:)``.
  func add(
    _ files: [(name: String, content: FileContent)], to folder: String, images: [String] = []
  ) throws {
    try refuseForeign((files.map(\.name) + images).map { "\(folder)/\($0)" })
    // A folder without write permission is detected before the work goes on.
    if let there = try output.inner(folder), !there.isWritable {
      throw FileError.notWritten(path: "\(output.path)/\(folder)", reason: "permission denied")
    }
    let place = try workshop.folder.making(folder)
    workshop.folder.touch()
    do {
      try making.withLock { _ in try place.createFiles(files, syncing: true) }
    } catch {
      // Remove incomplete files, so that they take no space.
      place.removeContent()
      workshop.folder.removeEmptyFolders(folder)
      guard case FileError.notWritten(let path, let reason) = error else { throw error }
      throw FileError.notWritten(
        path: "\(output.path)/\(folder)/\(path.split(separator: "/").last ?? "")", reason: reason)
    }
  }

  /// Adds one more file to a folder.
  func add(_ name: String, _ bytes: [UInt8], to folder: String) throws {
    let place = try workshop.folder.making(folder)
    do {
      try place.create(name, .bytes(bytes), meantFor: "\(output.path)/\(folder)/\(name)")
    } catch {
      place.removeFile(name)
      throw error
    }
  }

  private func refuseForeign(_ files: [String]) throws {
    var foreign: [String] = []
    for file in files {
      guard let folder = try? output.inner(Self.folder(file)) else { continue }
      switch folder.entry(Self.name(file)) {
      case .nothing: continue
      case .file where earlier.contains(file), .link where earlier.contains(file): continue
      // A folder or a pipe in place of one of our files is not replaced either.
      default: foreign.append("\(output.path)/\(file)")
      }
    }
    if !foreign.isEmpty { throw RunDirectoryError.foreignFiles(paths: foreign.sorted()) }
  }

  /// A name in the private folder that no file of a run has.
  private static let reserveName = ".reserve"

  /// Reserves disk space for the record and the mark, so that images cannot take the space that they need.
  ///
  /// - Parameter size: the approximate size of the record.
  func reserve(_ size: Int) throws {
    let room = [UInt8](repeating: UInt8(ascii: "-"), count: 2 * size + 16_384)
    try workshop.folder.create(Self.reserveName, .bytes(room), meantFor: "\(output.path)/\(recordName)")
  }

  /// Moves files into place, removes earlier files that are not among them, and writes the record.
  ///
  /// - Parameters:
  ///   - files: paths within the folder; prepared files replace those in the folder, others stay as they are.
  ///   - record: the text of the record.
  /// - Throws: ``FileError/inUse(path:)`` if another process has changed the folder meanwhile,
  ///   ``FileError/notWritten(path:reason:)``.
  func publish(_ files: [String], record: String) throws {
    workshop.folder.removeFile(Self.reserveName)
    try refuseForeign(files)
    try workshop.folder.create(recordName, .text(record), meantFor: "\(output.path)/\(recordName)")
    UnfinishedWork.begin()
    defer { UnfinishedWork.end() }
    // The mark comes first: from then on the folder belongs to this run. Otherwise, without locks, another run could remove the
    // empty folders into which this one is about to move its files.
    try mark(earlier.union(files))
    var folders: [String: (from: Folder, to: Folder)] = [:]
    var made: [String] = []
    do {
      for name in Set(files.map(Self.folder)) {
        guard let from = try workshop.folder.inner(name) else { continue }
        if try output.inner(name) == nil { made.append(name) }
        folders[name] = (from, try output.making(name))
      }
    } catch {
      // Nothing has been moved yet: the earlier files are unchanged.
      made.sorted(by: >).forEach(output.removeEmptyFolders)
      if before.mark == nil { output.removeFile(Self.markName) }
      throw error
    }
    for file in files {
      let (folder, name) = (Self.folder(file), Self.name(file))
      guard let (from, to) = folders[folder], from.entry(name) != .nothing else { continue }
      try from.move(name, to: to)
    }
    for file in earlier.subtracting(files) { remove(file) }
    output.removeFile(RunDirectory.laterImagesName)
    try workshop.folder.move(recordName, to: output)
    output.removeFile(Self.markName)
  }

  /// Sets the mark; only one of several processes can, with or without locks.
  private func mark(_ files: Set<String>) throws {
    guard State(output, recordName) == before else { throw FileError.inUse(path: output.path) }
    let text = files.sorted().map { $0 + "\n" }.joined()
    if before.mark != nil {
      // A killed process left it. It is replaced and not removed, so that the folder always has a mark.
      guard lock.isEffective || output.age(of: Self.markName) > Self.oldAge else {
        throw FileError.inUse(path: output.path)
      }
      try output.write([(Self.markName, .text(text))])
      return
    }
    guard try output.writeNew(Self.markName, text) else { throw FileError.inUse(path: output.path) }
    // The record may have changed before the mark was set.
    guard output.read(recordName) == before.record else {
      output.removeFile(Self.markName)
      throw FileError.inUse(path: output.path)
    }
  }

  private func remove(_ file: String) {
    // Links are not followed: the files behind them are not ours.
    guard let folder = try? output.inner(Self.folder(file)) else { return }
    folder.removeFile(Self.name(file))
    output.removeEmptyFolders(Self.folder(file))
  }

  private static func folder(_ file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }
  private static func name(_ file: String) -> String { String(file.split(separator: "/").last ?? "") }
}

extension Folder {
  /// Creates a file; errors name its final place.
  fileprivate func create(_ name: String, _ content: FileContent, meantFor path: String) throws(FileError) {
    do throws(FileError) {
      try createFiles([(name, content)], syncing: true)
    } catch {
      guard case .notWritten(_, let reason) = error else { throw error }
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// A folder within this one by its path; nil if it or one above it does not exist.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)`` if something else has its name.
  fileprivate func inner(_ path: String) throws(FileError) -> Folder? {
    var place = self
    for name in path.split(separator: "/") {
      if place.entry(String(name)) == .nothing { return nil }
      place = try place.folder(String(name))
    }
    return place
  }

  /// A folder within this one by its path, created if it does not exist.
  fileprivate func making(_ path: String) throws(FileError) -> Folder {
    var place = self
    for name in path.split(separator: "/") { place = try place.folder(String(name), making: true) }
    return place
  }

  /// Removes a folder within this one, and those above it, if they are empty.
  fileprivate func removeEmptyFolders(_ path: String) {
    var names = path.split(separator: "/")
    while let name = names.popLast() {
      guard let above = try? inner(names.joined(separator: "/")) else { return }
      above.removeEmptyFolder(String(name))
    }
  }
}
