internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// The tables and scripts of one dataset, as texts by file name.
struct DatasetFiles {
  private let dataset: String
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var figures: [String] = []

  /// The analyses whose figures cannot be written, with the reason: a `FigureError` for one that cannot be a script,
  /// ``RunDirectoryError/nameTaken(dataset:file:)`` for a name that another analysis uses for something else.
  private(set) var failures: [(identifier: String, error: any Error)] = []

  /// Collects the files of an outcome; an analysis whose figures cannot be written leaves the others.
  ///
  /// - Throws: what the first analysis throws when none can be written, or the trajectory.
  init(_ outcome: DatasetOutcome) throws {
    dataset = outcome.plan.dataset.identifier
    if let main = outcome.main {
      try add(try Self.trajectory(main))
    }
    for (identifier, analysis) in outcome.analyses {
      let (knownTexts, knownFigures) = (texts, figures)
      do {
        for figure in analysis.figures {
          try add(name: figure.scriptName, text: try figure.script())
          if !figures.contains(figure.name) { figures.append(figure.name) }
          for table in figure.tables { try add(table) }
        }
      } catch {
        (texts, figures) = (knownTexts, knownFigures)
        failures.append((identifier, error))
      }
    }
    if failures.count == outcome.analyses.count, let (_, error) = failures.first { throw error }
  }

  /// Writes all files into the dataset's folder.
  ///
  /// - Returns: the paths within the run's folder, and the figures' names.
  func write(into directory: RunDirectory) throws(RunDirectoryError) -> (files: [String], figures: [String]) {
    try directory.make(dataset)
    try directory.write(texts.map { ("\(dataset)/\($0.name)", $0.text) })
    return (texts.map { "\(dataset)/\($0.name)" }, figures)
  }

  /// Loss, followed prediction and modes at every state.
  private static func trajectory(_ recording: Recording) throws -> Table {
    Table(
      byEpoch: "trajectory",
      columns: [
        ("loss", recording.losses), ("probe", try recording.followedPredictions()),
      ] + ModeCurves(recording).columns())
  }

  private mutating func add(_ table: Table) throws {
    try add(name: table.fileName, text: try table.text())
  }

  private mutating func add(name: String, text: String) throws {
    if let known = texts.first(where: { $0.name == name }) {
      guard known.text == text else { throw RunDirectoryError.nameTaken(dataset: dataset, file: name) }
      return
    }
    texts.append((name, text))
  }
}
