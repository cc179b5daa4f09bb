public import Gnuplot
public import Support

/// A temporary folder in which figures are drawn that nobody keeps as files; it goes with the value.
public final class ScratchFolder: Sendable {
  private let place: PrivateFolder
  private let drawings = Atomic(0)

  /// The folder's path.
  package var path: String { place.folder.path }

  /// A new folder among the system's temporary ones, which only this user may enter.
  ///
  /// - Throws: `FileError` if the folder cannot be made.
  public init() throws(FileError) {
    place = try PrivateFolder(in: Folder(FileSystem.temporaryPlace), .scratch)
  }

  /// Removes the folder before the value goes: a process that ends does not wait for everybody who holds it.
  public func remove() { place.remove() }

  /// Writes a file that lasts as long as the folder.
  ///
  /// - Returns: its path from the root.
  /// - Throws: `FileError` when the temporary folder cannot be written.
  package func file(_ name: String, _ text: String) throws(FileError) -> String {
    try place.folder.createFiles([(name, .text(text))], syncing: false)
    return try FileSystem.pathFromRoot("\(path)/\(name)")
  }

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - figure: the figure; one that moves becomes a GIF whatever the format.
  ///   - format: what the image is made as.
  ///   - gnuplot: what draws it.
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
