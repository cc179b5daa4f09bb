public import Foundation
internal import Support

private let sharedFolders = Mutex<[URL]>([])

/// A folder that is removed when the value goes away.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// A new, empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("dlnn-sim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// A new, empty folder for several tests, removed when they have all ended.
  public static func shared() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    sharedFolders.withLock { folders in
      if folders.isEmpty {
        atexit { for url in sharedFolders.withLock({ $0 }) { try? FileManager.default.removeItem(at: url) } }
      }
      folders.append(folder.url)
    }
    return folder
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The folder's path.
  public var path: String { url.path }

  /// The path of something in it.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// The text of a file in it.
  public func text(_ name: String) throws -> String {
    // Foundation loses memory on empty files, which the address sanitizer would report.
    let size = try FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int
    return size == 0 ? "" : try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// Whether there is something of that name in it.
  public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Writes a file into it, with the folders above.
  public func write(_ text: String, to name: String, executable: Bool = false) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path) }
  }

  /// Writes a file of bytes into it, with the folders above.
  public func write(bytes: [UInt8], to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The paths of all files in it, sorted.
  public func files() -> [String] {
    let all = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
