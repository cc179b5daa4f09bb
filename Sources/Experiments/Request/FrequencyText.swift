internal import LearningDynamics
internal import PluginKit
internal import Support

/// Frequencies of items as text: "Oak=4", or several, "Oak=4; Pine=0". A name with a semicolon, an equals sign or a quote is
/// put in double quotes.
enum FrequencyText {
  /// Reads one or several; nil for anything else.
  static func read(_ text: String) -> [String: Double]? {
    var found: [String: Double] = [:]
    for part in QuotedText.parts(of: text, at: ";") {
      guard let equals = part.lastIndex(of: "="),
        let number = Double(parameterText: String(part[part.index(after: equals)...].trimmed)),
        (0...Dataset.largestFrequency).contains(number)
      else { return nil }
      let name = QuotedText.unquoted(String(part[..<equals]).trimmed)
      guard !name.isEmpty, found.updateValue(number, forKey: name) == nil else { return nil }
    }
    return found
  }

  /// The text of some, in the order of their names.
  static func write(_ frequencies: [String: Double]) -> String {
    frequencies.sorted { $0.key < $1.key }.map {
      "\(QuotedText.quoted($0.key, ifContaining: ";="))=\($0.value.parameterText)"
    }.joined(separator: "; ")
  }
}
