/// An open folder. Everything read, written and removed through it is in this folder, even if its path is changed meanwhile.
///
/// Names are looked up in the open folder and links are not followed, so replacing a folder or file by a link has no effect.
/// This is the only place in the program that removes anything.
package final class Folder: Sendable {
  /// The path it was opened by, for messages.
  package let path: String
  package let descriptor: CInt

  /// Opens a folder named by the user. Links in the path are followed, except those that another user created in a folder
  /// that everybody can write to, such as /tmp.
  ///
  /// - Parameter making: whether to create it and its parents if they do not exist.
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package convenience init(_ path: String, making: Bool = false) throws(FileError) {
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      guard Self.isStrangersLink(prefix) else { continue }
      throw .notWritten(
        path: prefix, reason: "it is a link that another user created in a folder that everybody can write to")
    }
    if making { try FileSystem.makeDirectory(path) }
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritten(path: path, reason: FileSystem.lastError) }
    self.init(path, descriptor)
  }

  private init(_ path: String, _ descriptor: CInt) { (self.path, self.descriptor) = (path, descriptor) }

  deinit { close(descriptor) }

  /// The same rule as Linux's fs.protected_symlinks, which not every system has.
  private static func isStrangersLink(_ path: String) -> Bool {
    var (link, above) = (stat(), stat())
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK, stat(parent, &above) == 0 else { return false }
    let isOpenToAll = above.st_mode & (S_ISVTX | S_IWOTH) == S_ISVTX | S_IWOTH
    return isOpenToAll && link.st_uid != geteuid() && link.st_uid != above.st_uid
  }

  // MARK: What is there

  /// The kind of a directory entry.
  package enum Entry: Equatable {
    case nothing
    /// A regular file, and its size in bytes.
    case file(Int)
    case folder
    case link
    /// A pipe, a device, a socket, or something that cannot be examined.
    case other
  }

  /// The kind of the entry with a name.
  package func entry(_ name: String) -> Entry {
    var status = stat()
    guard Self.isName(name) else { return .other }
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return errno == ENOENT ? .nothing : .other
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in the folder; none if it cannot be read.
  package func entries() -> [String] {
    // Open it again: streams on one descriptor share their position, so two listings at once would disturb each other.
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      if copy >= 0 { close(copy) }
      return []
    }
    defer { closedir(stream) }
    return FileSystem.names(in: stream)
  }

  /// The content of a regular file; nil for anything else, and for files above the limit.
  package func read(_ name: String, atMost limit: Int = 1 << 30) -> [UInt8]? {
    guard Self.isName(name) else { return nil }
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return FileSystem.content(of: file, atMost: limit)
  }

  // MARK: Folders in it

  /// A folder in this one; links are not followed.
  ///
  /// - Parameter making: whether to create it if it does not exist.
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package func folder(_ name: String, making: Bool = false) throws(FileError) -> Folder {
    let inner = "\(path)/\(name)"
    guard Self.isName(name) else { throw .notWritten(path: inner, reason: "this is not a valid folder name") }
    if making, mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST {
      throw .notWritten(path: inner, reason: FileSystem.lastError)
    }
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened >= 0 { return Folder(inner, opened) }
    let reason = FileSystem.lastError
    switch entry(name) {
    case .link:
      throw .notWritten(path: inner, reason: "it is a link, and nothing is written through links in the output folder")
    case .file: throw .notWritten(path: inner, reason: "a file with that name exists")
    default: throw .notWritten(path: inner, reason: reason)
    }
  }

  /// Creates a folder that only this user may enter.
  ///
  /// - Returns: nil if the name exists, or if the folder was removed at once by somebody else.
  func makePrivateFolder(_ name: String) throws(FileError) -> Folder? {
    guard mkdirat(descriptor, name, 0o700) == 0 else {
      if errno == EEXIST { return nil }
      throw .notWritten(path: path, reason: FileSystem.lastError)
    }
    do throws(FileError) {
      return try folder(name)
    } catch {
      if entry(name) == .nothing { return nil }
      removeEmptyFolder(name)
      throw error
    }
  }

  // MARK: Writing

  /// Creates a new file.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``, also if the name exists.
  func create(_ name: String, appending: Bool = false) throws(FileError) -> CInt {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | (appending ? O_APPEND : 0)
    let file = Self.isName(name) ? openat(descriptor, name, flags, 0o666) : -1
    guard file >= 0 else { throw .notWritten(path: "\(path)/\(name)", reason: FileSystem.lastError) }
    return file
  }

  /// Writes files, replacing existing ones. A file never appears half written under its final name.
  ///
  /// They are written in a private folder, synced and renamed.
  ///
  /// - Parameter syncing: whether to sync the files so that they survive a crash; not needed for temporary files.
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package func write(
    _ files: [(name: String, content: FileContent)], syncing: Bool = true
  ) throws(FileError) {
    let workshop = try PrivateFolder(in: self, .unfinished)
    defer { workshop.remove() }
    do throws(FileError) {
      try workshop.folder.createFiles(files, syncing: syncing)
    } catch .notWritten(let unfinished, let reason) {
      // The user knows the final name.
      throw .notWritten(path: "\(path)/\(unfinished.split(separator: "/").last ?? "")", reason: reason)
    }
    for (name, _) in files { try workshop.folder.move(name, to: self) }
  }

  /// Creates new files here, complete and synced, under their final names: for folders that nobody else reads yet.
  package func createFiles(
    _ files: [(name: String, content: FileContent)], syncing: Bool
  ) throws(FileError) {
    // Write several files before syncing the first: a journaling file system then writes its journal once for all of them.
    // Not too many, because they stay open until then.
    for start in stride(from: 0, to: files.count, by: 32) {
      try createTogether(files[start...].prefix(32), syncing: syncing)
    }
  }

  private func createTogether(
    _ files: ArraySlice<(name: String, content: FileContent)>, syncing: Bool
  ) throws(FileError) {
    var unfinished: [(name: String, file: OpenFile)] = []
    for (name, content) in files {
      let file = OpenFile(try create(name), "\(path)/\(name)")
      unfinished.append((name, file))
      try file.write(content)
    }
    for (_, file) in unfinished { try file.finish(syncing: syncing) }
  }

  /// Writes a file that need not fit into memory, replacing an existing one.
  ///
  /// - Parameter produce: calls its argument with one piece after the other.
  /// - Throws: what `produce` throws; ``FileError/notWritten(path:reason:)``.
  package func write(
    _ name: String, piecewise produce: (([UInt8]) throws(FileError) -> Void) throws -> Void
  ) throws {
    let workshop = try PrivateFolder(in: self, .unfinished)
    defer { workshop.remove() }
    let file = OpenFile(try workshop.folder.create(name), "\(path)/\(name)")
    try produce { (bytes) throws(FileError) in try file.write(.bytes(bytes)) }
    try file.finish(syncing: true)
    try workshop.folder.move(name, to: self)
  }

  /// Writes a file if the name is free. If several processes try at once, exactly one succeeds, and its file is complete.
  ///
  /// - Returns: whether this call wrote it.
  /// - Throws: ``FileError/notWritten(path:reason:)``; an existing file is not an error.
  package func writeNew(_ name: String, _ text: String) throws(FileError) -> Bool {
    let workshop = try PrivateFolder(in: self, .unfinished)
    defer { workshop.remove() }
    try workshop.folder.createFiles([(name, .text(text))], syncing: true)
    if linkat(workshop.folder.descriptor, name, descriptor, name, 0) == 0 { return true }
    if errno == EEXIST { return false }
    // Without hard links, create the file in its place; only one process can.
    do throws(FileError) {
      let file = OpenFile(try create(name), "\(path)/\(name)")
      do throws(FileError) {
        try file.write(.text(text))
        try file.finish(syncing: true)
      } catch {
        removeFile(name)
        throw error
      }
      return true
    } catch {
      if entry(name) != .nothing { return false }
      throw error
    }
  }

  /// Moves a file to another folder, replacing an existing one.
  package func move(_ name: String, to other: Folder, as otherName: String? = nil) throws(FileError) {
    guard renameat(descriptor, name, other.descriptor, otherName ?? name) == 0 else {
      throw .notWritten(path: "\(other.path)/\(otherName ?? name)", reason: FileSystem.lastError)
    }
  }

  /// Whether this user may create and remove files here.
  package var isWritable: Bool { faccessat(descriptor, ".", W_OK | X_OK, 0) == 0 }

  // MARK: Removing

  /// Removes a regular file; anything else stays.
  package func removeFile(_ name: String) {
    if case .file = entry(name) { unlinkat(descriptor, name, 0) }
  }

  /// Removes a folder in this one if it is empty.
  package func removeEmptyFolder(_ name: String) {
    if entry(name) == .folder { unlinkat(descriptor, name, AT_REMOVEDIR) }
  }

  /// Removes everything in this folder that belongs to this user; links are removed, never their targets.
  package func removeContent() {
    var own = stat()
    guard fstat(descriptor, &own) == 0, own.st_uid == geteuid() else { return }
    for name in entries() {
      if let inner = try? folder(name) {
        var status = stat()
        // Do not enter another file system that is mounted here.
        guard fstat(inner.descriptor, &status) == 0, status.st_dev == own.st_dev else { continue }
        inner.removeContent()
        unlinkat(descriptor, name, AT_REMOVEDIR)
      } else {
        unlinkat(descriptor, name, 0)
      }
    }
  }

  // MARK: Whose it is

  /// The file whose lock marks a private folder as in use. On network file systems, other machines do not see locks of
  /// folders.
  private static let lockName = ".lock"

  /// Creates and locks the lock file of a new private folder.
  ///
  /// - Returns: the descriptor that holds the lock until it is closed; nil if another process took the folder for abandoned:
  ///   then it has created the lock file itself, holds its lock, or has removed it.
  /// - Throws: ``FileError/notWritten(path:reason:)`` if no file can be created here.
  func makeLock() throws(FileError) -> OpenFile? {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(self.descriptor, Self.lockName, flags, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST || errno == ENOENT { return nil }
      throw .notWritten(path: path, reason: FileSystem.lastError)
    }
    let file = OpenFile(descriptor, path)
    return Self.tryLock(descriptor) != false && Self.hasName(descriptor) ? file : nil
  }

  /// Takes the lock of a private folder that somebody else created, perhaps killed before it had a lock.
  ///
  /// - Returns: whether it could be taken, and its descriptor; nil without locks.
  func takeLock() -> (isTaken: Bool, file: OpenFile)? {
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = openat(self.descriptor, Self.lockName, flags, 0o666)
    guard descriptor >= 0 else { return nil }
    let file = OpenFile(descriptor, path)
    // A lock file that another process has removed is not the folder's any more.
    return Self.tryLock(descriptor).map { ($0 && Self.hasName(descriptor), file) }
  }

  /// Whether a file has not been removed since it was opened.
  private static func hasName(_ descriptor: CInt) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// - Returns: nil if the file system has no locks.
  private static func tryLock(_ descriptor: CInt) -> Bool? {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      return errno == EWOULDBLOCK ? false : nil
    }
    return true
  }

  /// Whether a name in this folder still leads to a folder that was opened by it.
  func stillHolds(_ other: Folder, as name: String) -> Bool {
    var (there, open) = (stat(), stat())
    return fstatat(descriptor, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && fstat(other.descriptor, &open) == 0
      && there.st_ino == open.st_ino && there.st_dev == open.st_dev
  }

  /// Whether it belongs to this user.
  var isOwn: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
  }

  /// Seconds since something in it changed or it was touched.
  package var age: Int { age(of: ".") }

  /// Seconds since something in it was written.
  package func age(of name: String) -> Int {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return 0 }
    #if canImport(Darwin)
      return time(nil) - status.st_mtimespec.tv_sec
    #else
      return time(nil) - status.st_mtim.tv_sec
    #endif
  }

  /// Touches it, to show that it is still in use.
  package func touch() { futimens(descriptor, nil) }

  /// Whether a text is the name of an entry in a folder, not a path.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && !text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}

/// An open file; it is closed when the value is destroyed, if not before.
final class OpenFile: Sendable {
  private let descriptor: Atomic<CInt>
  private let path: String

  package init(_ descriptor: CInt, _ path: String) {
    self.descriptor = Atomic(descriptor)
    self.path = path
  }

  package func write(_ content: FileContent) throws(FileError) {
    let file = descriptor.load(ordering: .relaxed)
    if let reason = content.withBytes({ FileSystem.writeAll($0, to: file) }) {
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// Closes the file; failed writes are detected here at the latest.
  package func finish(syncing: Bool) throws(FileError) {
    let file = descriptor.exchange(-1, ordering: .relaxed)
    var failure: String?
    if syncing, fsync(file) != 0, errno != EINVAL { failure = FileSystem.lastError }
    if close(file) != 0, failure == nil { failure = FileSystem.lastError }
    if let failure { throw .notWritten(path: path, reason: failure) }
  }

  deinit {
    let file = descriptor.exchange(-1, ordering: .relaxed)
    if file >= 0 { close(file) }
  }
}
