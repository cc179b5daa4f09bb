internal import GSL
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The content of `run.json`: the request, the settings used, the results, and the files of the run.
///
/// This type writes records and reads them, including records of earlier versions. A record has no times and no paths, so the
/// same run gives the same record.
///
/// A record may have been edited, or come from a stranger. Its author and its list of files must be readable. Every other
/// part is read separately (``Part``), so one damaged part does not affect the others.
package struct RunRecord: Codable, Sendable {
  /// The program that wrote it.
  package var program: Program
  /// The versions of the libraries and programs used.
  package var versions: Part<Versions>?
  var request: Part<RunRequest>?
  /// The datasets in the order of the run.
  var datasets: Part<[Part<DatasetRecord>]>?
  var failures: Part<[Failure]>?
  var warnings: Part<[String]>?
  /// Datasets that are missing because of an interruption; the folder may hold files of an earlier run of them.
  package var unfinished: Part<[String]>?
  /// Figures without the requested image, because gnuplot failed or the run was interrupted.
  var undrawn: Part<[String]>?
  /// The figure to look at first, DATASET/FIGURE; nil in a run without figures.
  var mainFigure: Part<String>?
  /// The files of the run, as paths within its folder.
  package var files: [String]

  /// The program that wrote a record.
  package struct Program: Codable, Hashable, Sendable {
    /// The program's name.
    package let name: String
    package let version: String
    /// The number of the record's format; it grows when older programs would misread a record.
    ///
    /// Format 1 has only the names of figures; format 2 also has their captions, and whether they are animated.
    package var recordFormat: Int

    init(version: String) {
      name = Self.ours
      self.version = version
      recordFormat = Self.currentFormat
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      version = try container.decode(String.self, forKey: .version)
      // The first records have no format number.
      recordFormat = try container.decodeIfPresent(Int.self, forKey: .recordFormat) ?? 1
    }

    static let ours = "dlnn-sim"
    static let currentFormat = 2

    /// The keys in this part of a record.
    static let keys: Set<JSONValue.Step> = [.key("name"), .key("version"), .key("recordFormat")]
  }

  /// The versions used for a run, besides the program's.
  package struct Versions: Codable, Hashable, Sendable {
    let gsl: String
    let gnuplot: String?
    let swift: String

    /// The keys in this part of a record.
    static let keys: Set<JSONValue.Step> = [.key("gsl"), .key("gnuplot"), .key("swift")]
  }

  /// A dataset, or an analysis of one, that failed.
  struct Failure: Codable, Sendable {
    let dataset: String
    let analysis: String?
    let reason: String
  }
}

/// One dataset in a record.
struct DatasetRecord: Codable, Sendable {
  let identifier: String
  let items: Int
  let features: Int
  let settings: [String: String]
  /// How often an epoch shows the items that it does not show once; nil if it shows all once.
  let frequencies: [String: Double]?
  /// What is taught one after the other, a sentence for each phase; nil for a dataset without a history.
  let phases: [String]?
  let probe: String?
  /// The probe, in words. The first records do not have it.
  let followedCell: String?
  let effectiveLearningRate: Double
  let largestStableLearningRate: Double
  let trainings: [RunRecord.Part<TrainingRecord>]
  /// The leading analysis; earlier records do not have it.
  let lead: String?
  var analyses: [String: RunRecord.Part<AnalysisRecord>]
  let notApplicable: [String]

  /// A training with its outcome.
  struct TrainingRecord: Codable, Sendable {
    let plan: TrainingPlan
    let isMain: Bool
    let effectiveLearningRate: Double
    let states: Int
    let divergedAtEpoch: Int?
    let finalLoss: Double
  }

  /// An analysis with its results.
  struct AnalysisRecord: Codable, Sendable {
    let settings: [String: String]
    let result: RecordedResult
    /// The few most useful sentences.
    let summary: [String]
    /// The analysis's further findings in words; nil without any.
    let details: [String]?
    var figures: [FigureRecord]
    /// Files in addition to the figures, if any.
    let attachments: [String]?
  }

  /// The training that analyses are about.
  var main: TrainingRecord? { readableTrainings.first(where: \.isMain) }

  /// The analyses that can be read, by their identifiers.
  var readableAnalyses: [String: AnalysisRecord] { analyses.compactMapValues(\.value) }

  /// The trainings that can be read.
  var readableTrainings: [TrainingRecord] { trainings.compactMap(\.value) }
}

/// A figure in a record.
struct FigureRecord: Codable, Hashable, Sendable {
  let name: String
  /// Its caption; nil in a record of format 1.
  var caption: String?
  /// Whether it is animated; nil in a record of format 1.
  var isAnimated: Bool?

  private enum CodingKeys: String, CodingKey { case name, caption, isAnimated }

