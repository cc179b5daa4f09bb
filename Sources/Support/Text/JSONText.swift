#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Values as JSON texts.
package enum JSONText {
  /// Keys in alphabetical order, so that equal values are equal texts; numbers that are not finite as words.
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads what ``of(_:)`` writes, numbers that are not finite included.
  package static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
    return try decoder.decode(type, from: Data(bytes))
  }
}

/// How much there is in a JSON text, counted without reading it: what costs time and memory is known before they are spent.
package struct JSONOutline {
  /// Members of all objects: the colons between a key and a value.
  package private(set) var members = 0
  /// Values, or a few more: one for each comma and each opening bracket.
  package private(set) var values = 1

  /// More values than a record has: a full run of all datasets writes some thousands.
  ///
  /// Texts are cheap, however long: those of dataset files and their tables count as one value each.
  package static let mostValues = 1_000_000

  /// Counts what stands outside of texts, and stops above ``mostValues``.
  ///
  /// - Complexity: O(length), without memory of its own.
  package init(_ bytes: [UInt8]) {
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if values > Self.mostValues { break }
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: ":"): members += 1
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): values += 1
      default: break
      }
    }
  }
}
