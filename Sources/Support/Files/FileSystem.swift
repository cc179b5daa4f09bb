/// The system calls that a run needs, with clear errors.
public enum FileSystem {
  /// The memory of the machine in bytes.
  package static let physicalMemory = Int(sysconf(CInt(_SC_PHYS_PAGES))) * Int(sysconf(CInt(_SC_PAGESIZE)))

  /// Free bytes where a path is or would be; nil if unknown.
  package static func freeSpace(_ path: String) -> Int? {
    var status = statvfs()
    var place = path
    while statvfs(place, &status) != 0 {
      guard let slash = place.lastIndex(of: "/") else {
        return place == "." ? nil : freeSpace(".")
      }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
      if place == "/" { return statvfs("/", &status) == 0 ? Int(status.f_bavail) * Int(status.f_frsize) : nil }
    }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  /// Creates a folder and its parents.
  package static func makeDirectory(_ path: String) throws(FileError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .notWritten(path: path, reason: "a file with that name exists")
      }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeDirectory(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .notWritten(path: path, reason: lastError) }
  }

  /// Writes a file, completely or not at all, replacing an existing one.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package static func write(_ path: String, _ content: FileContent) throws(FileError) {
    let (folder, name) = try place(path)
    try folder.write([(name, content)])
  }

  /// The folder that a path leads into, and the name in it.
  package static func place(_ path: String) throws(FileError) -> (folder: Folder, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (try Folder("."), path) }
    do throws(FileError) {
      let folder = try Folder(slash == path.startIndex ? "/" : String(path[..<slash]))
      return (folder, String(path[path.index(after: slash)...]))
    } catch .notWritten(_, let reason) {
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// The content of a regular file. Returns nil if it cannot be read, is a pipe or device, or is larger than the limit.
  package static func read(_ path: String, atMost limit: Int = 1 << 30, followingLinks: Bool = true) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return content(of: descriptor, atMost: limit)
  }

  /// The content of an open regular file; nil for anything else, and for files above the limit.
  package static func content(of descriptor: CInt, atMost limit: Int) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      return nil
    }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while content.count <= limit {
      let count = Self.retrying { systemRead(descriptor, &buffer, buffer.count) }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      content += buffer[..<count]
    }
    return content.count <= limit ? content : nil
  }

  /// The first bytes of a regular file; nil for anything else, links included, and for unreadable files.
  package static func beginning(of path: String, atMost limit: Int) -> [UInt8]? {
    guard ordinarySize(path, followingLinks: false) != nil else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Self.retrying { systemRead(descriptor, &buffer, limit) }
    return count < 0 ? nil : Array(buffer[..<count])
  }

  /// Whether something with this name exists; false if the folder cannot be read.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

  /// The size of a regular file in bytes; nil for anything else.
  package static func ordinarySize(_ path: String, followingLinks: Bool) -> Int? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Identifies the content of a file without reading it.
  package struct Stamp: Hashable, Sendable {
    let file: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// The stamp of the file at a path; nil if there is none.
  package static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      file: UInt64(status.st_ino), size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The absolute path. Links are not resolved, and the file need not exist.
  package static func pathFromRoot(_ path: String) throws(FileError) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if path.hasPrefix("/") { return String(path) }
    guard let folder = getcwd(nil, 0) else { throw .notWritten(path: String(path), reason: lastError) }
    defer { free(folder) }
    let start = String(cString: folder)
    return path.isEmpty || path == "." ? start : "\(start == "/" ? "" : start)/\(path)"
  }

  /// The names in a folder: empty if the folder does not exist, nil if it cannot be read.
  package static func listing(_ path: String) -> [String]? {
    guard let folder = opendir(path) else { return errno == ENOENT ? [] : nil }
    closedir(folder)
    return entries(path)
  }

  /// The names in a folder; none if it cannot be read.
  package static func entries(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    return names(in: folder)
  }

  #if canImport(Darwin)
    typealias FolderStream = UnsafeMutablePointer<DIR>
  #else
    typealias FolderStream = OpaquePointer
  #endif

  /// The names in an open folder, without "." and "..".
  static func names(in folder: FolderStream) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The system's folder for temporary files.
  package static let temporaryPlace: String = {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return place.isEmpty ? "/tmp" : place
  }()

  static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: CInt) -> String? {
    var written = 0
    while written < bytes.count {
      let count = retrying {
        systemWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { return lastError }
      written += count
    }
    return nil
  }

  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  static var lastError: String { String(cString: strerror(errno)) }
}

/// The content to write to a file.
package enum FileContent: Hashable, Sendable {
  /// Text, in UTF-8.
  case text(String)
  /// Raw bytes.
  case bytes([UInt8])

  /// Calls a function with the bytes.
  func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    switch self {
    case .text(var text): text.withUTF8(body)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }
}

/// A file or folder that cannot be used.
public enum FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file or folder that could not be written.
  case notWritten(path: String, reason: String)
  /// A folder into which another process is writing.
  case inUse(path: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .notWritten(let path, let reason):
      "\(path) could not be written: \(reason). \(Self.advice(reason))"
    case .inUse(let path):
      "Another run is writing to \(path), or has just finished. Wait for it, or choose another folder."
    }
  }

  /// Advice for the system's reason.
  private static func advice(_ reason: String) -> String {
    reason.contains("open files")
      ? "Raise the limit with 'ulimit -n 256', or run less in parallel."
      : "Free some space, or choose a folder that you can write to."
  }
}
