/// A folder of this process inside another one: nobody else may enter it, its name cannot be foreseen, and it goes with the
/// value.
///
/// What a process that was killed left of it, the next one removes, if it belongs to the same user and nobody holds its
/// lock. Numbers of processes say nothing here: several machines or containers may share the place.
package final class PrivateFolder: Sendable {
  /// What it is for.
  package enum Kind: String {
    /// Files on their way into an output folder.
    case unfinished = ".dlnn-sim-unfinished."
    /// What is drawn or run only to be looked at, in the system's temporary folder.
    case scratch = "dlnn-sim-scratch."
  }

  /// The folder.
  package let folder: Folder
  private let parent: Folder
  private let name: String
  private let lock: OpenFile
  private let isRemoved = Atomic(false)

  /// Without a lock a folder counts as left behind when it has not been touched for a day.
  private static let oldAge = 86_400

  /// Makes one, and removes what others of its kind left behind.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package init(in parent: Folder, _ kind: Kind) throws(FileError) {
    Self.removeAbandoned(in: parent, kind)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = kind.rawValue + String(generator.next(), radix: 36)
      guard let folder = try parent.makePrivateFolder(name) else { continue }
      guard let lock = folder.makeLock() else {
        let isThere = parent.stillHolds(folder, as: name)
        parent.removeEmptyFolder(name)
        // Somebody took it for left behind; else no file can be made in it.
        if isThere { break }
        continue
      }
      (self.folder, self.parent, self.name, self.lock) = (folder, parent, name, lock)
      return
    }
    throw .notWritten(path: parent.path, reason: FileSystem.lastError)
  }

  deinit { remove() }

  /// Removes the folder before the value goes: a process that ends does not wait for everybody who holds it.
  package func remove() {
    guard !isRemoved.exchange(true, ordering: .relaxed) else { return }
    folder.removeContent()
    if parent.stillHolds(folder, as: name) { parent.removeEmptyFolder(name) }
  }

  /// Removes the folders of a kind whose processes ended before they could do it.
  static func removeAbandoned(in parent: Folder, _ kind: Kind) {
    for name in parent.entries() where name.hasPrefix(kind.rawValue) {
      // A link in its place is not opened, nor is what somebody else owns touched.
      guard let folder = try? parent.folder(name), folder.isOwn else { continue }
      let lock = folder.takeLock()
      defer { withExtendedLifetime(lock?.file) {} }
      guard lock?.isTaken ?? (folder.age > oldAge) else { continue }
      folder.removeContent()
      if parent.stillHolds(folder, as: name) { parent.removeEmptyFolder(name) }
    }
  }
}
