internal import Experiments
internal import Gnuplot
internal import Support

/// A figure that cannot be shown in the requested place.
enum ShowError: Error, Equatable, CustomStringConvertible {
  /// A window was requested, but there is no display.
  case noDisplay
  /// gnuplot cannot open windows.
  case noWindowTerminal
  /// The figure's dataset is not part of the run.
  case unknownDataset(String, nearest: String?, known: [String])
  /// The figure's name is not valid.
  case noName(String)

  /// The error in words: what, why, and what to do.
  var description: String {
    switch self {
    case .noDisplay:
      """
      No display found to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Use --show-in terminal, or log in \
      with a display (ssh -X).
      """
    case .noWindowTerminal:
      """
      gnuplot cannot open windows: it was built without \(GnuplotProgram.windowTerminals.joined(separator: ", ")). \
      Install one that can (Debian: gnuplot-qt, Homebrew: gnuplot), or use --show-in terminal.
      """
    case .unknownDataset(let name, let nearest?, _):
      "This run has no dataset '\(name)' (--figure). Did you mean '\(nearest)'?"
    case .unknownDataset(let name, nil, let known):
      "This run has no dataset '\(name)' (--figure). Its datasets: \(known.joined(separator: ", "))."
    case .noName(let name):
      "'\(name)' is not a valid value for --figure. Use FIGURE or DATASET/FIGURE, such as loss-and-modes or tree/rsa."
    }
  }
}

/// A figure about to be shown.
struct Showing {
  enum Place: Equatable {
    case terminal
    /// In a window, opened by this gnuplot terminal.
    case window(terminal: String)
  }

  let place: Place
  /// Whether the user chose the place; then no other place is tried.
  let isChosen: Bool
  /// FIGURE or DATASET/FIGURE; nil for the run's main figure.
  let figure: String?
  let gnuplot: GnuplotProgram
  let terminal: TerminalEnvironment

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
        Console.note("\(name) is shown in a gnuplot window (\(terminal)). To show it as text: --show-in terminal.")
        return
      } catch {
        guard !isChosen, !Task.isCancelled else { throw error }
        Console.warning("Could not open a window, so \(name) is shown as text. \(error.told())")
      }
    }
    let text = try await gnuplot.text(
      of: drawing.figure, in: folder, size: terminal.figureSize, colors: terminal.colors)
    Console.draw("\(name)\n\n\(text.text)")
    if text.matrixCount > 0 {
      let matrices = text.matrixCount == 1 ? "1 panel is a matrix" : "\(text.matrixCount) panels are matrices"
      Console.note(
        TextWrapping.wrap(
          "\(matrices), which cannot be shown as text. See the image of \(name), or use --show-in window."))
    }
  }
}

/// The user's web browser.
enum Browser {
  /// Programs that open an address in the default browser.
  private static let openers = ["xdg-open", "open", "wslview"]

  /// Opens an address, without a shell and without waiting.
  ///
  /// The browser runs in its own session, so that Ctrl-C stops the page but not the browser.
  ///
  /// - Parameter failed: called if no browser could be opened.
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
