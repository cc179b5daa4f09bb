internal import Support

/// A piece of an HTML document.
///
/// What stands in a literal is markup; every text put into one is escaped, for elements and for attributes in quotes:
///
/// ```
/// let row: Markup = "<td title=\"\(item)\">\(item)</td>"
/// ```
///
/// So a name such as `<script>` is shown and never run.
package struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// The piece in UTF-8.
  package private(set) var bytes: [UInt8]

  /// An empty piece.
  init() { bytes = [] }

  package init(stringLiteral literal: String) {
    bytes = Array(literal.utf8)
  }

  package init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  /// Pieces one after the other, each on lines of its own.
  init(lines: some Sequence<Markup>) {
    bytes = []
    for line in lines {
      bytes += line.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Pieces one after the other.
  init(joining pieces: some Sequence<Markup>) {
    bytes = pieces.flatMap(\.bytes)
  }

  /// A file of the page, which is markup as it stands.
  init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

  /// Adds bytes as the URL of an image, which the document then holds itself.
  ///
  /// - Complexity: O(n), without a copy of the image.
  mutating func append(dataURL image: [UInt8], type: String) {
    bytes += "data:\(type);base64,".utf8
    Base64.append(image, to: &bytes)
  }

  /// A literal in the making.
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

    /// Adds a number.
    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

    /// Adds another piece as it is.
    package mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }
  }
}
