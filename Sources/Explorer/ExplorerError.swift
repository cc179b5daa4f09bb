/// Why the page cannot be served.
public enum ExplorerError: Error, Equatable, CustomStringConvertible {
  /// Another program listens there.
  case portInUse(address: String, port: Int)
  /// It cannot be listened there.
  case notListening(address: String, port: Int, reason: String)

  /// What, why, and what to do.
  public var description: String {
    switch self {
    case .portInUse(let address, let port):
      "Port \(port) of \(address) is taken, perhaps by another page like this one. Choose another with --port, or "
        + "--port 0 for any that is free."
    case .notListening(let address, let port, let reason):
      "The page cannot be served at \(address), port \(port): \(reason). Choose another address with --host, or another "
        + "port with --port."
    }
  }
}
