#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A folder taken by this process for as long as the value lives: two that write into one folder would mix their files.
///
/// The system gives it back when the process ends, however it ends.
package final class FolderLock {
  private let descriptor: CInt

  /// Takes a folder; one whose file system knows no locks counts as taken.
  ///
  /// It is tried for half a second: a process that another one is just starting holds a copy of every open file, and with
  /// it a lock that was given back, until it becomes the other program.
  ///
  /// - Parameters:
  ///   - folder: the folder; or a file, which is made if it is not there.
  ///   - isShared: whether others may take it in the same way at the same time.
  ///   - isFile: whether it is a file.
  /// - Throws: ``RunDirectoryError/inUse(path:)``.
  package init(_ folder: String, isShared: Bool = false, isFile: Bool = false) throws(RunDirectoryError) {
    descriptor = isFile ? open(folder, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) : open(folder, O_RDONLY | O_CLOEXEC)
    let kind = isShared ? LOCK_SH : LOCK_EX
    for _ in 0..<50 {
      guard descriptor >= 0, flock(descriptor, kind | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      usleep(10_000)
    }
    throw .inUse(path: folder)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
