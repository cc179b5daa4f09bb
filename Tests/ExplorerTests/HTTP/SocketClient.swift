import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// A plain socket to the server, which can send what no browser would.
///
/// Its methods block: call them on a separate thread (``away(_:)``).
final class SocketClient {
  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: [UInt8]
    let version: String

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private var descriptor: Int32
  private var received: [UInt8] = []

  /// - Throws: if nothing listens on the port.
  init(port: Int) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var patience = timeval(tv_sec: Int(unlimited.components.seconds), tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let reason = errno
      // Close only once: later the descriptor may belong to another file.
      close()
      throw POSIXError(POSIXErrorCode(rawValue: reason) ?? .EIO)
    }
  }

  deinit { close() }

  func close() {
    if descriptor >= 0 { Foundation.close(descriptor) }
    descriptor = -1
  }

  /// Closes the sending side; answers can still be received.
  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Sends bytes; returns how many were accepted before the other side closed.
  @discardableResult
  func send(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags = Int32(0)
      #endif
      let count = bytes.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, flags)
      }
      guard count > 0 else { break }
      sent += count
    }
    return sent
  }

  /// The next answer; nil if the connection ends first, or nothing arrives in time.
  func answer(withoutBody: Bool = false) -> Answer? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = received.firstRange(of: end) {
        let lines = String(decoding: received[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        let headers = Dictionary(
          lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
          }
        ) { first, _ in first }
        let length = withoutBody ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
        while received.count < head.upperBound + length { guard receive() else { return nil } }
        let body = Array(received[head.upperBound..<head.upperBound + length])
        received.removeFirst(head.upperBound + length)
        return Answer(status: Int(words[1]) ?? 0, headers: headers, body: body, version: String(words[0]))
      }
      guard receive() else { return nil }
    }
  }

  /// Whether the server closes the connection, after any other data.
  func isEnded() -> Bool {
    while receive() {}
    return errno != EAGAIN && errno != EWOULDBLOCK
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    errno = 0
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received += buffer[..<count]
    return true
  }
}

/// Runs blocking work on a new thread.
func away<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Result { try work() }) }.start()
  }
}
