#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A JSON document of any shape, for comparing two of them.
enum JSONValue: Decodable, Hashable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  /// Reads a document.
  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
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

  /// A part of an object by its key.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// Everything in it that has no parts, by its path: "request.training.seed".
  var leaves: [String: JSONValue] {
    var leaves: [String: JSONValue] = [:]
    func visit(_ value: JSONValue, _ path: String) {
      let prefix = path.isEmpty ? "" : path + "."
      switch value {
      case .object(let members): for (key, member) in members { visit(member, prefix + key) }
      case .array(let elements): for (index, element) in elements.enumerated() { visit(element, "\(prefix)\(index)") }
      default: leaves[path] = value
      }
    }
    visit(self, "")
    return leaves
  }

  /// The value as a reader would write it.
  var shown: String {
    switch self {
    case .object, .array: "…"
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .null: "nothing"
    }
  }
}
