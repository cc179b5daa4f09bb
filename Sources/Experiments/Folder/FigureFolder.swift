package import Gnuplot
internal import Support

/// A folder of figures without a run: a list says which files are the figures', so that the next ones replace them.
package struct FigureFolder {
  private let path: String
  private let listName: String

  /// A folder, which need not be there yet.
  ///
  /// - Parameter listName: the file with the list, one path in each line.
  package init(_ path: String, listName: String) {
    self.path = RunDirectory(path).path
    self.listName = listName
  }

  /// Writes figures, in place of those that were here before, and draws them.
  ///
  /// - Parameters:
  ///   - figures: the figures of each dataset.
  ///   - format: what images are made as; none for scripts and tables only.
  ///   - medium: what they are drawn for.
  ///   - gnuplot: what draws them.
  ///   - afterEach: called with the number of figures drawn.
  /// - Returns: what was drawn, and what went wrong.
  /// - Throws: `FileError`, ``RunDirectoryError`` where nothing can be written, `FigureError`, `CancellationError`.
  package func replace(
    _ figures: [(dataset: String, figures: [Figure])], as format: ImageFormat?, for medium: Medium = .web,
    with gnuplot: GnuplotProgram,
    afterEach: (Int) -> Void
  ) async throws -> DrawingOutcome {
    // Whatever cannot be written is found out before anything is.
    var contents: [(dataset: String, files: [(name: String, content: FileContent)])] = []
    var drawings: [Drawing] = []
    for (dataset, figures) in figures {
      var files: [String: FileContent] = [:]
      for figure in figures {
        files[figure.scriptName] = .text(try figure.script(for: medium))
        for table in figure.tables { files[table.fileName] = .text(try table.text()) }
        drawings.append(Drawing(dataset: dataset, figure: figure.name))
      }
      contents.append((dataset, files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
    let publication = try Publication(into: Folder(path, making: true), record: listName) { list in
      String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    defer { publication.workshop.remove() }
    for (dataset, files) in contents {
      let images = format.map { format in
        drawings.filter { $0.dataset == dataset }.map { $0.imageName(format) }
      }
      try publication.add(files, to: dataset, images: images ?? [])
    }
    var outcome = DrawingOutcome.none
    if let format, !drawings.isEmpty {
      outcome = await DrawingOutcome(of: drawings, in: publication, as: format, with: gnuplot, afterEach: afterEach)
      try Task.checkCancellation()
    }
    let images = format.map { format in outcome.drawn.map { $0.image(format) } } ?? []
    let files = contents.flatMap { content in content.files.map { "\(content.dataset)/\($0.name)" } } + images
    try publication.publish(files, record: files.map { $0 + "\n" }.joined())
    return outcome
  }
}
