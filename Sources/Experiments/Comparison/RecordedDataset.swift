internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// One dataset of a finished run, as its record tells of it.
struct RecordedDataset: Decodable {
  /// The dataset.
  let identifier: String
  /// The cell whose prediction the run followed, in words.
  let followedCell: String?
  private let settings: [String: String]
  fileprivate let trainings: [Training]
  private let analyses: [String: Analysis]

  fileprivate struct Training: Decodable {
    let plan: TrainingPlan
    let isMain: Bool
  }

  private struct Analysis: Decodable {
    let settings: [String: String]
  }

  /// Everything on which results depend that this dataset and another both have, by the names of options and settings:
  /// what only one of them was analysed for does not count.
  func parameters(sharedWith other: RecordedDataset) -> [String: String] {
    let shared = analyses.filter { other.analyses[$0.key] != nil }
    // A setting that several plugins share has one value in a run.
    var parameters = shared.values.reduce(into: settings) { $0.merge($1.settings) { known, _ in known } }
    guard let plan = trainings.first(where: \.isMain)?.plan else { return parameters }
    for option in RunOption.all { parameters[option.name] = option.text(in: plan) ?? parameters[option.name] }
    return parameters
  }
}

extension RunDirectory {
  /// The datasets of the run in this folder that were trained on.
  ///
  /// - Throws: as ``record()``.
  func datasets() throws -> [RecordedDataset] {
    struct Record: Decodable { let datasets: [RecordedDataset] }
    _ = try record()
    guard
      let all = try? JSONText.read(Record.self, FileSystem.read(recordPath, atMost: StoredRecord.largestSize) ?? [])
        .datasets
    else { throw RunDirectoryError.unreadable(path: recordPath, reason: "'datasets' is not what a run writes") }
    return all.filter { Figure.isFileName($0.identifier) && $0.trainings.contains(where: \.isMain) }
  }

  /// A table of the run in this folder.
  ///
  /// - Throws: ``RunDirectoryError/unreadableTable(path:reason:)``.
  func table(_ dataset: String, _ name: String) throws -> Table {
    let file = "\(path)/\(dataset)/\(name).tsv"
    guard let bytes = FileSystem.read(file) else {
      throw RunDirectoryError.unreadableTable(
        path: file, reason: "it is not there, cannot be read, or is too large to be one")
    }
    do throws(TableError) {
      let table = try Table(name: name, text: String(decoding: bytes, as: UTF8.self))
      guard table.rowCount > 0 else { throw TableError(table: name, line: 1, reason: "there are no numbers below it") }
      return table
    } catch {
      throw RunDirectoryError.unreadableTable(path: file, reason: "in line \(error.line), \(error.reason)")
    }
  }
}
