internal import PluginKit

/// Parts of addresses for the live page, as users give them. They end up in headers, so they are checked letter by letter.
enum PageAddress {
  /// A host name or address without a port.
  ///
  /// - Throws: `SettingsError`; a star is refused too, because then any site's name could lead to the page.
  static func host(_ text: String) throws(SettingsError) -> String {
    guard isHost(text[...]) else {
      throw .refused(
        name: "--allow-host", text: text,
        allowed: "a single host name without a port, such as hub.example.org; a star would let any site use the page")
    }
    return text
  }

  /// A path with a slash at its beginning and none at its end; "" for "/".
  ///
  /// - Throws: `SettingsError`.
  static func path(_ text: String) throws(SettingsError) -> String {
    let names = text.split(separator: "/", omittingEmptySubsequences: true)
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~@+:")
    guard text.hasPrefix("/"), !text.contains("//"),
      names.allSatisfy({ $0 != "." && $0 != ".." && letters.isSuperset(of: $0) })
    else {
      throw .refused(
        name: "--base-path", text: text,
        allowed: "a path of letters, digits and -_.~@+: with a slash at its beginning, such as /user/anna/proxy/8021")
    }
    return names.map { "/\($0)" }.joined()
  }

  /// The scheme and the host of a site, perhaps with a port: "https://hub.example.org:8000". A star may stand for the port.
  ///
  /// - Throws: `SettingsError`.
  static func origin(_ text: String) throws(SettingsError) -> String {
    let text = text.hasSuffix("/") && !text.hasSuffix("//") ? String(text.dropLast()) : text
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    let isScheme =
      parts[0].first?.isLetter == true && parts[0].allSatisfy { $0.isASCII && ($0.isLetter || "+-.".contains($0)) }
    var host = parts.count == 2 ? parts[1] : ""
    if let port = host.firstMatch(of: /:([0-9]{1,5}|\*)$/) { host = host[..<port.range.lowerBound] }
    guard parts.count == 2, isScheme, isHost(host) else {
      throw .refused(
        name: "--allow-frame", text: text,
        allowed:
          "a site's scheme and host, such as https://hub.example.org or http://localhost:*, without a path and without other stars"
      )
    }
    return text
  }

  /// Letters, digits, hyphens and dots; or an IPv6 address in brackets.
  private static func isHost(_ text: Substring) -> Bool {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return text.count > 3 && text.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !text.isEmpty && text.count <= 253
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
  }
}
