internal import Support

/// All plugins of a program: a value, made once and passed down.
public struct PluginRegistry: Sendable {
  /// The datasets: first the tutorial's in their order, then the others as registered.
  public let datasets: [DatasetDescriptor]
  /// The analyses, in the same way.
  public let analyses: [AnalysisDescriptor]

  /// The word that selects every plugin. No plugin may have it as its identifier.
  public static let everything = "all"

  /// A registry of plugins with distinct identifiers.
  ///
  /// - Throws: ``PluginRegistryError`` for an identifier that is used twice or is not kebab-case, and for a summary that cannot
  ///   be shown.
  public init(datasets: [DatasetDescriptor], analyses: [AnalysisDescriptor]) throws(PluginRegistryError) {
    self.datasets = Self.inTutorialOrder(datasets, \.description)
    self.analyses = Self.inTutorialOrder(analyses, \.description)
    var seen: [String: String] = [:]
    for description in descriptions {
      guard Self.isIdentifier(description.identifier) else {
        throw .badIdentifier(description.identifier, summary: description.summary)
      }
      guard description.summary.isPrintable else {
        throw .badSummary(description.summary, identifier: description.identifier)
      }
      if let other = seen.updateValue(description.summary, forKey: description.identifier) {
        throw .sharedIdentifier(description.identifier, summaries: [other, description.summary])
      }
    }
  }

  private static func inTutorialOrder<Descriptor>(
    _ descriptors: [Descriptor], _ description: (Descriptor) -> PluginDescription
  ) -> [Descriptor] {
    descriptors.enumerated().sorted { left, right in
      let (first, second) = (description(left.element), description(right.element))
      return (first.tutorialPosition ?? .max, left.offset) < (second.tutorialPosition ?? .max, right.offset)
    }.map(\.element)
  }

  /// The registry with more plugins.
  ///
  /// - Throws: ``PluginRegistryError`` for an identifier that is used already or is not kebab-case.
  public func adding(
    datasets more: [DatasetDescriptor] = [], analyses others: [AnalysisDescriptor] = []
  ) throws(PluginRegistryError) -> PluginRegistry {
    try PluginRegistry(datasets: datasets + more, analyses: analyses + others)
  }

  /// The descriptions of all plugins, datasets first.
  public var descriptions: [PluginDescription] { datasets.map(\.description) + analyses.map(\.description) }

  /// Kebab-case: words of lowercase letters and digits, the first beginning with a letter, joined by single hyphens; at most
  /// 64 characters, because it names folders.
  public static func isIdentifier(_ text: String) -> Bool {
    guard text != everything, text.utf8.count <= 64, let first = text.utf8.first, isSmallLetter(first) else {
      return false
    }
    return text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy { isSmallLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}

/// Plugins that cannot be registered together.
public enum PluginRegistryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Two plugins with the same identifier.
  case sharedIdentifier(String, summaries: [String])
  /// An identifier that cannot name a folder or be typed.
  case badIdentifier(String, summary: String)
  /// A summary with a character that cannot be shown.
  case badSummary(String, identifier: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .sharedIdentifier(let identifier, let summaries):
      """
      Two plugins are called '\(identifier)': \(summaries.map { "\"\($0)\"" }.joined(separator: " and ")). \
      Give one of them another identifier and rebuild.
      """
    case .badIdentifier(let identifier, let summary):
      """
      '\(identifier)' is not a valid plugin identifier (plugin "\(summary)"). Use lowercase letters, digits and \
      single hyphens, such as 'penguin-fly', at most 64 characters, and not 'all'.
      """
    case .badSummary(let summary, let identifier):
      """
      The summary of the plugin '\(identifier)' has \(summary.firstUnprintable?.nameInMessages ?? "a character"), which \
      cannot be shown: "\(summary.legible)". Remove it.
      """
    }
  }
}
