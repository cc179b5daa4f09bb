internal import GSL
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension Export {
  /// The folder within a dataset's.
  static let folderName = "arrays"

  /// What the files may be.
  static let kinds: [Attachment.Kind] = [.npy, .csv]

  /// The files of a dataset.
  func files(of outcome: DatasetOutcome) throws -> [Attachment] {
    let dataset = outcome.plan.dataset
    return switch self {
    case .data:
      [
        Attachment(name: "inputs", NumPyArray(dataset.inputs)),
        Attachment(name: "targets", NumPyArray(dataset.targets)),
        Attachment(name: "targets", kind: .csv, text: DatasetTable(dataset).text),
      ]
    }
  }
}

/// A dataset's targets as a table that people and programs read, this one among them: CSV (RFC 4180), the features' names in
/// the first line, the items' in the first column.
struct DatasetTable {
  let text: String

  init(_ dataset: Dataset) {
    var text = ""
    // Above the items' names stands nothing, so that features whose names are numbers are not taken for values.
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
  /// The text as a cell: in quotes where it has what could separate cells, a quote, or blanks at its ends.
  fileprivate var csvCell: String {
    let isPlain = !unicodeScalars.contains { ",;\t\"".unicodeScalars.contains($0) } && first != " " && last != " "
    if isPlain { return self }
    return "\"\(String(String.UnicodeScalarView(unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })))\""
  }
}
