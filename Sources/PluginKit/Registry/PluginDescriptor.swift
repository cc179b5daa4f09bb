public import Gnuplot
public import LearningDynamics
internal import Support

/// What lists and help pages say of a plugin.
public struct PluginDescription: Hashable, Sendable {
  /// The name on the command line.
  public let identifier: String
  /// One line of up to ``longestSummary`` characters, without a full stop.
  public let summary: String
  /// The settings it takes.
  public let parameters: [ParameterDeclaration]
  /// Its place in a run without `--plugin`, if it has one.
  public let tutorialPosition: Int?

  /// The most characters of a summary, 90: with its identifier it fits into two lines of a terminal.
  public static let longestSummary = 90

  /// Whether a text can be a summary: one line, without the full stop that lists put after it.
  public static func isSummary(_ text: String) -> Bool {
    !text.trimmed.isEmpty && text.count <= longestSummary && text.isPrintable && !text.hasSuffix(".")
  }

  /// Whether a run without `--plugin` includes it.
  public var isPartOfTutorial: Bool { tutorialPosition != nil }

  /// A description.
  public init(
    identifier: String, summary: String, parameters: [ParameterDeclaration] = [], tutorialPosition: Int? = nil
  ) {
    self.identifier = identifier
    self.summary = summary
    self.parameters = parameters
    self.tutorialPosition = tutorialPosition
  }

  init<Conforming: Plugin>(_ type: Conforming.Type) {
    self.init(
      identifier: type.identifier, summary: type.summary, parameters: type.parameters,
      tutorialPosition: type.tutorialPosition)
  }
}

/// A dataset as a value, whether it comes from a Swift type or elsewhere.
public struct DatasetDescriptor: Sendable {
  /// What it says of itself.
  public let description: PluginDescription
  /// What a reader should know of how the data were read, in sentences: runs and predictions warn with them.
  public let notes: [String]
  /// The shape it will have, if it can be large.
  public let shape: @Sendable (ParameterValues) throws -> DatasetShape?
  /// Makes the dataset from checked values.
  public let makeDataset: @Sendable (ParameterValues, inout DataSampler) throws -> Dataset

  /// A dataset from anywhere.
  public init(
    _ description: PluginDescription, notes: [String] = [],
    shape: @escaping @Sendable (ParameterValues) throws -> DatasetShape? = { _ in nil },
    makeDataset: @escaping @Sendable (ParameterValues, inout DataSampler) throws -> Dataset
  ) {
    self.description = description
    self.notes = notes
    self.shape = shape
    self.makeDataset = makeDataset
  }

  /// The dataset of a Swift type.
  public init<Conforming: DatasetPlugin>(_ type: Conforming.Type) {
    self.init(PluginDescription(type), shape: { try type.init().shape($0) }) { values, sampler in
      try type.init().makeDataset(values, using: &sampler)
    }
  }
}

/// An analysis as a value, its result type erased.
public struct AnalysisDescriptor: Sendable {
  /// What it says of itself.
  public let description: PluginDescription
  /// What a dataset must have for it to apply, in words.
  public let requirement: String
  /// Whether its figures show single epochs.
  public let showsEpochs: Bool
  /// Its place among the analyses that say what happened.
  public let leadPosition: Int?
  /// Whether it applies.
  public let applies: @Sendable (AnalysisSubject) -> Bool
  /// Refuses settings that do not fit.
  public let check: @Sendable (AnalysisSubject) throws -> Void
  /// How many multiplications it takes beside the main training, roughly.
  public let multiplications: @Sendable (AnalysisSubject) -> Double
  /// The trainings it needs.
  public let trainings: @Sendable (AnalysisSubject) throws -> [TrainingPlan]
  /// Its outcome, given recordings of those trainings.
  public let analyze: @Sendable ([Recording], AnalysisSubject) throws -> AnalysisOutcome

  /// The analysis of a Swift type.
  public init<Conforming: AnalysisPlugin>(_ type: Conforming.Type) {
    description = PluginDescription(type)
    requirement = type.requirement
    showsEpochs = type.showsEpochs
    leadPosition = type.leadPosition
    applies = { type.init().applies(to: $0) }
    check = { try type.init().check($0) }
    multiplications = { type.init().multiplications(for: $0) }
    trainings = { try type.init().trainings(for: $0) }
    analyze = { recordings, subject in
      let plugin = type.init()
      let result = try plugin.analyze(recordings, of: subject)
      return AnalysisOutcome(
        result: result, figures: try plugin.figures(for: result, from: recordings, of: subject),
        attachments: try plugin.attachments(for: result, from: recordings, of: subject),
        summary: plugin.summary(of: result, of: subject), details: plugin.details(of: result, of: subject))
    }
  }
}

/// What an analysis gives: numbers, figures, files, sentences.
public struct AnalysisOutcome: Sendable {
  /// The result, for `run.json`.
  public let result: any Encodable & Sendable
  /// The figures.
  public var figures: [Figure]
  /// Files beside the figures.
  public let attachments: [Attachment]
  /// The sentences that every reader wants.
  public let summary: [String]
  /// Further findings, which the summary leaves out.
  public let details: [String]

  /// All sentences, the most important first.
  public var sentences: [String] { summary + details }

  /// An outcome.
  public init(
    result: any Encodable & Sendable, figures: [Figure], attachments: [Attachment] = [], summary: [String],
    details: [String] = []
  ) {
    self.result = result
    self.figures = figures
    self.attachments = attachments
    self.summary = summary
    self.details = details
  }
}
