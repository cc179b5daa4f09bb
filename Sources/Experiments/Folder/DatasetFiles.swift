internal import Gnuplot
internal import GSL
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The tables, scripts and attachments of one dataset, as contents by file name.
struct DatasetFiles {
  private let dataset: String
  private(set) var files: [(name: String, content: FileContent)] = []
  /// The files requested with `--export`.
  private let exports: [(name: String, content: FileContent)]
  private(set) var figures: [Drawing] = []

  /// The analyses whose files cannot be written, with the reason: a `FigureError` for a figure that cannot be a script or
  /// for an invalid file name, ``RunDirectoryError/nameTaken(dataset:file:)`` for a name that another analysis uses for
  /// something else.
  private(set) var failures: [(identifier: String, error: any Error)] = []

  /// Collects the files of an outcome; an analysis whose files cannot be written does not affect the others.
  ///
  /// - Parameters:
  ///   - outcome: the dataset's outcome.
  ///   - exports: the exports for other programs.
  ///   - medium: the medium that its scripts draw for.
  /// - Throws: the error of the first analysis if none can be written; errors of the trajectory and of exports.
  init(_ outcome: DatasetOutcome, exporting exports: [Export] = [], drawnFor medium: Medium = .web) throws {
    dataset = outcome.plan.dataset.identifier
    self.exports = try ExportedArrays(exports, of: outcome).files
    if let main = outcome.main {
      let trajectory = try Self.trajectory(main)
      try add(name: trajectory.fileName, content: .text(try trajectory.text()))
    }
    for (identifier, analysis) in outcome.analyses {
      let (knownFiles, knownFigures) = (files, figures)
      do {
        for figure in analysis.figures {
          for (name, content) in try figure.files(for: medium) { try add(name: name, content: content) }
          let drawing = Drawing(dataset: dataset, figure)
          if !figures.contains(drawing) { figures.append(drawing) }
        }
        for attachment in analysis.attachments {
          guard Figure.isFileName(attachment.name) else { throw FigureError.fileName(attachment.name) }
          try add(name: attachment.fileName, content: .bytes(attachment.bytes))
        }
      } catch {
        (files, figures) = (knownFiles, knownFigures)
        failures.append((identifier, error))
      }
    }
    if failures.count == outcome.analyses.count, let (_, error) = failures.first { throw error }
  }

  /// Makes all files for the dataset's folder.
  ///
  /// - Parameter format: the image format; nil for no images.
  /// - Returns: the paths within the run's folder, and the figures to be drawn.
  func add(
    to publication: Publication, drawnAs format: ImageFormat?
  ) throws -> (files: [String], figures: [Drawing]) {
    let images = format.map { format in figures.map { $0.imageName(format) } } ?? []
    try publication.add(files, to: dataset, images: images)
    let folder = "\(dataset)/\(Export.folderName)"
    if !exports.isEmpty { try publication.add(exports, to: folder) }
    return (files.map { "\(dataset)/\($0.name)" } + exports.map { "\(folder)/\($0.name)" }, figures)
  }

  /// Loss, the prediction for the probe, and modes at every state.
  private static func trajectory(_ run: AnalyzedRun) throws -> Table {
    Table(
      byEpoch: "trajectory",
      columns: [
        ("loss", run.losses), ("probe", try run.followedPrediction),
      ] + ModeCurves(run.recording).allColumns())
  }

  private mutating func add(name: String, content: FileContent) throws {
    if let known = files.first(where: { $0.name == name }) {
      guard known.content == content else { throw RunDirectoryError.nameTaken(dataset: dataset, file: name) }
      return
    }
    files.append((name, content))
  }
}

/// A dataset's targets as a table for people and programs, including this one: CSV (RFC 4180), the features' names in the
/// first line, the items' in the first column.
struct DatasetTable {
  let text: String

  init(_ dataset: Dataset) {
    var text = ""
    // The cell above the items' names is empty, so that features whose names are numbers are not read as values.
    for feature in dataset.features { text += ",\(feature.csvCell)" }
    text += "\n"
    for (index, item) in dataset.items.enumerated() {
      text += item.csvCell
      for feature in 0..<dataset.featureCount { text += ",\(dataset.targets[index, feature].tableText)" }
      text += "\n"
    }
    self.text = text
  }
}

extension String {
  /// The text as a cell: in quotes if it contains a separator or a quote, or has blanks at its ends.
  fileprivate var csvCell: String {
    let isPlain = !unicodeScalars.contains { ",;\t\"".unicodeScalars.contains($0) } && first != " " && last != " "
    if isPlain { return self }
    return "\"\(String(String.UnicodeScalarView(unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })))\""
  }
}
