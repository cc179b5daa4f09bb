public import Gnuplot

/// The folder of a comparison: `compare.json`, and a folder for each pair of datasets with its figure.
public struct ComparisonDirectory: Sendable {
  /// The folder.
  public let path: String

  private static let recordName = "compare.json"

  /// A folder, which need not be there yet.
  public init(_ path: String) {
    self.path = RunDirectory(path).path
  }

  /// Whether there is a comparison in the folder, or something of the name of its record.
  var isThere: Bool { FileSystem.exists("\(path)/\(Self.recordName)") }

  private struct Record: Encodable {
    var program: StoredRecord.Program
    var pairs: [PairRecord]
    var unpaired: [String]
    var files: [String]
  }

  private struct PairRecord: Encodable {
    var first: String
    var second: String
    var lastCommonEpoch: Int
    var parameters: [RunComparison.Parameter]
    var quantities: [RunComparison.Quantity]
    var leftOut: [String]
  }

  /// Writes a comparison, in place of an earlier one, and draws its figures.
  ///
  /// - Returns: the record as text, and what came of the drawing.
  /// - Throws: `RunDirectoryError` when the folder cannot be written or holds something else; `FigureError`.
  public func write(
    _ comparison: RunComparison, as format: ImageFormat?, with gnuplot: GnuplotProgram, programVersion: String
  ) async throws -> (record: String, drawing: DrawingOutcome) {
    let folder = RunDirectory(path)
    if FileSystem.exists(folder.recordPath) { throw RunDirectoryError.holdsRun(path: path) }
    if folder.holdsSweep { throw RunDirectoryError.holdsSweep(path: path) }
    // Whatever cannot be written is found out before anything is.
    var texts: [(name: String, text: String)] = []
    for pair in comparison.pairs {
      texts.append(("\(pair.name)/\(pair.figure.scriptName)", try pair.figure.script()))
      for table in pair.figure.tables { texts.append(("\(pair.name)/\(table.fileName)", try table.text())) }
    }
    try folder.make()
    let lock = try folder.take()
    defer { withExtendedLifetime(lock) {} }
    let earlier = try earlierFiles()
    for pair in comparison.pairs { try folder.make(pair.name) }
    for (name, text) in texts { try folder.write(text, to: name) }
    var files = texts.map(\.name)
    var drawing = DrawingOutcome()
    if let format {
      let drawings = comparison.pairs.map { Drawing(dataset: $0.name, figure: $0.figure.name) }
      do throws(GnuplotError) {
        _ = try await gnuplot.version()
        drawing = await folder.draw(drawings, as: format, with: gnuplot)
        files += drawing.drawn.map { $0.image(format) }
      } catch {
        drawing.failures = [DrawingOutcome.Failure(error: error, drawings: [])]
      }
      try Task.checkCancellation()
    }
    let record = Record(
      program: StoredRecord.Program(version: programVersion),
      pairs: comparison.pairs.map { pair in
        PairRecord(
          first: pair.first, second: pair.second, lastCommonEpoch: pair.lastCommonEpoch, parameters: pair.parameters,
          quantities: pair.quantities, leftOut: pair.leftOut)
      },
      unpaired: comparison.unpaired, files: files.sorted())
    let text = try JSONText.of(record)
    folder.removeEarlier(Set(earlier).subtracting(files))
    try folder.write(text + "\n", to: Self.recordName)
    return (text, drawing)
  }

  /// The files of the comparison that is in the folder.
  private func earlierFiles() throws(RunDirectoryError) -> [String] {
    let recordPath = "\(path)/\(Self.recordName)"
    guard isThere else { return [] }
    guard let bytes = FileSystem.read(recordPath), bytes.count <= StoredRecord.largestSize,
      let document = try? JSONValue(bytes), document["program"]?["name"] == .text(StoredRecord.Program.ours),
      case .array(let files)? = document["files"]
    else { throw .foreign(path: recordPath, reason: "it is not the record of a comparison") }
    return files.compactMap { if case .text(let file) = $0 { file } else { nil } }
  }
}
