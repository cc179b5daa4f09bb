import Foundation
public import Gnuplot

extension GnuplotProgram {
  /// Draws a script's image beside it.
  public func render(_ figure: String, in folder: String, as format: ImageFormat) async throws {
    let image = try await image(of: figure, in: folder, as: format)
    try Data(image).write(to: URL(fileURLWithPath: "\(folder)/\(figure).\(format.rawValue)"))
  }

  /// Draws the image of an animated figure's script beside it.
  public func renderAnimation(_ figure: String, in folder: String) async throws {
    let image = try await image(of: figure, in: folder, as: nil)
    try Data(image).write(to: URL(fileURLWithPath: "\(folder)/\(figure).\(ImageFormat.animationEnding)"))
  }
}
