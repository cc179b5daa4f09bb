internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// The options that decide how a network learns: `run`, `predict` and `sweep` share them.
struct RunOptions: TableOptions {
  static let options = RunOption.all.filter { $0.role == .training }
  var texts: [String: [String]] = [:]

  /// The value of --theory or --no-theory; nil if neither is given.
  var theory: Bool? { texts[RunOption.theory.name]?.first.flatMap(Bool.init(parameterText:)) }

  /// The plan for these options, or for another run changed by them.
  ///
  /// - Parameters:
  ///   - recorded: the folder or the record of another run.
  ///   - recording: what a run keeps and shows; nil for a prediction.
  ///   - plugins: all plugins.
  func plan(
    from recorded: String?, keeping recording: RecordingOptions? = nil, _ plugins: PluginSource
  ) throws -> RunPlan {
    let registry = try plugins.registry()
    func changed(_ base: RunRequest) throws -> RunRequest {
      var request = try request(changing: base, registry)
      // A prediction shows no epochs, and must not fail because a shown epoch lies beyond the new last one.
      if recording == nil { request.shownEpochs = [] }
      try recording?.set(in: &request)
      return request
    }
    guard let recorded else { return try RunPlan(changed(RunRequest()), registry: registry) }
    let run = RunDirectory(recordOrFolder: recorded)
    let plan = try RunPlan(repeating: run, registry: registry, change: changed)
    try run.gaps().map(Console.warning)
    return plan
  }

  /// The request that these options stand for.
  ///
  /// - Parameters:
  ///   - base: the request to change. Given plugins and dataset files replace those of the base; if another dataset is
  ///     given, the base's dataset files, probe, frequencies and weights are dropped.
  ///   - registry: all plugins.
  /// - Throws: `SettingsError`; `DatasetFileError` for a file that cannot be read.
  func request(changing base: RunRequest, _ registry: PluginRegistry) throws -> RunRequest {
    var request = base
    let known = registry.datasets.map(\.description.identifier)
    let (datasets, plugins) = (texts[RunOption.dataset.name] ?? [], texts[RunOption.plugin.name] ?? [])
    let earlier = Set(base.plugins + base.datasetFiles.map(\.identifier))
    if !datasets.isEmpty || plugins.contains(where: { known.contains($0) && !earlier.contains($0) }) {
      (request.datasetFiles, request.probe, request.frequencies, request.training.ownWeights) = ([], nil, [:], nil)
      request.history = HistoryChange()
    }
    // γ is for drawn weights.
    if texts[RunOption.gamma.name] != nil { request.training.ownWeights = nil }
    if !datasets.isEmpty { request.datasetFiles = try datasets.map(DatasetFile.init(path:)) }
    if let folder = texts[RunOption.weights.name]?.first {
      request.training.ownWeights = try WeightFolder.weights(in: folder)
    }
    var names: Set<Substring> = []
    for setting in texts[RunOption.set.name] ?? [] where !names.insert(setting.prefix { $0 != "=" }).inserted {
      throw SettingsError.repeated(name: String(setting.prefix { $0 != "=" }))
    }
    try set(in: &request)
    if texts[RunOption.phase.name] != nil { try request.history.readTables() }
    if !names.isEmpty { try request.readTables(of: Set(names.map(String.init)), registry) }
    return request
  }

  /// The names of the given options, as the axes of a sweep call them.
  var givenNames: Set<String> {
    var names = Set(texts.keys).subtracting([RunOption.theory.name])
    for option in [RunOption.plugin, .dataset] where names.remove(option.name) != nil { names.insert("dataset") }
    if names.remove(RunOption.set.name) != nil {
      names.formUnion(texts[RunOption.set.name, default: []].map { String($0.prefix { $0 != "=" }) })
    }
    return names
  }
}

/// Command-line options made from the table of run options. Values stay texts here: `RunRequest` parses them, so that all
/// error messages are the same.
protocol TableOptions: ParsableArguments, CustomReflectable {
  static var options: [RunOption] { get }
  /// The given values, by option name.
  var texts: [String: [String]] { get set }
}

/// The argument parser finds options in the mirror of a type, and passes the parsed values to `init(from:)`. Here both are
/// made from the table, instead of one property wrapper per option.
extension TableOptions {
  var customMirror: Mirror { Mirror(self, children: Self.options.map { ($0.name, $0.argument as Any) }) }

  init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: OptionKey.self)
    for option in Self.options {
      let key = OptionKey(stringValue: option.name)
      if option.kind == .flag {
        texts[option.name] = try values.decodeIfPresent(Bool.self, forKey: key).map { [$0.parameterText] }
      } else if option.isRepeatable {
        let given = try values.decode([String].self, forKey: key)
        if !given.isEmpty { texts[option.name] = given }
      } else {
        texts[option.name] = try values.decodeIfPresent(String.self, forKey: key).map { [$0] }
      }
    }
  }

  /// Applies the given options to a request, in the order of the table. Given plugins, epochs and exports replace all earlier
  /// ones; a setting replaces the one with the same name.
  ///
  /// - Throws: `SettingsError`.
  func set(in request: inout RunRequest) throws {
    for option in Self.options where option.kind != .file {
      let given = texts[option.name] ?? []
      if !given.isEmpty, option.replacesEarlier(given) { option.clear(in: &request) }
      for text in given { try request.set(option, to: text) }
    }
  }
}

struct OptionKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}

extension RunOption {
  /// The option as the argument parser declares it.
  fileprivate var argument: any Decodable {
    let text = [help, usual.map { "(default: \($0))" }].compactMap(\.self).joined(separator: " ")
    let names = NameSpecification([synonym, name].compactMap(\.self).map { .customLong($0) })
    if kind == .flag { return Flag<Bool?>(name: names, inversion: .prefixedNo, help: ArgumentHelp(text)) }
    let argument = ArgumentHelp(text, valueName: valueName)
    guard isRepeatable else { return Option<String?>(name: names, parsing: .unconditional, help: argument) }
    return Option<[String]>(wrappedValue: [], name: names, parsing: .unconditionalSingleValue, help: argument)
  }
}

/// What a run keeps and shows of a training: the options that a prediction does not use.
struct RecordingOptions: TableOptions {
  static let options = RunOption.all.filter { $0.role == .recording }
  var texts: [String: [String]] = [:]
}

struct ImageOptions: TableOptions {
  static let options = [RunOption.format, .medium]
  var texts: [String: [String]] = [:]

  /// The image format (nil for scripts and tables only) and the medium.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat?, medium: Medium) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format, request.medium)
  }
}

/// Image options of commands that always make images.
struct RedrawingOptions: TableOptions {
  static let options = [RunOption.imageFormat, .medium]
  var texts: [String: [String]] = [:]

  /// The image format, and the medium if given.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat, medium: Medium?) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format ?? .svg, texts[RunOption.medium.name] == nil ? nil : request.medium)
  }
}
