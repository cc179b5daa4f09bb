public import Gnuplot
internal import Support

/// The folder of a comparison: `compare.json`, and a folder for each pair of datasets with its figure.
public struct ComparisonDirectory: Sendable {
  /// The folder.
  public let path: String

  /// A folder, which need not be there yet.
  public init(_ path: String) {
    self.path = RunDirectory(path).path
  }

  private struct Record: Encodable {
    var program: RunRecord.Program
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
  /// - Throws: `FileError` and `RunDirectoryError` when the folder cannot be written or holds something else; `FigureError`.
  public func write(
    _ comparison: RunComparison, as format: ImageFormat?, for medium: Medium = .web, with gnuplot: GnuplotProgram,
    programVersion: String
  ) async throws -> (record: String, drawing: DrawingOutcome) {
    let folder = RunDirectory(path)
    if FileSystem.exists(folder.recordPath) { throw RunDirectoryError.holdsRun(path: path) }
    if folder.holdsSweep { throw RunDirectoryError.holdsSweep(path: path) }
    var text = ""
    let drawing = try await FigureFolder(path, recordName: RunDirectory.comparisonName, listing: earlierFiles).replace(
      comparison.pairs.map { ($0.name, $0.figures) }, as: format, for: medium, with: gnuplot,
      record: { files in
        text = try JSONText.of(
          Record(
            program: RunRecord.Program(version: programVersion),
            pairs: comparison.pairs.map { pair in
              PairRecord(
                first: pair.first, second: pair.second, lastCommonEpoch: pair.lastCommonEpoch,
                parameters: pair.parameters, quantities: pair.quantities, leftOut: pair.leftOut)
            },
            unpaired: comparison.unpaired, files: files.sorted()))
        return text + "\n"
      })
    return (text, drawing)
  }

  /// The files that the record of a comparison lists.
  private func earlierFiles(_ record: [UInt8]) throws -> [String] {
    guard record.count <= RunRecord.largestSize, let document = try? JSONValue(record),
      document["program"]?["name"] == .text(RunRecord.Program.ours), case .array(let files)? = document["files"]
    else {
      throw RunDirectoryError.foreign(
        path: "\(path)/\(RunDirectory.comparisonName)", reason: "it is not the record of a comparison")
    }
    return files.compactMap { if case .text(let file) = $0 { file } else { nil } }
  }
}
