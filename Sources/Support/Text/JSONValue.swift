#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A JSON document of any shape: to compare two of them, and to hold what only its writer understands.
package enum JSONValue: Codable, Hashable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  /// Reads a document.
  ///
  /// - Throws: an error of the decoder for bytes that are not JSON; ``Refusal`` for more values than a record has, and for
  ///   an object with a key twice, of which every reader would believe another one.
  package init(_ bytes: [UInt8]) throws {
    let outline = JSONOutline(bytes)
    guard outline.values <= JSONOutline.mostValues else { throw Refusal.tooManyValues }
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    guard memberCount == outline.members else { throw Refusal.repeatedKey }
  }

  /// Why a document is not read although it is JSON.
  package enum Refusal: Error {
    case tooManyValues, repeatedKey
  }

  /// The members of all objects in it.
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

  /// A part of an object by its key.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// A step on the way to a part: a key of an object or a place in an array.
  ///
  /// A path is a list of them and not a text, so that no key can look like a path.
  package enum Step: Hashable, Comparable {
    case place(Int)
    case key(String)
  }

  /// Everything in it that has no parts, by its path; an empty object or array is there as what it is.
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

  /// The value as a reader would write it.
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
