internal import Support

/// Checked values of a plugin's parameters: the ones that were set, and defaults for the others.
public struct ParameterValues: Hashable, Sendable {
  private var texts: [String: String]
  private let given: Set<String>
  /// The texts of tables, by name.
  private let tables: [String: String]

  /// Every value by the name of its parameter, as text.
  public var byName: [String: String] { texts }

  /// Checks settings against declarations.
  ///
  /// - Parameters:
  ///   - declarations: the known parameters.
  ///   - settings: texts by parameter name; unknown names are ignored here, see
  ///     `SettingsError.unknown`.
  ///   - tables: the texts of the tables that settings name, by name.
  /// - Throws: ``SettingsError/refused(name:text:allowed:)`` for a text that is not allowed.
  public init(
    _ declarations: [ParameterDeclaration], settings: [String: String] = [:], tables: [String: String] = [:]
  ) throws(SettingsError) {
    texts = [:]
    self.tables = tables
    given = Set(settings.keys)
    for declaration in declarations {
      let text = settings[declaration.name] ?? declaration.defaultText
      guard let canonical = declaration.canonical(text) else {
        throw .refused(name: declaration.name, text: text, allowed: declaration.allowed)
      }
      texts[declaration.name] = canonical
    }
  }

  /// Whether the user gave a value, even if it equals the default.
  public func isSet<Value>(_ parameter: Parameter<Value>) -> Bool { given.contains(parameter.declaration.name) }

  /// The tables that a setting names.
  ///
  /// - Throws: ``SettingsError/explained(name:reason:)`` for a name without a table: only the command line reads files.
  public func tables(of parameter: Parameter<[String]>) throws(SettingsError) -> [(name: String, text: String)] {
    var found: [(name: String, text: String)] = []
    for name in self[parameter] {
      guard let text = tables[name] else {
        throw .explained(
          name: parameter.declaration.name,
          reason: "The table '\(name.shortened)' is not known here. Only the command line reads files: give it there.")
      }
      found.append((name, text))
    }
    return found
  }

  /// The value of a parameter; the default if the plugin does not declare it.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    texts[parameter.declaration.name].flatMap(Value.init(parameterText:)) ?? parameter.defaultValue
  }
}

/// An error in a setting: unknown, not allowed, or given twice.
public enum SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value that is not allowed.
  case refused(name: String, text: String, allowed: String)
  /// A value that is not allowed, with the reason in sentences.
  case explained(name: String, reason: String)
  /// A name that no selected plugin declares.
  case unknown(name: String, nearest: String?, known: [String])
  /// A setting that is given twice.
  case repeated(name: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .refused(let name, let text, let allowed):
      return "'\(text)' is not a valid value for '\(name)': it takes \(allowed)."
    case .explained(let name, let reason):
      return "'\(name)': \(reason)"
    case .unknown(let name, let nearest?, _):
      return "No selected plugin has a setting '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      let list = known.isEmpty ? "They have no settings." : "Their settings are \(known.joined(separator: ", "))."
      return "No selected plugin has a setting '\(name)'. \(list)"
    case .repeated(let name):
      return "The setting '\(name)' is given twice. Give it once."
    }
  }
}
