internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit

/// What decides how a network learns: the options of a run that its prediction and its sweep take too.
struct RunOptions: TableOptions {
  static let options = RunOption.all.filter { $0.role == .training }
  var texts: [String: [String]] = [:]

  /// Whether theory is asked for, or not; nil if nothing is said of it.
  var theory: Bool? { texts[RunOption.theory.name]?.first.flatMap(Bool.init(parameterText:)) }

  /// The plan of these options, or of another run as they change it.
  ///
  /// - Parameters:
  ///   - recorded: the folder or the record of another run.
  ///   - recording: what a run keeps and shows; nil for a prediction.
  ///   - plugins: the plugins there are.
  func plan(
    from recorded: String?, keeping recording: RecordingOptions? = nil, _ plugins: PluginSource
  ) throws -> RunPlan {
    let registry = try plugins.registry()
    func changed(_ base: RunRequest) throws -> RunRequest {
      var request = try request(changing: base, datasets: registry.datasets.map(\.description.identifier))
      // What a recorded run showed is nothing to a prediction, nor is it refused for being beyond another end.
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
  ///   - base: what holds where nothing is given; plugins and dataset files that are given replace its own.
  ///     Where another dataset is given, its files and its probe are not kept.
  ///   - known: the names of the datasets that are built in.
  /// - Throws: `SettingsError`; `DatasetFileError` for a file that cannot be read.
  func request(changing base: RunRequest, datasets known: [String]) throws -> RunRequest {
    var request = base
    let (datasets, plugins) = (texts[RunOption.dataset.name] ?? [], texts[RunOption.plugin.name] ?? [])
    if !datasets.isEmpty || plugins.contains(where: known.contains) {
      (request.datasetFiles, request.probe) = ([], nil)
    }
    if !datasets.isEmpty { request.datasetFiles = try datasets.map(DatasetFile.init(path:)) }
    var names: Set<Substring> = []
    for setting in texts[RunOption.set.name] ?? [] where !names.insert(setting.prefix { $0 != "=" }).inserted {
      throw SettingsError.repeated(name: String(setting.prefix { $0 != "=" }))
    }
    try set(in: &request)
    return request
  }

  /// The names of what is given here, as the axes of a sweep have them.
  var givenNames: Set<String> {
    var names = Set(texts.keys).subtracting([RunOption.theory.name])
    for option in [RunOption.plugin, .dataset] where names.remove(option.name) != nil { names.insert("dataset") }
    if names.remove(RunOption.set.name) != nil {
      names.formUnion(texts[RunOption.set.name, default: []].map { String($0.prefix { $0 != "=" }) })
    }
    return names
  }
}

/// Options of the command line that are made from the table of run options. They stay texts here: `RunRequest` reads them, so
/// that every error reads alike.
protocol TableOptions: ParsableArguments, CustomReflectable {
  /// The options, in their order.
  static var options: [RunOption] { get }
  /// What was given, by the names of options.
  var texts: [String: [String]] { get set }
}

/// The argument parser looks for options in the mirror of a type, and hands what it has read to `init(from:)`. Here the mirror
/// and that initializer are made from the table, in place of a property with a wrapper for each option.
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

  /// Sets what was given in a request, in the order of the table. Plugins, epochs and exports replace all that the request has of
  /// them; a setting replaces the one of its name.
  ///
  /// - Throws: `SettingsError`.
  func set(in request: inout RunRequest) throws {
    for option in Self.options where option.kind != .file {
      let given = texts[option.name] ?? []
      if !given.isEmpty { option.clear(in: &request) }
      for text in given { try request.set(option, to: text) }
    }
  }
}

/// The key of an option: its name.
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

/// How images are made, whatever they show.
struct ImageOptions: TableOptions {
  static let options = [RunOption.format, .medium]
  var texts: [String: [String]] = [:]

  /// What images are made as, none for scripts and tables only; and what they are drawn for.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat?, medium: Medium) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format, request.medium)
  }
}

/// How images are made by a command that makes them in any case.
struct RedrawingOptions: TableOptions {
  static let options = [RunOption.imageFormat, .medium]
  var texts: [String: [String]] = [:]

  /// What images are made as, and what they are drawn for if that is given.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat, medium: Medium?) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format ?? .svg, texts[RunOption.medium.name] == nil ? nil : request.medium)
  }
}
