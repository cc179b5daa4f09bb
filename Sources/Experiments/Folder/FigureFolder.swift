public import Gnuplot
public import Support

/// A folder of figures without a run. Its record lists the figures' files, so that new figures replace them.
package struct FigureFolder {
  private let path: String
  private let recordName: String
  private let listing: ([UInt8]) throws -> [String]

  /// A folder, which need not exist yet.
  ///
  /// - Parameters:
  ///   - recordName: the file that lists the others.
  ///   - listing: reads that list; by default one path in each line.
  package init(_ path: String, recordName: String, listing: (([UInt8]) throws -> [String])? = nil) {
    self.path = RunDirectory(path).path
    self.recordName = recordName
    self.listing = listing ?? { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
  }

  /// Writes figures, replacing earlier ones, and draws them.
  ///
  /// - Parameters:
  ///   - figures: the figures of each dataset.
  ///   - format: the image format; nil for scripts and tables only.
  ///   - medium: the medium to draw for.
  ///   - gnuplot: the program that draws them.
  ///   - afterEach: called with the number of figures drawn.
  ///   - record: makes the record from the list of files; by default one path in each line.
  /// - Returns: the drawn figures, and the errors.
  /// - Throws: `FileError`, ``RunDirectoryError`` if the folder cannot be written, `FigureError`, `CancellationError`; errors
  ///   of `listing` and `record`.
  package func replace(
    _ figures: [(dataset: String, figures: [Figure])], as format: ImageFormat?, for medium: Medium = .web,
    with gnuplot: GnuplotProgram, afterEach: (Int) -> Void = { _ in }, record: (([String]) throws -> String)? = nil
  ) async throws -> DrawingOutcome {
    // Check that everything can be written before anything is.
    let contents = try figures.map { dataset, figures in
      (dataset: dataset, files: try figures.flatMap { try $0.files(for: medium) }.eachOnce)
    }
    let drawings = figures.flatMap { dataset, figures in figures.map { Drawing(dataset: dataset, $0) } }
    let publication = try Publication(into: Folder(path, making: true), record: recordName, listing: listing)
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
    try publication.publish(files, record: record?(files) ?? files.map { $0 + "\n" }.joined())
    return outcome
  }
}

extension Figure {
  /// The script and its tables, as files.
  ///
  /// - Throws: `FigureError` for a figure that cannot be a script.
  func files(for medium: Medium = .web) throws(FigureError) -> [(name: String, content: FileContent)] {
    var files = [(name: scriptName, content: FileContent.text(try script(for: medium)))]
    for table in tables { files.append((table.fileName, .text(try table.text()))) }
    return files
  }
}

extension [(name: String, content: FileContent)] {
  /// The files by name; a table that several figures use appears once.
  fileprivate var eachOnce: Self {
    reduce(into: [String: FileContent]()) { $0[$1.name] = $1.content }.sorted { $0.key < $1.key }
      .map { (name: $0.key, content: $0.value) }
  }
}

/// A temporary folder for drawing figures that are not kept as files. It is removed with the value.
public final class ScratchFolder: Sendable {
  private let place: PrivateFolder
  private let drawings = Atomic(0)

  /// The folder's path.
  package var path: String { place.folder.path }

  /// A new temporary folder, which only this user may enter.
  ///
  /// - Throws: `FileError` if the folder cannot be made.
  public init() throws(FileError) {
    place = try PrivateFolder(in: Folder(FileSystem.temporaryPlace), .scratch)
  }

  /// Removes the folder before the value is released: at the end of a process some values may never be released.
  public func remove() { place.remove() }

  /// Writes a file into the folder.
  ///
  /// - Returns: its absolute path.
  /// - Throws: `FileError` when the temporary folder cannot be written.
  package func file(_ name: String, _ text: String) throws(FileError) -> String {
    try place.folder.createFiles([(name, .text(text))], syncing: false)
    return try FileSystem.pathFromRoot("\(path)/\(name)")
  }

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - figure: the figure; an animation becomes a GIF whatever the format.
  ///   - format: the image format.
  ///   - gnuplot: the program that draws it.
  /// - Returns: the image's bytes.
  /// - Throws: `FigureError` for a figure that cannot be a script, `FileError` when the temporary folder cannot be
  ///   written, `GnuplotError`.
  public func image(of figure: Figure, as format: ImageFormat, with gnuplot: GnuplotProgram) async throws -> [UInt8] {
    let name = String(drawings.add(1, ordering: .relaxed).newValue)
    let files = try figure.files()
    let folder = try place.folder.folder(name, making: true)
    defer {
      folder.removeContent()
      place.folder.removeEmptyFolder(name)
    }
    try folder.createFiles(files, syncing: false)
    return try await gnuplot.image(of: figure.name, in: folder.path, as: figure.animation == nil ? format : nil)
  }
}
