package import Experiments
package import PluginKit

/// What a browser asks for.
struct PageRequest: Sendable {
  let method: Method
  /// The path, decoded, from its slash on.
  let path: String
  /// Names and texts behind the question mark, decoded, in their order.
  let query: [(name: String, text: String)]
  /// What the browser says of itself that matters.
  var headers = Headers()

  enum Method: Sendable {
    case get, head, other
  }

  struct Headers: Sendable {
    /// Every `Host` that was sent.
    var hosts: [String] = []
    /// Where the request comes from, as the browser says it (`Sec-Fetch-Site`).
    var fetchSite: String?
    /// The version that the browser has (`If-None-Match`).
    var known: String?
  }

  /// The longest target of a request, far beyond what any state of the page needs.
  static let longestTarget = 8192
  /// More parts than that has no query of ours.
  static let largestQuery = 256

  /// Reads a target such as `/run?eta=50`; nil for one that is damaged.
  init?(_ method: Method, target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first.flatMap({ Self.decoded($0) }), path.hasPrefix("/") else { return nil }
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
  }

  /// A text as forms encode it (`%C3%A9`, `+` for a space); nil where a code or the UTF-8 is broken, or a zero is in it.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
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
  /// Reads a link to a page, such as `/?plugin=tree&plugin=loss&eta=50`, as the page does.
  ///
  /// - Returns: nil for a damaged one.
  /// - Throws: what the page would tell instead of showing something.
  package static func linked(_ target: String, registry: PluginRegistry) throws -> RunRequest? {
    guard let request = PageRequest(.get, target: target) else { return nil }
    return try PageState(request.query, registry: registry, files: []).request
  }
}
