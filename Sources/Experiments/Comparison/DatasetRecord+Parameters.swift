internal import Gnuplot
internal import LearningDynamics
internal import Support

extension DatasetRecord {
  /// Everything on which results depend that this dataset and another both have, by the names of options and settings:
  /// what only one of them was analysed for does not count.
  func parameters(sharedWith other: DatasetRecord) -> [String: String] {
    let shared = readableAnalyses.filter { other.readableAnalyses[$0.key] != nil }
    // A setting that several plugins share has one value in a run.
    var parameters = shared.values.reduce(into: settings) { $0.merge($1.settings) { known, _ in known } }
    guard let plan = main?.plan else { return parameters }
    for option in RunOption.all { parameters[option.name] = option.text(in: plan) ?? parameters[option.name] }
    return parameters
  }
}

extension RunDirectory {
  /// The datasets of the run in this folder that were trained on.
  ///
  /// - Throws: as ``record()``.
  func datasets() throws -> [DatasetRecord] {
    let record = try record()
    return try readable { () throws(RunRecord.Damage) in try record.wholeDatasets() }.filter { $0.main != nil }
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
