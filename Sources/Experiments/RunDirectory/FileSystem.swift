#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The few calls to the system that a run needs, with errors that say what happened.
public enum FileSystem {
  /// How many processors there are to work side by side, at least 1.
  public static let processorCount = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))

  /// The memory of the machine in bytes.
  package static let physicalMemory = Int(sysconf(CInt(_SC_PHYS_PAGES))) * Int(sysconf(CInt(_SC_PAGESIZE)))

  /// Free bytes where a path is or would be; nil if that cannot be told.
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

  /// Makes a folder and those above it.
  package static func makeDirectory(_ path: String) throws(RunDirectoryError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .notWritten(path: path, reason: "there is a file of that name")
      }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeDirectory(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .notWritten(path: path, reason: lastError) }
  }

  /// Writes files beside their final names, syncs and renames them: a final name only ever stands for a whole file.
  ///
  /// Some are written before the first is synced: a file system that keeps a journal then writes it once for all of them.
  /// Not too many, because each is open until then.
  ///
  /// - Parameter syncing: whether the files are to outlive a fall of the system; what is soon removed need not.
  package static func write(
    _ files: [(path: String, content: FileContent)], syncing: Bool = true
  ) throws(RunDirectoryError) {
    for start in stride(from: 0, to: files.count, by: 32) {
      try writeTogether(files[start...].prefix(32), syncing: syncing)
    }
  }

  /// Writes a file that need not fit into memory, beside its final name, syncs and renames it.
  ///
  /// - Parameters:
  ///   - path: the final name.
  ///   - produce: calls what it is given with one piece after the other.
  /// - Throws: what `produce` throws; ``RunDirectoryError/notWritten(path:reason:)``.
  package static func write(
    _ path: String, piecewise produce: (([UInt8]) throws(RunDirectoryError) -> Void) throws -> Void
  ) throws {
    var file = try UnfinishedFile(path, mark: Self.mark())
    // After the renaming there is nothing of this name any more.
    defer { file.discard() }
    let descriptor = file.descriptor
    try produce { (bytes) throws(RunDirectoryError) in
      if let reason = bytes.withUnsafeBufferPointer({ writeAll($0, to: descriptor) }) {
        throw .notWritten(path: path, reason: reason)
      }
    }
    try file.close(syncing: true)
    guard rename(file.name, file.path) == 0 else { throw RunDirectoryError.notWritten(path: path, reason: lastError) }
  }

  /// Writes a file if there is none of the name: of several that do so at once one succeeds, and its file is whole.
  ///
  /// - Throws: ``RunDirectoryError/notWritten(path:reason:)``; that there is one already is no error.
  package static func writeNew(_ path: String, _ text: String) throws(RunDirectoryError) {
    var file = try UnfinishedFile(path, mark: Self.mark())
    defer { file.discard() }
    if let reason = FileContent.text(text).withBytes({ writeAll($0, to: file.descriptor) }) {
      throw .notWritten(path: path, reason: reason)
    }
    try file.close(syncing: true)
    if Self.systemLink(file.name, path) == 0 || errno == EEXIST { return }
    // A file system without links: then the file is made in its place, which of several only one does.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw .notWritten(path: path, reason: lastError)
    }
    let reason = FileContent.text(text).withBytes { writeAll($0, to: descriptor) }
    guard closeDescriptor(descriptor) == 0, reason == nil else {
      unlink(path)
      throw .notWritten(path: path, reason: reason ?? lastError)
    }
  }

  /// What no other process draws, on whatever machine.
  private static func mark() -> String {
    var generator = SystemRandomNumberGenerator()
    return "-" + String(generator.next(), radix: 16)
  }

  private static func systemLink(_ path: String, _ other: String) -> CInt {
    #if canImport(Darwin)
      Darwin.link(path, other)
    #elseif canImport(Musl)
      Musl.link(path, other)
    #else
      Glibc.link(path, other)
    #endif
  }

  private static func writeTogether(
    _ files: ArraySlice<(path: String, content: FileContent)>, syncing: Bool
  ) throws(RunDirectoryError) {
    var unfinished: [UnfinishedFile] = []
    defer { unfinished.forEach { $0.discard() } }
    for (path, content) in files {
      unfinished.append(try UnfinishedFile(path))
      if let reason = content.withBytes({ writeAll($0, to: unfinished[unfinished.count - 1].descriptor) }) {
        throw .notWritten(path: path, reason: reason)
      }
    }
    for index in unfinished.indices { try unfinished[index].close(syncing: syncing) }
    for file in unfinished {
      guard rename(file.name, file.path) == 0 else { throw .notWritten(path: file.path, reason: lastError) }
    }
    unfinished = []
  }

  /// A file that is being written under a name of its own.
  private struct UnfinishedFile {
    let path: String
    let name: String
    private(set) var descriptor: CInt

    /// - Parameter mark: something that no other process puts behind its number, where numbers may meet from several machines.
    init(_ path: String, mark: String = "") throws(RunDirectoryError) {
      let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
      self.path = path
      name = "\(path[..<slash]).\(path[slash...]).\(getpid())\(mark).part"
      descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .notWritten(path: path, reason: lastError) }
    }

    mutating func close(syncing: Bool) throws(RunDirectoryError) {
      var failure: String?
      if syncing, fsync(descriptor) != 0, errno != EINVAL { failure = lastError }
      if FileSystem.closeDescriptor(descriptor) != 0, failure == nil { failure = lastError }
      descriptor = -1
      if let failure { throw .notWritten(path: path, reason: failure) }
    }

    func discard() {
      if descriptor >= 0 { FileSystem.closeDescriptor(descriptor) }
      unlink(name)
    }
  }

  @discardableResult
  private static func closeDescriptor(_ descriptor: CInt) -> CInt { close(descriptor) }

  /// The content of a file, nil if it cannot be read, is no ordinary file (a pipe, a device without end), or is larger
  /// than anything that a run writes.
  package static func read(_ path: String, atMost limit: Int = 1 << 30, followingLinks: Bool = true) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      return nil
    }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while content.count <= limit {
      let count = Self.retrying { read(descriptor, &buffer, buffer.count) }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      content += buffer[..<count]
    }
    return content.count <= limit ? content : nil
  }

  /// The first bytes of an ordinary file; nil for what is none, a link included, or cannot be read.
  static func beginning(of path: String, atMost limit: Int) -> [UInt8]? {
    guard ordinarySize(path, followingLinks: false) != nil else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Self.retrying { read(descriptor, &buffer, limit) }
    return count < 0 ? nil : Array(buffer[..<count])
  }

  /// Whether there is anything of a name, as far as one may look.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

  /// The size of an ordinary file in bytes; nil for what is none.
  static func ordinarySize(_ path: String, followingLinks: Bool) -> Int? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Whether a path is that of a folder.
  package static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A path from the root as it was given, links and all, whether or not there is anything.
  package static func pathFromRoot(_ path: String) throws(RunDirectoryError) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if path.hasPrefix("/") { return String(path) }
    guard let folder = getcwd(nil, 0) else { throw .notWritten(path: String(path), reason: lastError) }
    defer { free(folder) }
    let start = String(cString: folder)
    return path.isEmpty || path == "." ? start : "\(start == "/" ? "" : start)/\(path)"
  }

  /// A path from the root, without links in it.
  static func absolutePath(_ path: String) throws(RunDirectoryError) -> String {
    guard let resolved = realpath(path, nil) else { throw .notWritten(path: path, reason: lastError) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a link.
  static func link(_ path: String, to other: String) throws(RunDirectoryError) {
    guard symlink(other, path) == 0 else { throw .notWritten(path: path, reason: lastError) }
  }

  /// Removes a file; one that is not there is no matter.
  package static func remove(_ path: String) {
    unlink(path)
  }

  /// The names in a folder; none if there is no folder, nil if it cannot be read.
  package static func listing(_ path: String) -> [String]? {
    guard let folder = opendir(path) else { return errno == ENOENT ? [] : nil }
    closedir(folder)
    return entries(path)
  }

  /// The names in a folder; none if it cannot be read.
  package static func entries(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
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

  /// Whether there is a process of a number.
  package static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  /// Makes a new folder among the system's temporary ones, named after this process.
  static func makeTemporaryDirectory() throws(RunDirectoryError) -> String {
    // mkdtemp puts characters of its own in place of the six X.
    var template = Array("\(temporaryPlace)/\(temporaryName)\(getpid()).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notWritten(path: temporaryPlace, reason: lastError) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes temporary folders of processes that ended before they could do it.
  static func removeLeftTemporaryDirectories() {
    for entry in entries(temporaryPlace) where entry.hasPrefix(temporaryName) {
      let parts = entry.dropFirst(temporaryName.count).split(separator: ".")
      guard parts.count == 2, let process = Int32(parts[0]), !isRunning(process) else { continue }
      removeTree("\(temporaryPlace)/\(entry)")
    }
  }

  private static let temporaryName = "dlnn-sim-scratch."

  private static let temporaryPlace: String = {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return place.isEmpty ? "/tmp" : place
  }()

  /// Removes a folder and everything in it.
  package static func removeTree(_ path: String) {
    for entry in entries(path) {
      let inner = "\(path)/\(entry)"
      var status = stat()
      if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { removeTree(inner) } else { remove(inner) }
    }
    rmdir(path)
  }

  /// Removes a folder if there is nothing in it.
  package static func removeEmptyDirectory(_ path: String) {
    rmdir(path)
  }

  static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: CInt) -> String? {
    var written = 0
    while written < bytes.count {
      let count = retrying {
        Self.systemWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { return lastError }
      written += count
    }
    return nil
  }

  private static func systemWrite(_ descriptor: CInt, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Glibc.write(descriptor, start, count)
    #endif
  }

  private static func read(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Glibc.read(descriptor, buffer, count)
    #endif
  }

  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  static var lastError: String { String(cString: strerror(errno)) }
}
