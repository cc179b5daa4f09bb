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
    // Whatever cannot be written is found out before anything is.
    var contents: [(pair: String, files: [(name: String, content: FileContent)])] = []
    for pair in comparison.pairs {
      var files: [(name: String, content: FileContent)] = []
      for figure in pair.figures {
        files.append((figure.scriptName, .text(try figure.script(for: medium))))
        for table in figure.tables { files.append((table.fileName, .text(try table.text()))) }
      }
      contents.append((pair.name, files))
    }
    let publication = try Publication(
      into: Folder(path, making: true), record: RunDirectory.comparisonName, listing: earlierFiles)
    defer { publication.workshop.remove() }
    let drawings = comparison.pairs.flatMap { pair in
      pair.figures.map { Drawing(dataset: pair.name, figure: $0.name) }
    }
    for (pair, files) in contents {
      let images = format.map { format in drawings.filter { $0.dataset == pair }.map { $0.imageName(format) } }
      try publication.add(files, to: pair, images: images ?? [])
    }
    var files = contents.flatMap { content in content.files.map { "\(content.pair)/\($0.name)" } }
    var drawing = DrawingOutcome()
    if let format {
      drawing = await DrawingOutcome(of: drawings, in: publication, as: format, with: gnuplot)
      files += drawing.drawn.map { $0.image(format) }
      try Task.checkCancellation()
    }
    let record = Record(
      program: RunRecord.Program(version: programVersion),
      pairs: comparison.pairs.map { pair in
        PairRecord(
          first: pair.first, second: pair.second, lastCommonEpoch: pair.lastCommonEpoch, parameters: pair.parameters,
          quantities: pair.quantities, leftOut: pair.leftOut)
      },
      unpaired: comparison.unpaired, files: files.sorted())
    let text = try JSONText.of(record)
    try publication.publish(files, record: text + "\n")
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
