/// A folder of this process inside another one. Nobody else may enter it, its name is random, and it is removed with the value.
///
/// If a process was killed, the next one removes its folder, provided it belongs to the same user and nobody holds its lock.
/// Process numbers are not used for this, because several machines or containers may share the place.
package final class PrivateFolder: Sendable {
  /// What it is for.
  package enum Kind: String {
    /// Files on their way into an output folder.
    case unfinished = ".dlnn-sim-unfinished."
    /// Temporary drawings and runs, in the system's temporary folder.
    case scratch = "dlnn-sim-scratch."
  }

  /// The folder.
  package let folder: Folder
  private let parent: Folder
  private let name: String
  private let lock: OpenFile
  private let isRemoved = Atomic(false)

  /// Without locks, a folder counts as abandoned if it has not been touched for a day.
  private static let oldAge = 86_400

  /// Creates a folder, and removes abandoned ones of the same kind.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package init(in parent: Folder, _ kind: Kind) throws(FileError) {
    Self.removeAbandoned(in: parent, kind)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = kind.rawValue + String(generator.next(), radix: 36)
      guard let folder = try parent.makePrivateFolder(name) else { continue }
      let lock: OpenFile?
      do throws(FileError) {
        lock = try folder.makeLock()
      } catch {
        parent.removeEmptyFolder(name)
        throw error
      }
      guard let lock else {
        Self.removeOwn(folder, name, in: parent)
        continue
      }
      (self.folder, self.parent, self.name, self.lock) = (folder, parent, name, lock)
      return
    }
    throw .notWritten(path: parent.path, reason: "another process removes every new folder")
  }

  deinit { remove() }

  /// Removes the folder before the value is destroyed: a process that exits does not wait for all references.
  package func remove() {
    guard !isRemoved.exchange(true, ordering: .relaxed) else { return }
    Self.removeOwn(folder, name, in: parent)
  }

  /// Removes a folder of this process and all that is in it.
  ///
  /// Another process that looks for abandoned folders may create its lock file again meanwhile: therefore more than once.
  private static func removeOwn(_ folder: Folder, _ name: String, in parent: Folder) {
    for _ in 0..<100 where parent.stillHolds(folder, as: name) {
      folder.removeContent()
      parent.removeEmptyFolder(name)
    }
  }

  /// Removes abandoned folders of a kind.
  static func removeAbandoned(in parent: Folder, _ kind: Kind) {
    for name in parent.entries() where name.hasPrefix(kind.rawValue) {
      // Links are not opened, and folders of other users are not touched.
      guard let folder = try? parent.folder(name), folder.isOwn else { continue }
      let lock = folder.takeLock()
      defer { withExtendedLifetime(lock?.file) {} }
      guard lock?.isTaken ?? (folder.age > oldAge) else { continue }
      // Only once: if its creator has taken a new lock meanwhile, it goes on.
      folder.removeContent()
      if parent.stillHolds(folder, as: name) { parent.removeEmptyFolder(name) }
    }
  }
}
