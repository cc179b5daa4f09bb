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
