internal import LearningDynamics
internal import PluginKit
internal import Support

/// Frequencies of items as text: "Oak=4", or several, "Oak=4; Pine=0". A name with a semicolon, an equals sign or a quote is
/// put in double quotes.
enum FrequencyText {
  /// Reads one or several; nil for anything else.
  static func read(_ text: String) -> [String: Double]? {
    var found: [String: Double] = [:]
    for part in parts(of: text) {
      guard let equals = part.lastIndex(of: "="),
        let number = Double(parameterText: String(part[part.index(after: equals)...].trimmed)),
        (0...Dataset.largestFrequency).contains(number)
      else { return nil }
      let name = unquoted(String(part[..<equals]).trimmed)
      guard !name.isEmpty, found.updateValue(number, forKey: name) == nil else { return nil }
    }
    return found
  }

  /// The text of some, in the order of their names.
  static func write(_ frequencies: [String: Double]) -> String {
    frequencies.sorted { $0.key < $1.key }.map { "\(quoted($0.key))=\($0.value.parameterText)" }.joined(separator: "; ")
  }

  /// The parts between semicolons that are not in quotes.
  private static func parts(of text: String) -> [String] {
    var (parts, isQuoted) = ([""], false)
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
    return String(name.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  private static func quoted(_ name: String) -> String {
    guard name.contains(where: { ";=\"".contains($0) }) || name != name.trimmed else { return name }
    return "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
