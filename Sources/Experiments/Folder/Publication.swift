internal import Support

/// Files made aside, and put into an output folder together.
///
/// At every moment the folder holds what was there before, or all that is new, or says that it is unfinished: while the
/// files get their places, a mark stands beside them, and every reader of the folder looks for it. Nothing is written or
/// removed outside the folder, and nothing in it is replaced that the program did not write.
final class Publication: Sendable {
  /// The name of the mark. It lists the files that may be there, one in a line.
  static let markName = ".dlnn-sim-unfinished"

  /// The folder.
  let output: Folder
  /// Where files are made: folders and names in it are as they will be in the output folder.
  let workshop: PrivateFolder
  /// The files of what was there before, by their paths within the folder.
  let earlier: Set<String>

  private let recordName: String
  /// Files of several datasets are not made at once: each is open until the others beside it are written.
  private let making = Mutex(())
  private let lock: FolderLock
  private let before: State

  /// Whether a process that was killed while files got their places left the folder to us.
  var wasUnfinished: Bool { before.mark != nil }
  /// The record of what was there before.
  var earlierRecord: [UInt8]? { before.record }

  /// What tells one content of the folder from another.
  private struct State: Equatable, Sendable {
    let record: [UInt8]?
    let mark: [UInt8]?

    init(_ folder: Folder, _ recordName: String) {
      record = folder.read(recordName)
      mark = folder.read(Publication.markName)
    }
  }

  /// Without locks a mark that is older than this, in seconds, counts as left by a process that was killed.
  private static let oldAge = 60

  /// Takes a folder, and looks at what is there.
  ///
  /// - Parameters:
  ///   - output: the folder.
  ///   - recordName: the file that says what is in it, which is written last.
  ///   - listing: the files that a record lists.
  /// - Throws: ``FileError/inUse(path:)``, ``FileError/notWritten(path:reason:)``; what `listing` throws.
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

  /// Makes files that will belong to a folder in the output folder, or to a folder in one ("tree/arrays").
  ///
  /// - Parameter images: files that will join them.
  /// - Throws: ``RunDirectoryError/foreignFiles(paths:)`` where files of the names are there that this program did not
  ///   write; ``FileError/notWritten(path:reason:)``.
  func add(
    _ files: [(name: String, content: FileContent)], to folder: String, images: [String] = []
  ) throws {
    try refuseForeign((files.map(\.name) + images).map { "\(folder)/\($0)" })
    // A folder that nothing can be put into is found out before the work goes on.
    if let there = try output.inner(folder), !there.isWritable {
      throw FileError.notWritten(path: "\(output.path)/\(folder)", reason: "you may not write to it")
    }
    let place = try workshop.folder.making(folder)
    workshop.folder.touch()
    do {
      try making.withLock { _ in try place.createFiles(files, syncing: true) }
    } catch {
      // What is not whole takes no room from the rest.
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
      // A folder or a pipe in the place of a file of ours is nobody's to replace either.
      default: foreign.append("\(output.path)/\(file)")
      }
    }
    if !foreign.isEmpty { throw RunDirectoryError.foreignFiles(paths: foreign.sorted()) }
  }

  /// A name in the workshop that no file of a run has.
  private static let reserveName = ".reserve"

  /// Keeps room on the disk for the record and the mark, so that images cannot take what the rest needs to be kept.
  ///
  /// - Parameter size: about how large the record will be.
  func reserve(_ size: Int) throws {
    let room = [UInt8](repeating: UInt8(ascii: "-"), count: 2 * size + 16_384)
    try workshop.folder.create(Self.reserveName, .bytes(room), meantFor: "\(output.path)/\(recordName)")
  }

  /// Puts files into their places, removes those of before that are not among them, and writes the record.
  ///
  /// - Parameters:
  ///   - files: paths within the folder; those that were made here replace what is there, others stay as they are.
  ///   - record: the text of the record.
  /// - Throws: ``FileError/inUse(path:)`` where another process has changed the folder meanwhile,
  ///   ``FileError/notWritten(path:reason:)``.
  func publish(_ files: [String], record: String) throws {
    workshop.folder.removeFile(Self.reserveName)
    try refuseForeign(files)
    try workshop.folder.create(recordName, .text(record), meantFor: "\(output.path)/\(recordName)")
    UnfinishedWork.begin()
    defer { UnfinishedWork.end() }
    // The mark first: from then on the folder is this run's alone. Without it, of two runs where there are no locks one could
    // remove the empty folders into which the other is about to move its files.
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
      // Nothing has been moved yet: what was there is as it was.
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

  /// Sets the mark; of several processes one can, whether or not there are locks.
  private func mark(_ files: Set<String>) throws {
    guard State(output, recordName) == before else { throw FileError.inUse(path: output.path) }
    let text = files.sorted().map { $0 + "\n" }.joined()
    if before.mark != nil {
      // A process that was killed left it. It is replaced and not removed, so that the folder is never without one.
      guard lock.isEffective || output.age(of: Self.markName) > Self.oldAge else {
        throw FileError.inUse(path: output.path)
      }
      try output.write([(Self.markName, .text(text))])
      return
    }
    guard try output.writeNew(Self.markName, text) else { throw FileError.inUse(path: output.path) }
    // The record may have changed between the look and the mark.
    guard output.read(recordName) == before.record else {
      output.removeFile(Self.markName)
      throw FileError.inUse(path: output.path)
    }
  }

  private func remove(_ file: String) {
    // Behind a link there is nothing of ours.
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
  /// Makes a file whose errors name the place that it is meant for.
  fileprivate func create(_ name: String, _ content: FileContent, meantFor path: String) throws(FileError) {
    do throws(FileError) {
      try createFiles([(name, content)], syncing: true)
    } catch {
      guard case .notWritten(_, let reason) = error else { throw error }
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// A folder within this one by its path; nil if it is not there, or one above it.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)`` where something else stands in its place.
  fileprivate func inner(_ path: String) throws(FileError) -> Folder? {
    var place = self
    for name in path.split(separator: "/") {
      if place.entry(String(name)) == .nothing { return nil }
      place = try place.folder(String(name))
    }
    return place
  }

  /// A folder within this one by its path, made if it is not there.
  fileprivate func making(_ path: String) throws(FileError) -> Folder {
    var place = self
    for name in path.split(separator: "/") { place = try place.folder(String(name), making: true) }
    return place
  }

  /// Removes a folder within this one, and those above it, as far as there is nothing in them.
  fileprivate func removeEmptyFolders(_ path: String) {
    var names = path.split(separator: "/")
    while let name = names.popLast() {
      guard let above = try? inner(names.joined(separator: "/")) else { return }
      above.removeEmptyFolder(String(name))
    }
  }
}
