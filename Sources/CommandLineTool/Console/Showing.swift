internal import Experiments
internal import Gnuplot
internal import Support

/// A figure that cannot be shown where it was to be.
enum ShowError: Error, Equatable, CustomStringConvertible {
  /// A window where there is no display.
  case noDisplay
  /// A window that gnuplot cannot open.
  case noWindowTerminal
  /// A figure of a dataset that the run does not have.
  case unknownDataset(String, nearest: String?, known: [String])
  /// A name that no figure can have.
  case noName(String)

  /// The error in words: what, why, and what to do.
  var description: String {
    switch self {
    case .noDisplay:
      """
      There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Show the figure with \
      --show-in terminal, or log in with a display (ssh -X).
      """
    case .noWindowTerminal:
      """
      gnuplot cannot open windows: it was built without \(GnuplotProgram.windowTerminals.joined(separator: ", ")). \
      Install one that can (Debian: gnuplot-qt, Homebrew: gnuplot), or show the figure with --show-in terminal.
      """
    case .unknownDataset(let name, let nearest?, _):
      "There is no dataset '\(name)' in this run to show a figure of. Did you mean '\(nearest)'?"
    case .unknownDataset(let name, nil, let known):
      "There is no dataset '\(name)' in this run to show a figure of. It has \(known.joined(separator: ", "))."
    case .noName(let name):
      "'\(name)' is not a value for '--figure': it takes FIGURE or DATASET/FIGURE, such as loss-and-modes or tree/rsa."
    }
  }
}

/// A figure about to be shown.
struct Showing {
  /// Where a figure is shown.
  enum Place: Equatable {
    case terminal
    /// By a terminal of gnuplot that opens windows.
    case window(terminal: String)
  }

  let place: Place
  /// Whether the place was asked for: then there is no other.
  let isChosen: Bool
  /// FIGURE or DATASET/FIGURE; the run's main one when nil.
  let figure: String?
  let gnuplot: GnuplotProgram
  let surroundings: Surroundings

  /// Shows the figure of a finished run.
  ///
  /// - Throws: `FigureChoiceError`, `GnuplotError`, `RunDirectoryError`.
  func show(in run: RunDirectory) async throws {
    let drawing = try run.mainFigure(named: figure)
    let folder = "\(run.path)/\(drawing.dataset)"
    let name = "\(drawing.dataset)/\(drawing.figure)"
    if case .window(let terminal) = place {
      do {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        try await gnuplot.openWindow(of: drawing.figure, in: folder, terminal: terminal) { text in
          try scratch.file("\(drawing.figure).gp", text)
        }
        Console.note("\(name) is shown in a window of gnuplot (\(terminal)). As text: --show-in terminal.")
        return
      } catch {
        guard !isChosen, !Task.isCancelled else { throw error }
        Console.warning("No window could be opened, so \(name) is shown as text. \(error.told())")
      }
    }
    let text = try await gnuplot.text(
      of: drawing.figure, in: folder, size: surroundings.figureSize, colors: surroundings.colors)
    Console.draw("\(name)\n\n\(text.text)")
    if text.matrixCount > 0 {
      let matrices = text.matrixCount == 1 ? "1 panel is a matrix" : "\(text.matrixCount) panels are matrices"
      Console.note(
        TextWrapping.wrap("\(matrices), which cannot be shown as text: see the image of \(name), or --show-in window."))
    }
  }
}

/// The reader's web browser.
enum Browser {
  /// Programs that open an address with whatever the reader has chosen for it.
  private static let openers = ["xdg-open", "open", "wslview"]

  /// Opens an address of ours, without a shell, and does not wait for it.
  ///
  /// The browser runs in its own session, so that Ctrl-C ends the page and leaves the browser open.
  ///
  /// - Parameter failed: is called if nothing could be opened.
  static func open(_ address: String, orElse failed: @escaping @Sendable () -> Void) {
    let programs = openers.compactMap(ExecutableSearch.path)
    Task.detached {
      for program in programs {
        var process = ChildProcess(program, [address])
        process.hasOwnSession = true
        if (try? await process.runWithoutAnswer()) == true { return }
      }
      failed()
    }
  }
}
