import Experiments
import PluginKit
import Support

/// The plugins that a page offers: those of the program, and datasets from files, which may change meanwhile.
final class DatasetOffer: Sendable {
  /// What is offered at a moment.
  struct Content: Sendable {
    /// All plugins, with the datasets of the files.
    let registry: PluginRegistry
    /// The files.
    let files: [DatasetFile]
    /// What is wrong with files as they are now, by the identifiers of their datasets.
    let problems: [String: DatasetFileError]
    fileprivate let version: Int
  }

  /// The program's own plugins.
  let registry: PluginRegistry
  private let watch: DatasetFileWatch
  private let known: Mutex<Content>

  /// - Throws: what adding the files throws.
  init(_ registry: PluginRegistry, _ watch: DatasetFileWatch) throws {
    (self.registry, self.watch) = (registry, watch)
    known = Mutex(try Self.content(registry, watch.content()))
  }

  /// What is offered now: files that have changed are read again.
  ///
  /// - Throws: what adding the files throws.
  func content() throws -> Content {
    let content = watch.content()
    return try known.withLock { known in
      if known.version != content.version { known = try Self.content(registry, content) }
      return known
    }
  }

  private static func content(_ registry: PluginRegistry, _ content: DatasetFileWatch.Content) throws -> Content {
    Content(
      registry: try registry.including(content.files), files: content.files, problems: content.problems,
      version: content.version)
  }
}
