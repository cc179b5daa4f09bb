public import Experiments
internal import LearningDynamics
public import PluginKit
internal import Support

/// A checked plan of a sweep: its axes are valid, its runs numbered, nothing is trained yet.
///
/// Runs are numbered from 0, in the order of the table's rows. Settings that change the data, random numbers or basis (dataset,
/// seed, width, …) change slowest, so the runs in between share them; η, γ and T change fastest. Within each of the two kinds
/// the order is the one on the command line.
public struct SweepPlan: Sendable {
  /// The original request.
  public let request: SweepRequest
  /// What is varied, in the order in which it was given.
  public let axes: [SweepAxis]
  /// The axes that data, random numbers and basis depend on; the first changes slowest.
  let sharedAxes: [SweepAxis]
  /// η, γ and T, if they are varied.
  let ownAxes: [SweepAxis]
  /// Sentences on how data were read, if that may not be what the user meant.
  public var notes: [String] {
    datasets.sorted { $0.key < $1.key }.flatMap { name, dataset in dataset.notes.map { "\(name): \($0)" } }
  }

  /// The datasets by name.
  let datasets: [String: DatasetDescriptor]

  /// The number of combinations of the shared axes, each with its own dataset and basis.
  public var sharedCount: Int { sharedAxes.reduce(1) { $0 * $1.values.count } }
  /// The number of runs for each of them.
  public var ownCount: Int { ownAxes.reduce(1) { $0 * $1.values.count } }
  /// The number of runs.
  public var count: Int { sharedCount * ownCount }

  /// The most runs of a sweep.
  public static let mostRuns = 10_000_000_000

  /// Plans a sweep.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - registry: the plugins there are.
  /// - Throws: ``SweepError`` for axes that cannot be meant; `SettingsError`, `PlanError` for what holds in all runs.
  /// - Complexity: linear in the number of listed values.
  public init(_ request: SweepRequest, registry: PluginRegistry) throws {
    let request = request.essential
    try request.run.validate()
    let registry = try registry.including(request.run.datasetFiles)
    for name in request.run.plugins where registry.analyses.contains(where: { $0.description.identifier == name }) {
      throw SweepError.analysis(name)
    }
    let known = registry.datasets.map(\.description.identifier)

    // Several named datasets are an axis like any other.
    var names = request.run.plugins + request.run.datasetFiles.map(\.identifier)
    let varied = try request.vary.first { $0.hasPrefix("dataset=") || $0.hasPrefix("plugin=") }.map {
      try SweepAxis($0)
    }
    if let varied {
      guard request.run.plugins.isEmpty else {
        throw SweepError.axis(
          text: "dataset", reason: "it is varied, but a dataset is also named. Leave out one of the two.")
      }
      names = varied.values.texts
    } else if names.isEmpty {
      names = [SweepRequest.usualDataset]
    } else if names.contains(PluginRegistry.everything) {
      names = known
    }
    for name in names where !known.contains(name) {
      if registry.analyses.contains(where: { $0.description.identifier == name }) { throw SweepError.analysis(name) }
      throw PlanError.unknownPlugin(name, nearest: NearestName.to(name, among: known), known: known)
    }
    let chosen = registry.datasets.filter { names.contains($0.description.identifier) }
    datasets = Dictionary(uniqueKeysWithValues: chosen.map { ($0.description.identifier, $0) })

    var axes: [SweepAxis] = []
    let declarations = Self.declarations(chosen)
    for text in request.vary {
      let axis = try SweepAxis(text, declarations: declarations)
      guard !axes.contains(where: { $0.name == axis.name }) else {
        throw SweepError.axis(text: text, reason: "\(axis.name) is varied twice. Give all its values at once.")
      }
      try Self.check(axis, text, request.run, chosen)
      axes.append(axis)
    }
    guard !axes.isEmpty || names.count > 1 else { throw SweepError.nothingVaried }
    let unique = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if varied == nil { axes.insert(SweepAxis(.dataset, .list(unique)), at: 0) }
    try Self.checkFixed(request.run, axes, chosen)
    try Self.checkProbe(request.run, chosen)
    try Self.checkTraining(request.run, axes, chosen)

    var total = 1
    for axis in axes {
      let (product, overflow) = total.multipliedReportingOverflow(by: axis.values.count)
      guard !overflow, product <= Self.mostRuns else { throw SweepError.tooManyRuns(most: Self.mostRuns) }
      total = product
    }
    self.request = request
    self.axes = axes
    sharedAxes = axes.filter { $0.setting.isShared }
    ownAxes = axes.filter { !$0.setting.isShared }
  }

