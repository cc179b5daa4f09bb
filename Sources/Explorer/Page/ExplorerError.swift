/// Why the page cannot be served.
public enum ExplorerError: Error, Equatable, CustomStringConvertible {
  /// Another program listens there.
  case portInUse(address: String, port: Int)
  /// It cannot be listened there.
  case notListening(address: String, port: Int, reason: String)
  /// The process may not have as many files open as it needs.
  case tooFewFiles(limit: Int, needed: Int)

  /// What, why, and what to do.
  public var description: String {
    switch self {
    case .portInUse(let address, let port):
      "Port \(port) of \(address) is taken, perhaps by another page like this one. Choose another with --port, or "
        + "--port 0 for any that is free."
    case .notListening(let address, let port, let reason):
      "The page cannot be served at \(address), port \(port): \(reason). Choose another address with --host, or another "
        + "port with --port."
    case .tooFewFiles(let limit, let needed):
      "The page cannot be served: this process may have \(limit) files open at once, and needs \(needed) for connections and "
        + "for gnuplot. Allow more, such as with 'ulimit -n 256', and start it again."
    }
  }
}
