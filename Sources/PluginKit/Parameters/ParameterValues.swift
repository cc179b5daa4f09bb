/// Checked values for a plugin's parameters: those that were set, the defaults for the rest.
public struct ParameterValues: Codable, Hashable, Sendable {
  private var texts: [String: String]

  /// Every value by the name of its parameter, as text.
  public var byName: [String: String] { texts }

  /// Checks settings against declarations.
  ///
  /// - Parameters:
  ///   - settings: texts by parameter name; names that are not declared are ignored here, see
  ///     `SettingsError.unknown`.
  /// - Throws: ``SettingsError/refused(name:text:allowed:)`` for a text outside what is allowed.
  public init(_ declarations: [ParameterDeclaration], settings: [String: String] = [:]) throws(SettingsError) {
    texts = [:]
    for declaration in declarations {
      let text = settings[declaration.name] ?? declaration.defaultText
      guard let canonical = declaration.canonical(text) else {
        throw .refused(name: declaration.name, text: text, allowed: declaration.allowed)
      }
      texts[declaration.name] = canonical
    }
  }

  /// The value of a declared parameter; the default for one that the plugin does not declare.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    texts[parameter.declaration.name].flatMap(Value.init(parameterText:)) ?? parameter.defaultValue
  }
}

/// Settings that no plugin takes, or not like this.
public enum SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value that its parameter does not allow.
  case refused(name: String, text: String, allowed: String)
  /// A name that no selected plugin declares.
  case unknown(name: String, nearest: String?, known: [String])

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
    }
  }
}
