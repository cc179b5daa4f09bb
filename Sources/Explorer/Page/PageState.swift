public import Experiments
internal import PluginKit
internal import Support

/// What a page shows, as its link says it: one dataset, one analysis, and options by their names on the command line.
struct PageState: Sendable {
  /// The dataset.
  let dataset: DatasetDescriptor
  /// The analysis whose figures are shown.
  let analysis: AnalysisDescriptor
  /// Both, and everything else, as a request.
  let request: RunRequest

  /// What is shown where a link says nothing: the tutorial's illusion where there is one, else what comes first.
  static func first(in registry: PluginRegistry) -> (dataset: DatasetDescriptor, analysis: AnalysisDescriptor)? {
    guard let dataset = named("shark-bones", in: registry.datasets, \.description),
      let analysis = named("illusion", in: registry.analyses, \.description)
    else { return nil }
    return (dataset, analysis)
  }

  /// Reads a link's query.
  ///
  /// - Parameters:
  ///   - query: names and texts, in their order.
  ///   - registry: the plugins there are.
  ///   - files: dataset files, which take the place of datasets of their names.
  /// - Throws: `SettingsError` for what an option does not take, `ExplorationError` for names there are not.
  init(_ query: [(name: String, text: String)], registry: PluginRegistry, files: [DatasetFile]) throws {
    var request = RunRequest()
    for (name, text) in query {
      guard let option = RunOption.named(name), option.page != nil else {
        throw ExplorationError(
          "A link cannot set '\(name.prefix(64))'.", status: 400,
          remedy: .init(label: "Leave it out", set: [String(name.prefix(64)): nil]))
      }
      guard option != .epoch || request.shownEpochs.isEmpty else {
        throw ExplorationError("A page shows one epoch at a time. Give one.", status: 400)
      }
      try request.set(option, to: text)
    }
    let names = request.plugins
    let datasets = registry.datasets.filter { names.contains($0.description.identifier) }
    let analyses = registry.analyses.filter { names.contains($0.description.identifier) }
    if let unknown = names.first(where: { name in !registry.descriptions.contains { $0.identifier == name } }) {
      throw ExplorationError(
        "There is no dataset or analysis '\(unknown.prefix(64))'.", status: 400,
        remedy: .init(label: "Back to the beginning", set: ["plugin": nil]))
    }
    guard datasets.count <= 1, analyses.count <= 1 else {
      throw ExplorationError("A page shows one dataset and one analysis. Name one of each.", status: 400)
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

  /// What decides the dataset and its training, and nothing else.
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
  /// The query of a link to the page that shows this, such as "?plugin=animals&probe=Bat%3Aflies"; empty for what the page
  /// shows by itself. Datasets of files are named by their identifiers.
  public var pageQuery: String {
    let shown = options.filter { $0.option.page != nil }
    let named = datasetFiles.map { ("plugin", $0.identifier) } + shown.map { ($0.option.name, $0.text) }
    let pairs = named.map { "\($0.0)=\($0.1.percentEncoded)" }
    return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
  }
}

extension String {
  /// The text with everything but letters and digits of ASCII, hyphens, points and underscores as codes.
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
  /// A sentence that names options of the command line, with what they are called on the page: "train longer (epochs), or
  /// faster (η)" for "train longer (--epochs), or faster (--eta)".
  var inPageWords: String {
    // Longer names first: --epochs begins as --epoch does.
    let options = RunOption.all.sorted { $0.name.count > $1.name.count }
    return options.reduce(replacing("--set ", with: "")) { text, option in
      text.replacing("--\(option.name)", with: option.page?.word ?? option.name)
    }
  }
}

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
