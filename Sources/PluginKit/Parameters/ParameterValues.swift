/// Checked values for a plugin's parameters: those that were set, the defaults for the rest.
public struct ParameterValues: Codable, Hashable, Sendable {
  private var texts: [String: String]
  private let given: Set<String>

  /// Every value by the name of its parameter, as text.
  public var byName: [String: String] { texts }

  /// Checks settings against declarations.
  ///
  /// - Parameters:
  ///   - declarations: the parameters there are.
  ///   - settings: texts by parameter name; names that are not declared are ignored here, see
  ///     `SettingsError.unknown`.
  /// - Throws: ``SettingsError/refused(name:text:allowed:)`` for a text outside what is allowed.
  public init(_ declarations: [ParameterDeclaration], settings: [String: String] = [:]) throws(SettingsError) {
    texts = [:]
    given = Set(settings.keys)
    for declaration in declarations {
      let text = settings[declaration.name] ?? declaration.defaultText
      guard let canonical = declaration.canonical(text) else {
        throw .refused(name: declaration.name, text: text, allowed: declaration.allowed)
      }
      texts[declaration.name] = canonical
    }
  }

  /// Whether the reader gave a value, be it the default.
  public func isSet<Value>(_ parameter: Parameter<Value>) -> Bool { given.contains(parameter.declaration.name) }

  /// The value of a declared parameter; the default for one that the plugin does not declare.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    texts[parameter.declaration.name].flatMap(Value.init(parameterText:)) ?? parameter.defaultValue
  }
}
