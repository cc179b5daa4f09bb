internal import Support

/// A piece of an HTML document.
///
/// A literal is markup; every text inserted into it is escaped, for elements and for quoted attributes:
///
/// ```
/// let row: Markup = "<td title=\"\(item)\">\(item)</td>"
/// ```
///
/// So a name such as `<script>` is shown, never run.
package struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// The piece in UTF-8.
  package private(set) var bytes: [UInt8]

  init() { bytes = [] }

  package init(stringLiteral literal: String) {
    bytes = Array(literal.utf8)
  }

  package init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  /// Pieces one after the other, each followed by a line break.
  init(lines: some Sequence<Markup>) {
    bytes = []
    for line in lines {
      bytes += line.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  init(joining pieces: some Sequence<Markup>) {
    bytes = pieces.flatMap(\.bytes)
  }

  /// A file of the page, used as markup without escaping.
  init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reserves memory for so many more bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

  /// Embeds an image as a data URL.
  ///
  /// - Complexity: O(n), without a copy of the image.
  mutating func append(dataURL image: [UInt8], type: String) {
    bytes += "data:\(type);base64,".utf8
    Base64.append(image, to: &bytes)
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }

    /// Adds a text, escaped.
    package mutating func appendInterpolation(_ text: some StringProtocol) {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": bytes += "&amp;".utf8
        case "<": bytes += "&lt;".utf8
        case ">": bytes += "&gt;".utf8
        case "\"": bytes += "&quot;".utf8
        case "'": bytes += "&#39;".utf8
        case "\n", "\t": bytes.append(UInt8(ascii: scalar))
        default: bytes += scalar.isPrintable ? String(scalar).utf8 : "\u{FFFD}".utf8
        }
      }
    }

    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

    /// Adds another piece without escaping.
    package mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }
  }
}
