public import LearningDynamics
internal import Support

/// A plugin's description for lists and help pages.
public struct PluginDescription: Hashable, Sendable {
  /// The name on the command line.
  public let identifier: String
  /// One line of up to ``longestSummary`` characters, without a full stop.
  public let summary: String
  /// Its settings.
  public let parameters: [ParameterDeclaration]
  /// Its place in a run without `--plugin`, if it has one.
  public let tutorialPosition: Int?

  /// The most characters of a summary, 90: with its identifier it fits into two lines of a terminal.
  public static let longestSummary = 90

  /// Whether a text can be a summary: one line, without the full stop that lists add.
  public static func isSummary(_ text: String) -> Bool {
    !text.trimmed.isEmpty && text.count <= longestSummary && text.isPrintable && !text.hasSuffix(".")
  }

  /// Whether a run without `--plugin` includes it.
  public var isPartOfTutorial: Bool { tutorialPosition != nil }

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

/// A dataset plugin as a value, whether it comes from a Swift type or from a file.
public struct DatasetDescriptor: Sendable {
  /// What it says of itself.
  public let description: PluginDescription
  /// Notes on how the data were read, in sentences: runs and predictions show them as warnings.
  public let notes: [String]
  /// Whether it will have a probe; nil if that is known only when it is made.
  public let hasProbe: Bool?
  /// The shape it will have, if it can be large.
  public let shape: @Sendable (ParameterValues) throws -> DatasetShape?
  /// Makes the dataset from checked values, without its history.
  public let makeDataset: @Sendable (ParameterValues, inout DataSampler) throws -> Dataset
  /// Its history.
  public let phases: @Sendable (Dataset, ParameterValues) throws -> [PhaseSettings]
  /// The tables with the targets of its phases, by their names.
  let tables: [String: String]

  /// A dataset from anywhere.
  public init(
    _ description: PluginDescription, notes: [String] = [], hasProbe: Bool? = nil,
    shape: @escaping @Sendable (ParameterValues) throws -> DatasetShape? = { _ in nil },
    phases: @escaping @Sendable (Dataset, ParameterValues) throws -> [PhaseSettings] = { _, _ in [] },
    tables: [String: String] = [:],
    makeDataset: @escaping @Sendable (ParameterValues, inout DataSampler) throws -> Dataset
  ) {
    self.description = description
    self.notes = notes
    self.hasProbe = hasProbe
    self.shape = shape
    self.makeDataset = makeDataset
    self.phases = phases
    self.tables = tables
  }

  /// The dataset of a Swift type.
  public init<Conforming: DatasetPlugin>(_ type: Conforming.Type) {
    self.init(
      PluginDescription(type), hasProbe: type.hasProbe, shape: { try type.init().shape($0) },
      phases: { try type.init().phases(of: $0, $1) }
    ) { values, sampler in
      try type.init().makeDataset(values, using: &sampler)
    }
  }
}

/// An analysis plugin as a value.
public struct AnalysisDescriptor: Sendable {
  /// What it says of itself.
  public let description: PluginDescription
  /// What a dataset must have for the analysis to apply, in words.
  public let requirement: String
  /// Whether its figures show single epochs.
  public let showsEpochs: Bool
  /// Its rank among the analyses that say what happened.
  public let leadPosition: Int?
  /// Its needs that can be checked before any data are made.
  public let needs: [AnalysisNeed]
  /// Whether it applies.
  public let applies: @Sendable (AnalysisSubject) -> Bool
  /// Refuses settings that do not fit.
  public let check: @Sendable (AnalysisSubject) throws -> Void
  /// Roughly how many multiplications it needs beyond the main training.
  public let multiplications: @Sendable (AnalysisSubject) -> Double
  /// The trainings it needs.
  public let trainings: @Sendable (AnalysisSubject) throws -> [TrainingPlan]
  /// Turns the runs of those trainings into a result.
  public let analyze: @Sendable ([AnalyzedRun], AnalysisSubject) throws -> Analysis

  /// The analysis of a Swift type.
  public init<Conforming: AnalysisPlugin>(_ type: Conforming.Type) {
    description = PluginDescription(type)
    requirement = type.requirement
    showsEpochs = type.showsEpochs
    leadPosition = type.leadPosition
    needs = type.needs
    applies = { subject in type.needs.allSatisfy { $0.isMet(by: subject) } && type.init().applies(to: subject) }
    check = { try type.init().check($0) }
    multiplications = { type.init().multiplications(for: $0) }
    trainings = { try type.init().trainings(for: $0) }
    analyze = { try type.init().analyze($0, of: $1) }
  }

  /// Whether it may apply to a dataset that is not made yet.
  ///
  /// - Parameters:
  ///   - hasProbe: whether the dataset will have a probe; nil if unknown.
  ///   - training: the settings of the main training.
  public func mayApply(hasProbe: Bool?, _ training: TrainingSettings) -> Bool {
    needs.allSatisfy { need in
      switch need {
      case .probe: hasProbe != false
      case .hiddenLayer: !training.hiddenWidths.isEmpty
      case .linearNetwork: training.variant.isLinear
      // Known when the dataset is made.
      case .singlePhase: true
      }
    }
  }
}
