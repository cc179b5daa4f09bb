extension Animation {
  /// What the script says before it draws, instead of the choice among formats.
  func preamble(_ name: String, _ size: Figure.Size) -> [String] {
    [
      "",
      "if (!exists('output')) output = '\(name).\(ImageFormat.animationEnding)'",
      // The font has no name: this terminal finds fonts in another way than the others, and tells what it does not find.
      "\(Self.terminalCommand) delay \(delay) loop 0 size \(size.width),\(size.height) font ',11' background '#ffffff'",
      "positions = '\(positions.map(\.tableText).joined(separator: " "))'",
    ]
  }

  /// The commands of one picture, once for each frame.
  func loop(over commands: [String]) -> [String] {
    let indented = commands.map { command in
      command.isEmpty ? "" : "  " + command.replacing("\n", with: "\n  ")
    }
    return ["", "do for [frame=1:words(positions)] {"] + indented + ["}"]
  }

  /// How the script of an animated figure, and of no other, begins a line.
  static let terminalCommand = "set terminal \(ImageFormat.animationTerminalName) animate"
}

extension Figure {
  /// Whether a script, perhaps changed by hand, draws an animated figure: then its image is a GIF.
  public static func isAnimated(script: some Collection<UInt8>) -> Bool {
    let command = Array(Animation.terminalCommand.utf8)
    return script.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: command) }
  }

  /// That everything which moves has frames to move in, and tables as many versions as there are frames.
  func checkAnimation() throws(FigureError) {
    if let animation {
      guard !animation.positions.isEmpty, animation.positions.allSatisfy(\.isFinite), animation.delay > 0 else {
        throw .frames(figure: name, reason: "needs at least one frame, finite positions and a delay above 0")
      }
    }
    for panel in panels {
      let moves = panel.titleEndsWithPosition || panel.layers.contains(where: \.moves)
      if moves, animation == nil { throw .frames(figure: name, reason: "has something that moves, but no animation") }
      for case .frameCells(let grid) in panel.layers {
        let (rows, frames) = (try table(grid.table).rowCount, animation?.positions.count ?? 0)
        guard grid.rows > 0, rows == grid.rows * frames else {
          throw .frames(
            figure: name, reason: "has \(frames) frames of \(grid.rows) rows, but \(rows) rows in '\(grid.table)'")
        }
      }
    }
  }
}

extension Layer {
  fileprivate var moves: Bool {
    switch self {
    case .frameCells, .framePosition: true
    default: false
    }
  }
}
