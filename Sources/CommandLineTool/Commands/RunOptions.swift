internal import ArgumentParser
internal import Experiments
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
