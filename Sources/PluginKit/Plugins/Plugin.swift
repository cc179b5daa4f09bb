/// What every plugin says of itself. A plugin is a type without state: what it needs it is given.
public protocol Plugin: Sendable {
  /// The name on the command line and in file names: kebab-case, unique among all plugins.
  static var identifier: String { get }
  /// One line for `dlnn-sim list`.
  static var summary: String { get }
  /// The settings it takes, reached with `--set NAME=VALUE`; none by default.
  static var parameters: [ParameterDeclaration] { get }
  /// Whether a run without `--plugin` includes it; only the tutorial's own do.
  static var isPartOfTutorial: Bool { get }

  init()
}

extension Plugin {
  /// No settings.
  public static var parameters: [ParameterDeclaration] { [] }
  /// Not part of a run that names no plugins.
  public static var isPartOfTutorial: Bool { false }
}
