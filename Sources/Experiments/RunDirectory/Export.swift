internal import GSL
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// Numbers of a run for other programs, which `--export NAME` writes into a folder `arrays` beside a dataset's tables.
public struct Export: Sendable {
  /// The name on the command line.
  public let name: String
  /// What is written, in words.
  public let meaning: String
  /// Makes the files.
  let files: @Sendable (DatasetOutcome) throws -> [Attachment]

  /// Everything that can be exported. A new kind is one more entry.
  public static let all = [data]

  /// The folder within a dataset's.
  static let folderName = "arrays"

  /// What the files may be.
  static let kinds: [Attachment.Kind] = [.npy, .csv]

  /// The exports of some names, each once.
  static func named(_ names: [String]) -> [Export] { all.filter { names.contains($0.name) } }

  /// X as inputs.npy, P × n; Y as targets.npy, P × N; and Y with its names as targets.csv, a line for each item, which is a
  /// dataset itself.
  private static let data = Export(
    name: "data", meaning: "the dataset: inputs.npy, targets.npy, targets.csv"
  ) { outcome in
    let dataset = outcome.plan.dataset
    return [
      Attachment(name: "inputs", NumPyArray(dataset.inputs)), Attachment(name: "targets", NumPyArray(dataset.targets)),
      Attachment(name: "targets", kind: .csv, text: DatasetTable(dataset).text),
    ]
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
