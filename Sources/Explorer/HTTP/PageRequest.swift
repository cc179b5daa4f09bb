package import Experiments
package import PluginKit

/// A browser's request.
struct PageRequest: Sendable {
  let method: Method
  /// The path, decoded, with the leading slash.
  private(set) var path: String
  /// Names and texts after the question mark, decoded, in order.
  let query: [(name: String, text: String)]
  /// The query as it was sent, with its question mark; empty without one.
  let queryText: String
  var headers = Headers()

  enum Method: Sendable {
    case get, head, other
  }

  struct Headers: Sendable {
    /// All `Host` headers.
    var hosts: [String] = []
    /// Where the request comes from (`Sec-Fetch-Site`).
    var fetchSite: String?
    /// The version in the browser's cache (`If-None-Match`).
    var known: String?
  }

  /// The longest target of a request, far longer than any state of the page needs.
  static let longestTarget = 8192
  /// The largest number of parts in a query, more than the page ever sends.
  static let largestQuery = 256

  /// Reads a target such as `/run?eta=50`; nil if it is not valid.
  init?(_ method: Method, target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first.flatMap({ Self.decoded($0, plus: UInt8(ascii: "+")) }), path.hasPrefix("/") else {
      return nil
    }
    var query: [(String, String)] = []
    if parts.count > 1, !parts[1].isEmpty {
      let pairs = parts[1].split(separator: "&")
      guard pairs.count <= Self.largestQuery else { return nil }
      for pair in pairs {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = Self.decoded(sides[0]), let text = Self.decoded(sides.count > 1 ? sides[1] : "") else {
          return nil
        }
        query.append((name, text))
      }
    }
    (self.method, self.path, self.query) = (method, path, query)
    queryText = parts.count > 1 ? "?\(parts[1])" : ""
  }

  /// The same request for another path.
  func moved(to path: String) -> PageRequest {
    var request = self
    request.path = path
    return request
  }

  /// Decodes a text as forms encode it (`%C3%A9`, `+` for a space in queries); nil for an invalid code, invalid UTF-8 or a zero
  /// byte.
  private static func decoded(_ text: Substring, plus: UInt8 = UInt8(ascii: " ")) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(plus)
      case UInt8(ascii: "%"):
        let digits = (0..<2).compactMap { _ in rest.popFirst() }.compactMap {
          Character(Unicode.Scalar($0)).hexDigitValue
        }
        guard digits.count == 2, digits != [0, 0] else { return nil }
        bytes.append(UInt8(16 * digits[0] + digits[1]))
      case 0: return nil
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension RunRequest {
  /// Reads a link to the page, such as `/?plugin=tree&plugin=loss&eta=50`, as the page does.
  ///
  /// - Returns: nil for an invalid link.
  /// - Throws: the error that the page would show.
  package static func linked(_ target: String, registry: PluginRegistry) throws -> RunRequest? {
    guard let request = PageRequest(.get, target: target) else { return nil }
    return try PageState(request.query, registry: registry, files: []).request
  }
}
