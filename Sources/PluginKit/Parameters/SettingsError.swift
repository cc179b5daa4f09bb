/// Settings that no plugin takes, or not like this.
public enum SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value that its parameter does not allow.
  case refused(name: String, text: String, allowed: String)
  /// A name that no selected plugin declares.
  case unknown(name: String, nearest: String?, known: [String])
  /// One setting given twice.
  case repeated(name: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .refused(let name, let text, let allowed):
      return "'\(text)' is not a value for '\(name)': it takes \(allowed)."
    case .unknown(let name, let nearest?, _):
      return "None of the selected plugins has a setting '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      let list = known.isEmpty ? "They have no settings." : "Their settings are \(known.joined(separator: ", "))."
      return "None of the selected plugins has a setting '\(name)'. \(list)"
    case .repeated(let name):
      return "The setting '\(name)' is given twice. Give it once."
    }
  }
}
