internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension RunOption {
  /// Every option, in the order of a command line.
  public static let all = [
    plugin, dataset, set, seed, eta, gamma, epochs, hidden, unit, bias, optimizer, momentum, decay, batch, ratio,
    weights, frequency, phase, epoch,
    probe, sampler, engine, recordEvery, theory, export, format, medium,
  ]

  /// The plugins of a run.
  public static let plugin = RunOption(
    "plugin", .text, adding: \.plugins, allowed: "the identifier of a plugin, or 'all'",
    help: "A dataset or analysis to run, or 'all'; repeat for more.", valueName: "name",
    page: PageText("Plugin"), read: { $0.isEmpty ? nil : $0 }, write: { $0 })

  /// Datasets from files. Only the command line reads files.
  public static let dataset = RunOption(
    name: "dataset", kind: .file, allowed: "the name of a file",
    help: "A dataset file: a description (YAML) or a table (CSV, TSV); repeat for more.", valueName: "file",
    isRepeatable: true, read: { _, _ in false }, write: { _ in [] })

  /// The settings of plugins.
  public static let set = RunOption(
    name: "set", kind: .text, allowed: "NAME=VALUE, such as flip=0.1",
    help: "A setting of the selected plugins; see 'describe'. Repeat for more.", valueName: "name=value",
    isRepeatable: true, page: PageText("Setting"),
    read: { request, text in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return false }
      request.settings[String(text[..<equals])] = String(text[text.index(after: equals)...])
      return true
    },
    write: { request in request.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } })

  /// The seed of data and weights.
  public static let seed = RunOption(
    "seed", .wholeNumber, in: \.training.seed, allowed: "a whole number from 0 to 4294967295",
    help: "The random seed, 0 to 4294967295.", valueName: "n", variation: .separate,
    page: PageText("Seed of data and weights"),
    read: { UInt32($0) }, write: { "\($0)" }, value: \.seed)

  /// The learning rate η.
  public static let eta = RunOption(
    "eta", .number, ifGiven: \.training.learningRate, synonym: "learning-rate", allowed: "a number above 0",
    help: "The learning rate η.", valueName: "x", usual: "100, or a value that suits dataset and depth",
    variation: .sharingStart, page: PageText("Learning rate η", word: "η") { "Use η = \($0)" },
    read: { Double(parameterText: $0).flatMap { $0 > 0 ? $0 : nil } }, write: \.parameterText,
    value: \.learningRate.parameterText)

  /// The scale γ of the initial weights.
  public static let gamma = RunOption(
    "gamma", .number, ifGiven: \.training.initializationScale, allowed: "a number from 0 up",
    help: "The scale γ of the initial weights.", valueName: "x", usual: "1e-12, or a value that suits the dataset",
    variation: .sharingStart, page: PageText("Initial scale γ", word: "γ") { "Use γ = \($0)" },
    read: { Double(parameterText: $0).flatMap { $0 >= 0 ? $0 : nil } }, write: \.parameterText,
    value: { plan in
      switch plan.initialization {
      case .scaledNormal(let scale): scale.parameterText
      case .frameworkDefault: "the framework's default start"
      case .balanced(let strength): "the balanced start of strength \(strength.parameterText)"
      case .own: "given weights"
      }
    })

  /// How long to train.
  public static let epochs = RunOption(
    "epochs", .wholeNumber, ifGiven: \.training.epochs, allowed: "a whole number from 1 to 10,000,000",
    help: "The number of epochs to train.", valueName: "n", usual: "250, or a number that suits the dataset",
    variation: .sharingStart, page: PageText("Epochs") { "Train for \($0) epochs" },
    read: { upToTenMillion($0) }, write: { "\($0)" }, value: { "\($0.epochs)" })

  /// The widths of the hidden layers.
  public static let hidden = RunOption(
    "hidden", .widths, ifGiven: \.training.givenHiddenWidths,
    allowed: "up to 64 widths from 1 to 100,000, such as 30 or 30,30, or 'none'",
    help: "Widths of the hidden layers, or 'none'.", valueName: "n,n…",
    usual: "\(TrainingSettings.Default.hiddenWidths.widthsText), or a width that suits the dataset",
    variation: .separate, page: PageText("Hidden layers") { "Use hidden layers of \($0)" },
    read: { text in
      if text == "none" { return [] }
      let widths = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      return widths.count <= 64 && widths.allSatisfy((1...100_000).contains) ? widths : nil
    },
    write: \.widthsText, value: { $0.hiddenWidths.widthsText })

  /// The kind of hidden units.
  public static let unit = RunOption(
    "unit", oneOf: HiddenUnit.self, in: \.training.variant.unit, allowed: "linear, relu or tanh",
    help: "The hidden units: linear, relu or tanh.", variation: .separate, page: PageText("Hidden units"),
    value: \.variant.unit)

  /// Whether there are biases.
  public static let bias = RunOption(
    "bias", .flag, in: \.training.variant.hasBiases, allowed: "yes or no",
    help: "Give every layer biases, which start at 0.", usual: "--no-bias", variation: .separate,
    page: PageText("Biases"), read: { Bool(parameterText: $0) }, write: \.parameterText, value: \.variant.hasBiases)

  /// The optimizer.
  public static let optimizer = RunOption(
    "optimizer", oneOf: Optimizer.self, in: \.training.variant.optimizer,
    help: "How gradients change weights: sgd or adam.", variation: .separate, page: PageText("Optimizer"),
    value: \.variant.optimizer)

  /// The momentum μ.
  public static let momentum = RunOption(
    "momentum", .number, in: \.training.variant.momentum, allowed: "a number from 0 to below 1",
    help: "The momentum μ, from 0 to below 1.", valueName: "x", variation: .sharingStart, page: PageText("Momentum"),
    read: { Double(parameterText: $0).flatMap { (0..<1).contains($0) ? $0 : nil } }, write: \.parameterText,
    value: \.variant.momentum)

  /// The weight decay d.
  public static let decay = RunOption(
    "decay", .number, in: \.training.variant.decay, allowed: "a number from 0 up",
    help: "The weight decay, added to gradients as decay · weight.", valueName: "x", variation: .sharingStart,
    page: PageText("Weight decay"), read: { Double(parameterText: $0).flatMap { $0 >= 0 ? $0 : nil } },
    write: \.parameterText, value: \.variant.decay)

  /// The batch size B.
  public static let batch = RunOption(
    "batch", .wholeNumber, ifGiven: \.training.variant.batchSize, allowed: "a whole number from 1 up",
    help: "Items in a batch; each epoch shows them in a new random order.", valueName: "n", usual: "all items",
    variation: .sharingStart, page: PageText("Batch size"), read: { Int($0).flatMap { $0 >= 1 ? $0 : nil } },
    write: { "\($0)" }, value: { $0.variant.batchSize.map(String.init) ?? "all" })

  /// The ratio of the layers' initial weights.
  public static let ratio = RunOption(
    "ratio", .number, in: \.training.variant.layerRatio, allowed: "a number above 0",
    help: "Multiply the first layer's initial weights by it and divide the last layer's.", valueName: "x",
    variation: .sharingStart, page: PageText("Ratio of the layers", word: "the ratio of the layers"),
    read: { Double(parameterText: $0).flatMap { $0 > 0 ? $0 : nil } }, write: \.parameterText,
    value: \.variant.layerRatio)

  /// A folder with initial weights. Only the command line reads files.
  public static let weights = RunOption(
    name: "weights", kind: .file, allowed: "a folder with layer-1.npy, layer-2.npy, …",
    help: "A folder with initial weights of your own: layer-1.npy, layer-2.npy, ….", valueName: "dir",
    usual: "drawn from the seed", read: { _, _ in false }, write: { _ in [] })

  /// How often items are shown.
  public static let frequency = RunOption(
    name: "frequency", kind: .text,
    allowed: "ITEM=X, such as Oak=4 or 'Oak=4; Pine=0', with X from 0 (left out) to a million",
    help: "How often an epoch shows an item, 0 to leave it out; repeat for more.", valueName: "item=x",
    usual: "once, or as the dataset says", tutorialText: "", isRepeatable: true,
    page: PageText("Frequencies", word: "the frequencies of items"),
    read: { request, text in
      guard let found = FrequencyText.read(text) else { return false }
      request.frequencies.merge(found) { $1 }
      return true
    },
    write: { $0.frequencies.isEmpty ? [] : [FrequencyText.write($0.frequencies)] })

  /// What is taught one after the other.
  public static let phase = RunOption(
    name: "phase", kind: .text,
    allowed: "KEY=VALUE KEY=VALUE …, such as 'epochs=400 without=Oak', with semicolons between several phases",
    help: """
      A phase of a history, such as 'epochs=400 without=Oak'; repeat for what is taught next. 'N: KEY=VALUE' changes phase N of \
      the dataset. Keys: \(PhaseKey.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    valueName: "key=value …", usual: "one, or as the dataset says", tutorialText: "", isRepeatable: true,
    page: PageText("Phases", word: "the phases"),
    read: { request, text in
      guard let found = try? PhaseText.read(text, after: request.history) else { return false }
      request.history = found
      return true
    },
    write: { PhaseText.write($0.history) },
    removeAll: { request in request.history = HistoryChange() },
    replacesEarlier: { !$0.allSatisfy(PhaseText.isChange) },
    explain: { request, text in
      do throws(PhaseTextError) {
        _ = try PhaseText.read(text, after: request.history)
        return nil
      } catch {
        return error.description
      }
    })

  /// Epochs to show.
  public static let epoch = RunOption(
    "epoch", .wholeNumber, adding: \.shownEpochs, atMost: 24, allowed: "an epoch from 0 up, at most 24 of them",
    help: "An epoch for which to show the similarities; repeat for more.", valueName: "n", usual: "each stage",
    role: .recording,
    page: PageText("Epoch"), read: { Int($0).flatMap { $0 >= 0 ? $0 : nil } }, write: { "\($0)" })

  /// The probe.
  public static let probe = RunOption(
    "probe", .cell, ifGiven: \.probe, allowed: "ITEM:FEATURE, such as Robin:feature-3",
    help: "The probe: the item and the feature whose prediction to follow.", valueName: "item:feature",
    usual: "the dataset's own", variation: .separate, page: PageText("Probe"),
    read: { text in
      text.utf8.count <= Probe.longestName && text.dropFirst().dropLast().contains(":") ? text : nil
    },
    write: { $0 })

  /// How random numbers are drawn.
  public static let sampler = RunOption(
    "sampler", oneOf: SamplingConvention.self, in: \.training.sampling,
    help: "How random numbers are drawn: tutorial or gsl.", variation: .separate, page: PageText("Random numbers"),
    value: \.sampling)

  /// The engine that trains.
  public static let engine = RunOption(
    "engine", .choice(TrainingEngine.allCases.map(\.rawValue)), ifGiven: \.training.engine, allowed: "reduced or full",
    help: "How to train: reduced (fast) or full, with the same results; Adam needs full.", valueName: "name",
    usual: "reduced; full for Adam", variation: .separate, read: { TrainingEngine(rawValue: $0) }, write: \.rawValue,
    value: { $0.engine.rawValue })

  /// The interval at which matrices are kept.
  public static let recordEvery = RunOption(
    "record-every", .wholeNumber, ifGiven: \.training.recordingInterval, allowed: "a whole number from 1 to 10,000,000",
    help: "Store matrices only every n epochs.", valueName: "n",
    usual: "every epoch, or as many as fit into memory", role: .recording,
    read: { upToTenMillion($0) }, write: { "\($0)" }, value: { "\($0.recordingInterval)" })

  /// Whether theory is drawn.
  public static let theory = RunOption(
    "theory", .flag, in: \.showsTheory, allowed: "yes or no",
    help: "Draw the theory over the simulation, where it applies.", usual: "--theory",
    page: PageText("Show theory", word: "theory"),
    read: { Bool(parameterText: $0) }, write: \.parameterText)

  /// Exports for other programs.
  public static let export = RunOption(
    "export", .choice(Export.allCases.map(\.rawValue)), adding: \.exports, atMost: 24,
    allowed: Export.allCases.map(\.rawValue).joined(separator: " or "),
    help: """
      Also write arrays for other programs, into the folder arrays/ of each dataset; repeat for more. \
      \(Export.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "; ")).
      """,
    role: .recording, read: { Export(rawValue: $0)?.rawValue }, write: { $0 })

  /// The image format.
  public static let format = RunOption(
    "format", .choice(ImageFormat.allCases.map(\.rawValue) + ["none"]), in: \.format, allowed: "svg, png, pdf or none",
    help: "Image format: svg, png, pdf or none.", role: .recording,
    read: { text -> ImageFormat?? in text == "none" ? .some(nil) : ImageFormat(rawValue: text).map { .some($0) } },
    write: { $0?.rawValue ?? "none" })

  /// The image format, for a command that always makes images.
  public static let imageFormat = RunOption(
    "format", .choice(ImageFormat.allCases.map(\.rawValue)), in: \.format, allowed: "svg, png or pdf",
    help: "Image format: svg, png or pdf.", role: .recording,
    read: { text -> ImageFormat?? in ImageFormat(rawValue: text).map { .some($0) } }, write: { $0?.rawValue ?? "none" })

  /// The medium that images are drawn for.
  public static let medium = RunOption(
    "for", oneOf: Medium.self, in: \.medium, allowed: "web, slides or paper",
    help: "What the images are for: web, slides or paper. Sets the size of text and lines.",
    role: .recording)

  private static func upToTenMillion(_ text: String) -> Int? {
    Int(text).flatMap { (1...10_000_000).contains($0) ? $0 : nil }
  }
}

extension [Int] {
  /// Widths of hidden layers as text: "30,30"; "none" for none.
  package var widthsText: String { isEmpty ? "none" : map(String.init).joined(separator: ",") }
}
