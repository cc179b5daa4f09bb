/// A new file that grows piece by piece. Each piece is written completely or not at all, if the system allows that.
package final class AppendOnlyFile: Sendable {
  /// Where it is.
  package let path: String
  private let descriptor: CInt

  /// Creates a file; the name must be free.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package init(_ name: String, in folder: Folder) throws(FileError) {
    path = "\(folder.path)/\(name)"
    descriptor = try folder.create(name, appending: true)
  }

  /// Adds a piece. A piece that does not fit is removed completely.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package func append(_ text: String) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .notWritten(path: path, reason: FileSystem.lastError) }
    guard let reason = FileContent.text(text).withBytes({ FileSystem.writeAll($0, to: descriptor) }) else { return }
    ftruncate(descriptor, status.st_size)
    throw .notWritten(path: path, reason: reason)
  }

  /// Waits until everything written would survive a crash of the system.
  ///
  /// - Throws: ``FileError/notWritten(path:reason:)``.
  package func sync() throws(FileError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .notWritten(path: path, reason: FileSystem.lastError)
    }
  }

  deinit { close(descriptor) }
}

/// A file that is read in parts, so that it need not fit into memory.
package struct FileReader: ~Copyable {
  /// Where it is.
  package let path: String
  /// Its size in bytes when it was opened.
  package let size: Int
  private let descriptor: CInt

  /// Opens a regular file; nil for anything else and for unreadable files.
  package init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    (self.path, self.descriptor, size) = (path, descriptor, Int(status.st_size))
  }

  /// Reads bytes from an offset until the buffer is full or the file ends; nil if the file cannot be read.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    var done = 0
    while done < buffer.count {
      let count = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      done += count
    }
    return done
  }

  deinit { close(descriptor) }
}

/// A checksum over bytes, to detect changed or damaged content.
///
/// Fowler, Noll and Vo's FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): not cryptographic, which a
/// folder of results does not need.
package struct Checksum: Hashable, Sendable {
  /// The number so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds bytes.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// Adds many bytes.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// The checksum of a text.
  package init(_ text: String) { add(text.utf8) }

  /// The checksum of nothing yet.
  package init() {}

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
