public import Gnuplot
internal import Synchronization

/// A temporary folder in which figures are drawn that nobody keeps as files; it goes with the value.
///
/// What a process left that was ended before it could tidy up, the next one takes away.
public final class ScratchFolder: Sendable {
  private let path: String
  private let drawings = Atomic(0)

  /// A new folder among the system's temporary ones.
  ///
  /// - Throws: `RunDirectoryError` when there is no room for one.
  public init() throws(RunDirectoryError) {
    FileSystem.removeLeftTemporaryDirectories()
    path = try FileSystem.makeTemporaryDirectory()
  }

  deinit { remove() }

  /// Takes the folder away before the value goes: a process that ends does not wait for everybody who holds it.
  public func remove() { FileSystem.removeTree(path) }

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - figure: the figure; one that moves becomes a GIF whatever the format.
  ///   - format: what the image is made as.
  ///   - gnuplot: what draws it.
  /// - Returns: the image's bytes.
  /// - Throws: `FigureError` for a figure that cannot be a script, `RunDirectoryError` when the temporary folder cannot be
  ///   written, `GnuplotError`.
  public func image(of figure: Figure, as format: ImageFormat, with gnuplot: GnuplotProgram) async throws -> [UInt8] {
    let number = drawings.add(1, ordering: .relaxed).newValue
    let folder = "\(path)/\(number)"
    defer { FileSystem.removeTree(folder) }
    try FileSystem.makeDirectory(folder)
    var files = [("\(folder)/\(figure.scriptName)", FileContent.text(try figure.script()))]
    for table in figure.tables { files.append(("\(folder)/\(table.fileName)", .text(try table.text()))) }
    try FileSystem.write(files, syncing: false)
    let ending: String
    if figure.animation == nil {
      try await gnuplot.render(figure.name, in: folder, as: format)
      ending = format.rawValue
    } else {
      try await gnuplot.renderAnimation(figure.name, in: folder)
      ending = ImageFormat.animationEnding
    }
    guard let bytes = FileSystem.read("\(folder)/\(figure.name).\(ending)") else {
      throw RunDirectoryError.notWritten(path: folder, reason: "the image is not there although gnuplot drew it")
    }
    return bytes
  }

  /// A folder here that looks like a run's, by links to some of its files: what is drawn there is not drawn in the run's.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - files: paths within the run's folder, each of a dataset's folder and a file.
  /// - Throws: `RunDirectoryError` when the temporary folder cannot be written.
  func linked(to run: RunDirectory, _ files: [String]) throws(RunDirectoryError) -> RunDirectory {
    let folder = RunDirectory("\(path)/\(drawings.add(1, ordering: .relaxed).newValue)")
    let place = try FileSystem.absolutePath(run.path)
    for dataset in Set(files.map { $0.prefix { $0 != "/" } }) { try folder.make(String(dataset)) }
    for file in files { try FileSystem.link("\(folder.path)/\(file)", to: "\(place)/\(file)") }
    return folder
  }
}
