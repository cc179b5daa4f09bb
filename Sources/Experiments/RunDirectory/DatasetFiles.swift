internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// The tables and scripts of one dataset, as texts by file name.
struct DatasetFiles {
  private let dataset: String
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var figures: [String] = []

  /// Collects the files of an outcome.
  ///
  /// - Throws: `FigureError` for a figure that cannot be a script, ``RunDirectoryError/nameTaken(dataset:file:)`` when
  ///   two analyses use one name for different things.
  init(_ outcome: DatasetOutcome) throws {
    dataset = outcome.plan.dataset.identifier
    if let main = outcome.main {
      try add(try Self.trajectory(main, of: outcome.plan.dataset))
    }
    for (_, analysis) in outcome.analyses {
      for figure in analysis.figures {
        try add(name: figure.scriptName, text: try figure.script())
        if !figures.contains(figure.name) { figures.append(figure.name) }
        for table in figure.tables { try add(table) }
      }
    }
  }

  /// Writes all files into the dataset's folder.
  ///
  /// - Returns: the paths within the run's folder, and the figures' names.
  func write(into directory: RunDirectory) throws(RunDirectoryError) -> (files: [String], figures: [String]) {
    try directory.make(dataset)
    for (name, text) in texts { try directory.write(text, to: "\(dataset)/\(name)") }
    return (texts.map { "\(dataset)/\($0.name)" }, figures)
  }

  /// Loss, followed prediction and modes at every state.
  private static func trajectory(_ recording: Recording, of dataset: Dataset) throws -> Table {
    Table(
      byEpoch: "trajectory",
      columns: [
        ("loss", recording.losses), ("probe", try recording.predictions(of: dataset.followedCell)),
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