  init(_ figure: Figure) { (name, caption, isAnimated) = (figure.name, figure.caption, figure.animation != nil) }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self.name = try Self.checked(name, decoder)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try Self.checked(container.decode(String.self, forKey: .name), decoder)
    caption = try container.decode(String.self, forKey: .caption)
    isAnimated = try container.decode(Bool.self, forKey: .isAnimated)
  }

  /// Names of figures become file names, and a record may come from a stranger.
  private static func checked(_ name: String, _ decoder: any Decoder) throws -> String {
    guard Figure.isFileName(name) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no figure has this name"))
    }
    return name
  }

  func encode(to encoder: any Encoder) throws {
    guard let caption, let isAnimated else {
      var container = encoder.singleValueContainer()
      try container.encode(name)
      return
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(caption, forKey: .caption)
    try container.encode(isAnimated, forKey: .isAnimated)
  }
}

/// A result of a type that only its plugin knows.
enum RecordedResult: Codable, Sendable {
  case made(any Encodable & Sendable)
  case read(JSONValue)

  init(from decoder: any Decoder) throws { self = .read(try JSONValue(from: decoder)) }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .made(let value): try value.encode(to: encoder)
    case .read(let value): try value.encode(to: encoder)
    }
  }
}

extension RunRecord {
  init(
    plan: RunPlan, datasets: [DatasetReport], failures: [RunResult.Failure], unfinished: [String], undrawn: [String],
    mainFigure: Drawing?, files: [String], gnuplotVersion: String?, programVersion: String
  ) {
    program = Program(version: programVersion)
    versions = Part(Versions(gsl: GSLLibrary.version, gnuplot: gnuplotVersion, swift: Compiler.version))
    request = Part(plan.request)
    self.datasets = Part(datasets.map { Part($0.record) })
    self.failures = Part(
      failures.map { Failure(dataset: $0.dataset, analysis: $0.analysis, reason: "\($0.error)") })
    warnings = Part(plan.warnings)
    let failed = failures.filter { $0.analysis == nil }.map(\.dataset)
    let interrupted = unfinished.filter { !failed.contains($0) }
    self.unfinished = interrupted.isEmpty ? nil : Part(interrupted)
    self.undrawn = undrawn.isEmpty ? nil : Part(undrawn)
    self.mainFigure = mainFigure.map { Part("\($0.dataset)/\($0.figure)") }
    self.files = files
  }

  /// The record as text; equal records give equal texts.
  func jsonText() throws -> String { try JSONText.of(self) + "\n" }

  /// The record as an earlier version of the program would have written it.
  ///
  /// - Parameter format: 1 or the current one.
  func inFormat(_ format: Int) -> RunRecord {
    guard format < Program.currentFormat else { return self }
    var record = self
    record.program.recordFormat = format
    record.datasets = datasets?.map { parts in
      parts.map { part in
        part.map { dataset in
          var dataset = dataset
          dataset.analyses = dataset.analyses.mapValues { part in
            part.map { analysis in
              var analysis = analysis
              for index in analysis.figures.indices {
                (analysis.figures[index].caption, analysis.figures[index].isAnimated) = (nil, nil)
              }
              return analysis
            }
          }
          return dataset
        }
      }
    }
    return record
  }
}

extension DatasetRecord {
  /// - Parameters:
  ///   - failed: analyses that failed.
  ///   - lead: the leading analysis.
  init(_ outcome: DatasetOutcome, without failed: [String], lead: String?) {
    self.lead = lead
    let plan = outcome.plan
    identifier = plan.dataset.identifier
    items = plan.dataset.itemCount
    features = plan.dataset.featureCount
    settings = plan.values.byName
    phases = plan.dataset.phases.isEmpty ? nil : plan.dataset.historyWords
    frequencies = plan.dataset.itemInputs.frequencies.map { frequencies in
      Dictionary(uniqueKeysWithValues: zip(plan.dataset.items, frequencies).filter { $0.1 != 1 })
    }
    probe = plan.dataset.probe.map { plan.dataset.name(of: $0) }
    followedCell = plan.dataset.name(of: plan.dataset.followedCell)
    effectiveLearningRate = plan.effectiveLearningRate
    largestStableLearningRate = plan.largestStableLearningRate
    trainings = outcome.runs.map { run in
      RunRecord.Part(
        TrainingRecord(
          plan: run.plan, isMain: run.plan == plan.mainPlan,
          effectiveLearningRate: plan.dataset.effectiveLearningRate(for: run.plan.learningRate),
          states: run.stateCount, divergedAtEpoch: run.divergedAtEpoch, finalLoss: run.losses[run.lastEpoch]))
    }
    analyses = Dictionary(
      uniqueKeysWithValues: outcome.analyses.filter { !failed.contains($0.identifier) }.map { analysis in
        let planned = plan.analyses.first { $0.descriptor.description.identifier == analysis.identifier }
        return (
          analysis.identifier,
          RunRecord.Part(
            AnalysisRecord(
              settings: planned?.subject.values.byName ?? [:], result: .made(analysis.outcome.result),
              summary: analysis.outcome.summary,
              details: analysis.outcome.details.isEmpty ? nil : analysis.outcome.details,
              figures: analysis.outcome.figures.map { FigureRecord($0) },
              attachments: analysis.outcome.attachments.isEmpty ? nil : analysis.outcome.attachments.map(\.fileName)))
        )
      })
    notApplicable = plan.skipped
  }
}
