/// The names under which the page may be asked for.
///
/// A page from elsewhere can point a name of its own at this machine and read what is here; its browser then still says that
/// name. So only names are answered that mean this machine to everybody.
struct HostPolicy: Sendable {
  private let names: Set<String>
  private let takesAddresses: Bool

  /// - Parameters:
  ///   - address: what is listened on.
  ///   - allowed: names that the reader allows.
  init(listeningOn address: String, allowed: [String] = []) {
    let own = address.contains(":") ? "[\(address)]" : address
    names = Set((["localhost", "127.0.0.1", "[::1]", own] + allowed).map { $0.lowercased() })
    // Nobody can point a number elsewhere.
    takesAddresses = !Self.isLoopback(address)
  }

  /// Whether only programs on this machine can reach an address.
  static func isLoopback(_ address: String) -> Bool {
    ["localhost", "::1"].contains(address) || (address.hasPrefix("127.") && isNumeric(address))
  }

  /// Whether a `Host` is one of the names; the port does not matter, because it may be forwarded.
  func allows(_ host: String) -> Bool {
    guard let name = Self.name(in: host.lowercased()) else { return false }
    return names.contains(name) || (takesAddresses && (name.hasPrefix("[") || Self.isNumeric(name)))
  }

  /// The part before the port, with the brackets of an IPv6 address.
  private static func name(in host: String) -> String? {
    let end =
      host.hasPrefix("[") ? host.firstIndex(of: "]").map(host.index(after:)) : host.firstIndex(of: ":") ?? host.endIndex
    guard let end else { return nil }
    let port = host[end...]
    let isPort = port.isEmpty || (port.first == ":" && isNumber(port.dropFirst(), UInt16.self))
    return isPort ? String(host[..<end]) : nil
  }

  private static func isNumeric(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { isNumber($0, UInt8.self) }
  }

  /// Whether a text is digits, and not too many; a number may else have a sign.
  private static func isNumber<Number: FixedWidthInteger>(_ text: Substring, _ type: Number.Type) -> Bool {
    Number(text) != nil && text.utf8.first != UInt8(ascii: "+") && text.utf8.first != UInt8(ascii: "-")
  }
}
