internal import ArgumentParser
internal import Experiments
internal import PluginKit

/// What decides how a network learns: the options of a run that its prediction takes too. They stay texts here: `RunRequest` reads them, so that every error reads alike.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("plugin"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A dataset or analysis to run; repeat for more. 'all' is everything.", valueName: "id"))
  var plugins: [String] = []

  @Option(
    name: .customLong("dataset"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A dataset in a file: a description (YAML) or a table (CSV, TSV); repeat for more.", valueName: "file"))
  var datasets: [String] = []

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A setting of the selected plugins; see 'describe'. Repeat for more.", valueName: "name=value"))
  var settings: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("The seed, 0 to 4294967295. (default: 2021)", valueName: "n"))
  var seed: String?

  @Option(
    name: [.customLong("learning-rate"), .customLong("eta")], parsing: .unconditional,
    help: ArgumentHelp("The learning rate η. (default: 100, or what suits dataset and depth)", valueName: "x"))
  var learningRate: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The scale γ of the initial weights. (default: 1e-12, or what suits)", valueName: "x"))
  var gamma: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many epochs to train. (default: 250, or what suits)", valueName: "n"))
  var epochs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Widths of the hidden layers, or 'none'. (default: 30)", valueName: "n,n…"))
  var hidden: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The cell whose prediction to follow. (default: the dataset's own)", valueName: "item:feature"))
  var probe: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How random numbers are drawn: tutorial or gsl. (default: tutorial)", valueName: "name"))
  var sampler: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is trained: reduced or full, with equal results. (default: reduced)", valueName: "name"))
  var engine: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Draw the theory over what was simulated, where it holds. (default: --theory)")
  var theory: Bool?

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
    if !datasets.isEmpty || plugins.contains(where: known.contains) {
      (request.datasetFiles, request.probe) = ([], nil)
    }
    if !datasets.isEmpty { request.datasetFiles = try datasets.map(DatasetFile.init(path:)) }
    if !plugins.isEmpty { request.plugins = [] }
    var names: Set<Substring> = []
    for setting in settings where !names.insert(setting.prefix { $0 != "=" }).inserted {
      throw SettingsError.repeated(name: String(setting.prefix { $0 != "=" }))
    }
    let single: [(RunRequest.Option, String?)] = [
      (.seed, seed), (.probe, probe), (.eta, learningRate), (.gamma, gamma), (.epochs, epochs), (.hidden, hidden),
      (.sampler, sampler),
      (.engine, engine), (.theory, theory.map(\.parameterText)),
    ]
    let repeatable: [(RunRequest.Option, [String])] = [(.plugin, plugins), (.set, settings)]
    for (option, texts) in single.map({ ($0, $1.map { [$0] } ?? []) }) + repeatable {
      for text in texts { try request.set(option, to: text) }
    }
    return request
  }

  /// The names of what is given here, as the axes of a sweep have them.
  var givenNames: Set<String> {
    let single: [(String, String?)] = [
      ("seed", seed), ("probe", probe), ("eta", learningRate), ("gamma", gamma), ("epochs", epochs), ("hidden", hidden),
      ("sampler", sampler), ("engine", engine),
    ]
    let names = single.compactMap { $0.1 == nil ? nil : $0.0 } + settings.map { String($0.prefix { $0 != "=" }) }
    return Set(names + (plugins.isEmpty && datasets.isEmpty ? [] : ["dataset"]))
  }
}
