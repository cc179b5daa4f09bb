/// A lock on a folder, held as long as the value lives, so that two processes do not write into one folder.
///
/// The system releases it when the process ends.
package final class FolderLock: Sendable {
  private let descriptor: CInt
  /// Whether other processes are kept out. Some file systems have no locks; then the state of the files must tell.
  package let isEffective: Bool

  /// Locks a folder.
  ///
  /// - Parameter isShared: whether others may hold a shared lock at the same time.
  /// - Throws: ``FileError/inUse(path:)``.
  package convenience init(_ folder: Folder, isShared: Bool = false) throws(FileError) {
    // Opened again, because the lock ends when this descriptor is closed.
    try self.init(
      openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), isShared ? LOCK_SH : LOCK_EX, folder.path)
  }

  /// Locks a file, which is created if needed.
  ///
  /// - Throws: as ``init(_:isShared:)``.
  package convenience init(file name: String, in folder: Folder) throws(FileError) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    try self.init(openat(folder.descriptor, name, flags, 0o666), LOCK_EX, folder.path)
  }

  /// Tries for half a second: a process that is just being started holds copies of all open files, and so also of released
  /// locks, until it executes its own program.
  private init(_ descriptor: CInt, _ kind: CInt, _ path: String) throws(FileError) {
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw .notWritten(path: path, reason: FileSystem.lastError) }
    var answer = Self.lock(descriptor, kind)
    for _ in 0..<50 where answer == EWOULDBLOCK {
      usleep(10_000)
      answer = Self.lock(descriptor, kind)
    }
    isEffective = answer == 0
    if answer == EWOULDBLOCK { throw .inUse(path: path) }
  }

  /// Tries once. Returns 0 on success, otherwise errno.
  private static func lock(_ descriptor: CInt, _ kind: CInt) -> CInt {
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EINTR else { return errno }
    }
    return 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

/// Work that an interrupt should not cut off: the interrupt waits for it a little.
package enum UnfinishedWork {
  private static let count = Atomic(0)

  package static func begin() { count.add(1, ordering: .sequentiallyConsistent) }
  package static func end() { count.subtract(1, ordering: .sequentiallyConsistent) }

  /// Whether files are just being renamed to their final places.
  package static var isThere: Bool { count.load(ordering: .sequentiallyConsistent) > 0 }
}
