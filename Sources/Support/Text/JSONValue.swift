#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A JSON document of any structure.
package enum JSONValue: Codable, Hashable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  /// Reads a document.
  ///
  /// - Throws: an error of the decoder for bytes that are not JSON; ``Refusal`` for too many values, and for duplicate keys,
  ///   which are ambiguous.
  package init(_ bytes: [UInt8]) throws {
    let outline = JSONOutline(bytes)
    guard outline.values <= JSONOutline.mostValues else { throw Refusal.tooManyValues }
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    guard memberCount == outline.members else { throw Refusal.repeatedKey }
  }

  /// Why a valid JSON document is refused.
  package enum Refusal: Error {
    case tooManyValues, repeatedKey
  }

  /// The number of members of all objects in it.
  private var memberCount: Int {
    switch self {
    case .object(let members): members.values.reduce(members.count) { $0 + $1.memberCount }
    case .array(let elements): elements.reduce(0) { $0 + $1.memberCount }
    case .text, .number, .flag, .null: 0
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let members): try container.encode(members)
    case .array(let elements): try container.encode(elements)
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .null: try container.encodeNil()
    }
  }

  /// The member of an object with a key.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// A step of a path: a key of an object or an index of an array.
  ///
  /// A path is a list of steps and not a text, so that a key cannot be mistaken for a path.
  package enum Step: Hashable, Comparable {
    case place(Int)
    case key(String)
  }

  /// All values without parts, by path; empty objects and arrays are included.
  package var leaves: [[Step]: JSONValue] {
    var leaves: [[Step]: JSONValue] = [:]
    func visit(_ value: JSONValue, _ path: [Step]) {
      switch value {
      case .object(let members) where !members.isEmpty:
        for (key, member) in members { visit(member, path + [.key(key)]) }
      case .array(let elements) where !elements.isEmpty:
        for (index, element) in elements.enumerated() { visit(element, path + [.place(index)]) }
      default: leaves[path] = value
      }
    }
    visit(self, [])
    return leaves
  }

  /// The value as text for messages.
  package var shown: String {
    switch self {
    case .object(let members): members.isEmpty ? "{}" : "…"
    case .array(let elements): elements.isEmpty ? "[]" : "…"
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .null: "nothing"
    }
  }
}

/// Conversion of values to and from JSON text.
package enum JSONText {
  /// The JSON text, with sorted keys so that equal values give equal texts; non-finite numbers become words.
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads the output of ``of(_:)``, including non-finite numbers.
  package static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
    return try decoder.decode(type, from: Data(bytes))
  }
}

/// The number of values in a JSON text, counted without decoding, to refuse large documents before they cost time and
/// memory.
package struct JSONOutline {
  /// Members of all objects: the colons between a key and a value.
  package private(set) var members = 0
  /// Values, or a few more: one for each comma and each opening bracket.
  package private(set) var values = 1

  /// The largest number allowed; a full run of all datasets writes some thousands.
  ///
  /// A text counts as one value, however long it is.
  package static let mostValues = 1_000_000

  /// Counts outside string literals, and stops above ``mostValues``.
  ///
  /// - Complexity: O(length), without extra memory.
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
