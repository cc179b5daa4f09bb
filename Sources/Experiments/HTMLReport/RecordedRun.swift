internal import Gnuplot
internal import LearningDynamics
internal import Support

/// What a run's record tells of it, as far as it can be read: what is damaged or was never there is left out.
///
/// It may have been written by another version, or come from a stranger: nothing here is believed but as a text to be
/// shown. Names of files come from ``RunDirectory/files()``.
struct RecordedRun {
  /// The datasets in the order of the run.
  let datasets: [Dataset]
  let warnings: [String]
  let failures: [Failure]
  /// Datasets that an interruption left out.
  let unfinished: [String]
  /// What the run was made with, by name.
  let versions: [(name: String, version: String)]
  /// The seed, as a text.
  let seed: String?
  /// The figure to look at first, DATASET/FIGURE.
  let mainFigure: String?

  /// A dataset, or an analysis of one, that came to nothing.
  struct Failure {
    let dataset: String
    let analysis: String?
    let reason: String
  }

  /// A dataset with what was found in it.
  struct Dataset {
    let identifier: String
    private let value: JSONValue
    let trainings: [Training]
    /// By their identifiers, in alphabetical order.
    let analyses: [Analysis]

    /// A number or a text by its key.
    subscript(key: String) -> JSONValue? { value[key] }

    var settings: [(name: String, value: String)] { value["settings"]?.texts ?? [] }
    var main: Training? { trainings.first(where: \.isMain) }
    /// The analysis that says what happened.
    var lead: Analysis? { value["lead"]?.text.flatMap { lead in analyses.first { $0.identifier == lead } } }

    fileprivate init?(_ value: JSONValue) {
      guard let identifier = value["identifier"]?.text, Figure.isFileName(identifier) else { return nil }
      self.identifier = identifier
      self.value = value
      trainings = (value["trainings"]?.elements ?? []).map(Training.init)
      analyses = (value["analyses"]?.members ?? []).map(Analysis.init)
    }
  }

  /// A training with its outcome.
  struct Training {
    private let value: JSONValue

    fileprivate init(_ value: JSONValue) { self.value = value }

    /// A part of the outcome by its key.
    subscript(key: String) -> JSONValue? { value[key] }

    var plan: JSONValue? { value["plan"] }
    var isMain: Bool { value["isMain"] == .flag(true) }
    var divergedAtEpoch: Int? { value["divergedAtEpoch"]?.whole }
    /// Widths of the hidden layers; nil if they cannot be read.
    var hiddenWidths: [Int]? { plan?["hiddenWidths"]?.elements?.compactMap(\.whole) }
  }

  /// An analysis with what it found.
  struct Analysis {
    let identifier: String
    let settings: [(name: String, value: String)]
    let summary: [String]
    /// Further findings, which the summary leaves out.
    let details: [String]
    /// Names of figures that can be those of files.
    let figures: [String]

    fileprivate init(_ identifier: String, _ value: JSONValue) {
      self.identifier = identifier
      settings = value["settings"]?.texts ?? []
      summary = (value["summary"]?.elements ?? []).compactMap(\.text)
      details = (value["details"]?.elements ?? []).compactMap(\.text)
      figures = (value["figures"]?.elements ?? []).compactMap(\.text).filter(Figure.isFileName)
    }
  }

  /// Reads what can be read of a record; nil for bytes that ``JSONValue`` refuses.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONValue(bytes) else { return nil }
    var known: Set<String> = []
    datasets = (record["datasets"]?.elements ?? []).compactMap(Dataset.init).filter {
      known.insert($0.identifier).inserted
    }
    warnings = (record["warnings"]?.elements ?? []).compactMap(\.text)
    unfinished = (record["unfinished"]?.elements ?? []).compactMap(\.text)
    failures = (record["failures"]?.elements ?? []).compactMap { failure in
      guard let dataset = failure["dataset"]?.text, let reason = failure["reason"]?.text else { return nil }
      return Failure(dataset: dataset, analysis: failure["analysis"]?.text, reason: reason)
    }
    let program = record["program"]?["version"]?.text.map { [("dlnn-sim", $0)] } ?? []
    let others = [("GSL", "gsl"), ("gnuplot", "gnuplot"), ("Swift", "swift")]
    versions = program + others.compactMap { name, key in record["versions"]?[key]?.text.map { (name, $0) } }
    mainFigure = record["mainFigure"]?.text
    seed = record["request"]?["training"]?["seed"]?.whole.map(String.init)
  }
}

extension JSONValue {
  /// The text that this is; nil for what is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The number that this is.
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The whole number that this is.
  var whole: Int? { number.flatMap(Int.init(exactly:)) }

  /// The elements of an array.
  var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The members of an object, by their keys in alphabetical order.
  var members: [(key: String, value: JSONValue)] {
    if case .object(let members) = self { members.sorted { $0.key < $1.key } } else { [] }
  }

  /// The texts of an object's members.
  fileprivate var texts: [(name: String, value: String)] { members.map { ($0.key, $0.value.shown) } }
}