  /// The settings that every chosen dataset has.
  private static func declarations(_ datasets: [DatasetDescriptor]) -> [String: ParameterDeclaration] {
    Dictionary(
      datasets.flatMap { $0.description.parameters.map { ($0.name, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// Checks every value of an axis before the sweep starts, so that no run is refused in the middle of it.
  private static func check(
    _ axis: SweepAxis, _ text: String, _ base: RunRequest, _ datasets: [DatasetDescriptor]
  ) throws {
    let indices =
      if case .whole(_, let count) = axis.values { [0, count - 1] } else { Array(0..<axis.values.count) }
    for index in indices {
      var request = base
      do {
        try axis.set(index, in: &request)
        guard case .parameter(let name) = axis.setting else { continue }
        for dataset in datasets {
          guard let declaration = dataset.description.parameters.first(where: { $0.name == name }) else {
            throw SweepError.axis(
              text: text,
              reason: "\(dataset.description.identifier) has no setting '\(name)'. Leave that dataset out, or make a "
                + "separate sweep for it.")
          }
          guard declaration.canonical(axis.values[index]) != nil else {
            throw SettingsError.refused(name: name, text: axis.values[index], allowed: declaration.allowed)
          }
        }
      } catch let error as SettingsError {
        throw SweepError.axis(text: text, reason: "\(error)")
      }
    }
  }

  /// Refuses a probe that a dataset does not have, unless settings can change the dataset: every run would fail.
  private static func checkProbe(_ run: RunRequest, _ datasets: [DatasetDescriptor]) throws {
    guard let probe = run.probe else { return }
    for dataset in datasets where dataset.description.parameters.isEmpty {
      var sampler = try DataSampler(seed: run.training.seed, convention: run.training.sampling)
      _ = try dataset.makeDataset(ParameterValues([]), &sampler).probing(probe)
    }
  }

  /// The most combinations of values that are checked.
  private static let mostChecked = 10_000

  /// Refuses a value with which no run can train, whatever the values of the other axes: every such run would fail.
  private static func checkTraining(_ run: RunRequest, _ axes: [SweepAxis], _ datasets: [DatasetDescriptor]) throws {
    if run.training.ownWeights != nil, axes.contains(where: { $0.setting == .option(.gamma) }) {
      throw SweepError.axis(text: "gamma", reason: "\(TrainingError.scaleOfOwnWeights)")
    }
    try checkItems(run, axes, datasets)
    let options = axes.filter { axis in
      guard case .option(let option) = axis.setting else { return false }
      return ![RunOption.seed, .eta, .gamma, .epochs, .probe, .sampler, .decay].contains(option)
    }
    let count = options.reduce(1.0) { $0 * Double($1.values.count) }
    guard count <= Double(mostChecked) else { return }
    let varies = axes.contains { if case .parameter = $0.setting { true } else { false } }
    let shapes = datasets.compactMap { dataset in
      (try? ParameterValues(dataset.description.parameters, settings: run.settings)).flatMap { try? dataset.shape($0) }
    }
    let known = shapes.count == datasets.count && !varies ? shapes : []
    // For each value whether any run with it can train, and otherwise why the first cannot.
    var works = options.map { [Bool](repeating: false, count: $0.values.count) }
    var reasons = options.map { [TrainingError?](repeating: nil, count: $0.values.count) }
    var first: TrainingError?
    for index in 0..<Int(count) {
      var request = run
      try set(options, at: index, in: &request)
      let places = places(options, at: index)
      do throws(TrainingError) {
        try request.training.check(items: known.map(\.items).max())
        if let weights = request.training.ownWeights, let shape = known.first, known.count == 1 {
          try weights.check(fit: [shape.inputs] + request.training.hiddenWidths(for: shape) + [shape.features])
        }
        for (axis, place) in places.enumerated() { works[axis][place] = true }
      } catch {
        first = first ?? error
        for (axis, place) in places.enumerated() { reasons[axis][place] = reasons[axis][place] ?? error }
      }
    }
    // If nothing works, it is not the fault of one value.
    if let first, !works.contains(where: { $0.contains(true) }) { throw first }
    for (axis, option) in options.enumerated() {
      guard let place = works[axis].firstIndex(of: false), let reason = reasons[axis][place] else { continue }
      throw SweepError.axis(text: "\(option.name)=\(option.values[place])", reason: "\(reason)")
    }
  }

  /// Refuses frequencies of items that a dataset does not have, and histories that it cannot have.
  private static func checkItems(_ run: RunRequest, _ axes: [SweepAxis], _ datasets: [DatasetDescriptor]) throws {
    let varied = axes.compactMap { axis in if case .frequency(let item) = axis.setting { item } else { nil as String? }
    }
    let names = varied + run.frequencies.keys.sorted()
    let history = axes.filter { if case .phase = $0.setting { true } else { false } }
    guard !names.isEmpty || !history.isEmpty || run.history != HistoryChange(),
      !axes.contains(where: { if case .parameter = $0.setting { true } else { false } })
    else {
      return
    }
    for descriptor in datasets {
      let values = try ParameterValues(descriptor.description.parameters, settings: run.settings)
      // A history is checked with the first value of each of its axes.
      var request = run
      for axis in history { try axis.set(0, in: &request) }
      let dataset = try descriptor.dataset(
        values, seed: run.training.seed, convention: run.training.sampling, history: request.history)
      for name in names where !dataset.items.contains(name) {
        throw DatasetError.unknownItem(dataset: dataset.identifier, item: name, items: dataset.items)
      }
    }
  }

  /// Refuses settings that no dataset has, and settings that are both fixed and varied.
  private static func checkFixed(_ run: RunRequest, _ axes: [SweepAxis], _ datasets: [DatasetDescriptor]) throws {
    let known = Set(datasets.flatMap { $0.description.parameters.map(\.name) }).sorted()
    for name in run.settings.keys.sorted() {
      guard known.contains(name) else {
        throw SettingsError.unknown(name: name, nearest: NearestName.to(name, among: known), known: known)
      }
    }
    let fixed = Set(run.options.map(\.option.name)).subtracting(["plugin", "set"]).union(run.settings.keys)
      .union(run.frequencies.keys.map { SweepAxis.Setting.frequency(item: $0).name })
      .union(phaseSettings(run.history))
    for axis in axes where fixed.contains(axis.name) {
      throw SweepError.axis(
        text: axis.name, reason: "it is varied, but also set to one value. Leave out one of the two.")
    }
    for dataset in datasets { _ = try ParameterValues(dataset.description.parameters, settings: run.settings) }
    try checkPhases(axes)
  }

  /// The settings of phases that are given, as axes call them.
  private static func phaseSettings(_ history: HistoryChange) -> [String] {
    let given =
      history.phases.enumerated().map { ($0 + 1, $1) } + history.changes.sorted { $0.key < $1.key }.map { ($0, $1) }
    return given.flatMap { number, phase in
      PhaseKey.allCases.filter { phase.text(of: $0) != nil }.flatMap { key -> [String] in
        let items =
          key == .frequency ? phase.frequencies.map { Array($0.keys) } : phase.revisions.map { Array($0.keys) }
        guard [.frequency, .revise].contains(key), let items else {
          return [SweepAxis.Setting.phase(number, key, item: nil).name]
        }
        return items.map { SweepAxis.Setting.phase(number, key, item: $0).name }
      }
    }
  }

  /// Refuses two settings of a phase of which one replaces the other.
  private static func checkPhases(_ axes: [SweepAxis]) throws {
    for (index, axis) in axes.enumerated() {
      guard case .phase(let number, _, _) = axis.setting else { continue }
      for other in axes[..<index] {
        guard case .phase(number, let earlier, _) = other.setting else { continue }
        var request = RunRequest()
        try other.set(0, in: &request)
        try axis.set(0, in: &request)
        guard request.history.changes[number]?.text(of: earlier) == nil else { continue }
        throw SweepError.axis(
          text: axis.name, reason: "\(other.name) is varied too, and each replaces the other. Leave out one of the two."
        )
      }
    }
  }
}

extension SweepPlan {
  /// The request of one combination of the shared axes.
  func sharedRequest(_ index: Int) throws(SettingsError) -> RunRequest {
    var request = request.run
    try Self.set(sharedAxes, at: index, in: &request)
    return request
  }

  /// Sets the values of one run in a request whose shared part is set already.
  func set(own index: Int, in request: inout RunRequest) throws(SettingsError) {
    try Self.set(ownAxes, at: index, in: &request)
  }

  /// For each axis the index of its value.
  static func places(_ axes: [SweepAxis], at index: Int) -> [Int] {
    var rest = index
    var places = [Int](repeating: 0, count: axes.count)
    for axis in axes.indices.reversed() {
      places[axis] = rest % axes[axis].values.count
      rest /= axes[axis].values.count
    }
    return places
  }

  private static func set(_ axes: [SweepAxis], at index: Int, in request: inout RunRequest) throws(SettingsError) {
    for (axis, place) in zip(axes, places(axes, at: index)) { try axis.set(place, in: &request) }
  }
}

/// A request for a sweep: a run, and the settings to vary. It is enough to reproduce the sweep.
public struct SweepRequest: Codable, Hashable, Sendable {
  /// The arguments of `--vary`, in their order.
  public var vary: [String] = []
  /// Everything that is the same in all runs.
  public var run = RunRequest()

  /// The default dataset of a sweep: the tutorial's tree with a probe, so that every outcome exists.
  public static let usualDataset = "shark-bones"

  /// An empty request.
  public init() {}

  /// The request without options that do not affect results: which figures are drawn, and how.
  var essential: SweepRequest {
    var request = self
    let usual = RunRequest()
    request.run.format = usual.format
    request.run.medium = usual.medium
    request.run.showsTheory = usual.showsTheory
    request.run.shownEpochs = usual.shownEpochs
    request.run.training.recordingInterval = nil
    // Where weights are from does not affect results.
    request.run.training.ownWeights?.name = "weights"
    return request
  }
}
