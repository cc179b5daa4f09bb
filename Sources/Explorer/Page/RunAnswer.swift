import Experiments
import Gnuplot
import LearningDynamics
import PluginKit
internal import Support

/// What a page is told of a run: numbers, words, and which figures there are.
struct RunAnswer: Encodable, Sendable {
  let dataset: String
  let analysis: String
  let title: String
  /// The analyses that mean something for this dataset and network.
  let applicable: [String]
  /// The options of the training as they were used.
  let used: [String: String]
  /// What they would be if η, γ and epochs were left open.
  let usual: [String: String]
  let largestStableLearningRate: Double
  let effectiveLearningRate: Double
  let lastEpoch: Int
  let stages: [Stage]
  let shownEpoch: Int?
  let items: [String]
  /// The cell that is followed, as `--probe` takes it.
  let probe: String
  let warnings: [Warning]
  let summary: [String]
  /// Further findings, which the summary leaves out.
  let details: [String]
  let diverged: Divergence?
  let figures: [FigureEntry]
  /// Files beside the figures.
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

  /// What a reader should know, with buttons for what helps.
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
  /// The most items that are told by name.
  private static let mostItems = 64

  /// - Parameters:
  ///   - state: what was asked for.
  ///   - outcome: what came of it.
  ///   - figures: the figures with their keys.
  ///   - applicable: identifiers of the analyses that apply.
  ///   - limits: what a page may ask for.
  ///   - command: the command line that makes the same.
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
    used = Self.options(of: plan.mainPlan)
    var open = state.request.training
    (open.learningRate, open.initializationScale, open.epochs) = (nil, nil, nil)
    usual = Self.options(of: try open.plan(for: dataset))
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

  /// The options of a training that the page shows, as far as they depend on the dataset: of the others a state without them
  /// says all.
  private static func options(of plan: TrainingPlan) -> [String: String] {
    RunOption.all.reduce(into: [:]) { if $1.page != nil, $1.tutorialText == nil { $0[$1.name] = $1.text(in: plan) } }
  }
}

extension RunAnswer.Warning {
  /// A warning in the words of the page, without what the page does not do.
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
      + "\(epoch.grouped). What came before is shown."
    guard run.plan == plan.mainPlan else {
      error = sentence + " The network beside the main one has a rate of its own."
      remedy = .usual
      return
    }
    let stable = plan.largestStableLearningRate
    error = sentence + (stable.isFinite ? " The largest stable rate is \(stable.significant())." : "")
    // Below the stable rate it can only be the start: that rate is one from small weights.
    let rate = PreparedDataset.safeRate(below: stable)
    remedy =
      rate < run.plan.learningRate
      ? .setting(.eta, rate.parameterText)
      : .init(label: "Back to the usual γ", set: ["gamma": nil])
  }
}
