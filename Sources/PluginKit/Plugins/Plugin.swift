/// What every plugin says of itself. A plugin is a type without state: what it needs it is given.
public protocol Plugin: Sendable {
  /// The name on the command line and in file names: kebab-case, unique among all plugins.
  static var identifier: String { get }
  /// One line for `dlnn-sim list`: up to 90 characters (``PluginDescription/longestSummary``), without a full stop.
  static var summary: String { get }
  /// The settings it takes, reached with `--set NAME=VALUE`; none by default.
  static var parameters: [ParameterDeclaration] { get }
  /// Its place among the tutorial's datasets or analyses: those are run without `--plugin`, and listed first. None by
  /// default.
  static var tutorialPosition: Int? { get }

  init()
}

extension Plugin {
  /// No settings.
  public static var parameters: [ParameterDeclaration] { [] }
  /// Not part of the tutorial.
  public static var tutorialPosition: Int? { nil }
}
