public import Experiments
internal import PluginKit
internal import Support

/// What a page shows, read from its link: one dataset, one analysis, and options by their names on the command line.
struct PageState: Sendable {
  let dataset: DatasetDescriptor
  let analysis: AnalysisDescriptor
  /// Both, with all other settings, as a request.
  let request: RunRequest

  /// What an empty link shows: the tutorial's illusion if it exists, or the first plugins.
  static func first(in registry: PluginRegistry) -> (dataset: DatasetDescriptor, analysis: AnalysisDescriptor)? {
    guard let dataset = named("shark-bones", in: registry.datasets, \.description),
      let analysis = named("illusion", in: registry.analyses, \.description)
    else { return nil }
    return (dataset, analysis)
  }

  /// Reads a link's query.
  ///
  /// - Parameters:
  ///   - query: names and texts, in order.
  ///   - registry: all plugins.
  ///   - files: dataset files, which replace datasets of the same name.
  /// - Throws: `SettingsError` for invalid values, `ExplorationError` for unknown names.
  init(_ query: [(name: String, text: String)], registry: PluginRegistry, files: [DatasetFile]) throws {
    var request = RunRequest()
    for (name, text) in query {
      guard let option = RunOption.named(name), option.page != nil else {
        throw ExplorationError(
          "A link cannot set '\(name.prefix(64))'.", status: 400,
          remedy: .init(label: "Remove it", set: [String(name.prefix(64)): nil]))
      }
      guard option != .epoch || request.shownEpochs.isEmpty else {
        throw ExplorationError("The page shows one epoch at a time. Give only one.", status: 400)
      }
      try request.set(option, to: text)
    }
    let names = request.plugins
    let datasets = registry.datasets.filter { names.contains($0.description.identifier) }
    let analyses = registry.analyses.filter { names.contains($0.description.identifier) }
    if let unknown = names.first(where: { name in !registry.descriptions.contains { $0.identifier == name } }) {
      throw ExplorationError(
        "Unknown dataset or analysis '\(unknown.prefix(64))'.", status: 400,
        remedy: .init(label: "Restore default", set: ["plugin": nil]))
    }
    guard datasets.count <= 1, analyses.count <= 1 else {
      throw ExplorationError("The page shows one dataset and one analysis. Give one of each.", status: 400)
    }
    guard let first = Self.first(in: registry) else {
      throw ExplorationError("This program has no datasets or no analyses.", status: 500)
    }
    let (dataset, analysis) = (datasets.first ?? first.dataset, analyses.first ?? first.analysis)
    let own = (dataset.description.parameters + analysis.description.parameters).map(\.name)
    if let foreign = request.settings.keys.sorted().first(where: { !own.contains($0) }) {
      throw SettingsError.unknown(name: foreign, nearest: NearestName.to(foreign, among: own), known: own)
    }
    request.datasetFiles = files.filter { $0.identifier == dataset.description.identifier }
    request.plugins =
      (request.datasetFiles.isEmpty ? [dataset.description.identifier] : []) + [analysis.description.identifier]
    self.dataset = dataset
    self.analysis = analysis
    self.request = request
  }

  /// The request without everything that does not affect the dataset and its training.
  var training: RunRequest {
    var request = request
    let own = Set(dataset.description.parameters.map(\.name))
    request.plugins = [dataset.description.identifier]
    request.settings = request.settings.filter { own.contains($0.key) }
    request.shownEpochs = []
    request.showsTheory = true
    return request
  }

  private static func named<Descriptor>(
    _ identifier: String, in descriptors: [Descriptor], _ description: (Descriptor) -> PluginDescription
  ) -> Descriptor? {
    descriptors.first { description($0).identifier == identifier } ?? descriptors.first
  }
}

extension RunRequest {
  /// The query of a link to the page that shows this, such as "?plugin=animals&probe=Bat%3Aflies"; empty for the default
  /// page. Datasets from files are named by their identifiers.
  public var pageQuery: String {
    let shown = options.filter { $0.option.page != nil }
    let named = datasetFiles.map { ("plugin", $0.identifier) } + shown.map { ($0.option.name, $0.text) }
    let pairs = named.map { "\($0.0)=\($0.1.percentEncoded)" }
    return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
  }
}

extension String {
  /// The text, percent-encoded except for ASCII letters, digits, hyphens, full stops and underscores.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      let isPlain =
        byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
      if isPlain || "-._".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%\(digits.count == 1 ? "0" : "")\(digits)"
    }.joined()
  }
}

extension String {
  /// A sentence with the page's names for the options of the command line: "train longer (epochs), or
  /// faster (η)" for "train longer (--epochs), or faster (--eta)".
  var inPageWords: String {
    // Longer names first: --epochs begins as --epoch does.
    let options = RunOption.all.sorted { $0.name.count > $1.name.count }
    return options.reduce(replacing("--set ", with: "")) { text, option in
      text.replacing("--\(option.name)", with: option.page?.word ?? option.name)
    }
  }
}

/// The plugins that a page offers: those of the program, and datasets from files, which may change.
final class DatasetOffer: Sendable {
  struct Content: Sendable {
    /// All plugins, with the datasets of the files.
    let registry: PluginRegistry
    let files: [DatasetFile]
    /// What is wrong with the files now, by the identifiers of their datasets.
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

  /// What is offered now; changed files are read again.
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
