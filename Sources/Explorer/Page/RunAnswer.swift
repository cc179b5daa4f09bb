import Experiments
import Gnuplot
import LearningDynamics
import PluginKit
internal import Support

/// The answer to a page about a run: numbers, sentences, and a list of the figures.
struct RunAnswer: Encodable, Sendable {
  let dataset: String
  let analysis: String
  let title: String
  /// The analyses that apply to this dataset and network.
  let applicable: [String]
  /// The training options that were used.
  let used: [String: String]
  /// Their values if η, γ and epochs are not set.
  let usual: [String: String]
  let largestStableLearningRate: Double
  let effectiveLearningRate: Double
  let lastEpoch: Int
  let stages: [Stage]
  let shownEpoch: Int?
  let items: [String]
  /// The probe, written as for `--probe`.
  let probe: String
  let warnings: [Warning]
  let summary: [String]
  /// Findings that are not in the summary.
  let details: [String]
  let diverged: Divergence?
  let figures: [FigureEntry]
  /// Files besides the figures.
  let files: [String]
  let command: String
  var milliseconds: Times
  var fromMemory = false

  struct Stage: Encodable, Sendable {
    let epoch: Int
    let text: String
  }

  struct Divergence: Encodable, Sendable {
    let epoch: Int
    let error: String
    let remedy: ExplorationError.Remedy
  }

  /// A warning, with buttons that fix it.
  struct Warning: Encodable, Sendable {
    let text: String
    let remedies: [ExplorationError.Remedy]
  }

  struct FigureEntry: Encodable, Sendable {
    let name: String
    let caption: String
    let key: String
    let width: Int
    let height: Int
    let animated: Bool
    let tables: [String]

    init(_ figure: Figure, key: String) {
      name = figure.name
      caption = figure.caption
      self.key = key
      (width, height) = (figure.size.width, figure.size.height)
      animated = figure.animation != nil
      tables = figure.tables.map(\.name)
    }
  }

  struct Times: Encodable, Sendable {
    let training: Double
    var total: Double
  }
}

extension RunAnswer {
  /// The largest number of items that are named.
  private static let mostItems = 64

  /// - Parameters:
  ///   - state: the page's state.
  ///   - outcome: its outcome.
  ///   - figures: the figures with their keys.
  ///   - applicable: identifiers of the analyses that apply.
  ///   - limits: the limits of a page.
  ///   - command: the command line for the same run.
  init(
    _ state: PageState, _ outcome: DatasetOutcome, figures: [FigureEntry], applicable: [String],
    limits: ExplorationLimits, command: String, milliseconds: Times
  ) throws {
    let (plan, dataset) = (outcome.plan, outcome.plan.dataset)
    let main = outcome.main
    self.dataset = dataset.identifier
    analysis = state.analysis.description.identifier
    title = plan.mainPlan.title(
      of: dataset.identifier, items: dataset.itemCount, features: dataset.featureCount,
      effectiveRate: plan.effectiveLearningRate)
    self.applicable = applicable
    // Where phases do not say how long they last, it is as long as without a history: that is what the page shows.
    let single = dataset.withoutHistory
    var open = state.request.training
    used = Self.options(of: dataset.phases.isEmpty ? plan.mainPlan : try open.plan(for: single))
    (open.learningRate, open.initializationScale, open.epochs) = (nil, nil, nil)
    var usual = Self.options(of: try open.plan(for: single))
    // The other usual values are for the depth that was chosen.
    open.givenHiddenWidths = nil
    usual[RunOption.hidden.name] = RunOption.hidden.text(in: try open.plan(for: single))
    self.usual = usual
    largestStableLearningRate = plan.largestStableLearningRate
    effectiveLearningRate = plan.effectiveLearningRate
    lastEpoch = main?.lastEpoch ?? plan.mainPlan.epochs
    stages = try main?.stages.map { Stage(epoch: $0.epoch, text: $0.text) } ?? []
    shownEpoch = state.request.shownEpochs.first
    items = Array(dataset.items.prefix(Self.mostItems))
    probe = dataset.text(of: dataset.followedCell)
    warnings = plan.warnings.map { Warning($0, limits) }
    summary = outcome.analyses.flatMap(\.outcome.summary).map(\.inPageWords)
    details = outcome.analyses.flatMap(\.outcome.details).map(\.inPageWords)
    diverged = outcome.runs.compactMap { Divergence($0, plan) }.first
    self.figures = figures
    files = outcome.analyses.flatMap(\.outcome.attachments).map(\.fileName)
    self.command = command
    self.milliseconds = milliseconds
  }

  /// The training options on the page that depend on the dataset. For the others the page knows the defaults.
  private static func options(of plan: TrainingPlan) -> [String: String] {
    RunOption.all.reduce(into: [:]) { if $1.page != nil, $1.tutorialText == nil { $0[$1.name] = $1.text(in: plan) } }
  }
}

extension RunAnswer.Warning {
  /// A warning with the page's names of the options, without remedies beyond the page's limits.
  init(_ warning: RunWarning, _ limits: ExplorationLimits) {
    text = warning.fact.prefix(1).uppercased() + warning.fact.dropFirst() + "."
    remedies = warning.remedies.compactMap { remedy in
      guard let option = remedy.option, let value = remedy.value else { return nil }
      if option == .epochs, let epochs = Int(value), epochs > limits.epochs { return nil }
      return .setting(option, value)
    }
  }
}

extension RunAnswer.Divergence {
  /// Nil for a training that did not diverge.
  init?(_ run: AnalyzedRun, _ plan: DatasetPlan) {
    guard let epoch = run.divergedAtEpoch else { return nil }
    self.epoch = epoch
    let sentence =
      "The training (\(run.plan.networkDescription), η = \(run.plan.learningRate.significant())) diverged at epoch "
      + "\(epoch.grouped). The epochs before that are shown."
    guard run.plan == plan.mainPlan else {
      error = sentence + " This is a network for comparison, with its own learning rate."
      remedy = .usual
      return
    }
    let stable = plan.largestStableLearningRate
    error = sentence + (stable.isFinite ? " The largest stable learning rate is \(stable.significant())." : "")
    // Below the stable rate the cause can only be the initial weights: the rate is for small ones.
    let rate = stable.isFinite ? PreparedDataset.safeRate(below: stable) : run.plan.learningRate / 2
    remedy =
      rate < run.plan.learningRate
      ? .setting(.eta, rate.parameterText)
      : .init(label: "Restore default γ", set: ["gamma": nil])
  }
}
