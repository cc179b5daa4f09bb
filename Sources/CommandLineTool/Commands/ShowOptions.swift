internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit
internal import Support

/// Which figure is shown at the end, and where.
struct ShowOptions: ParsableArguments {
  @Flag(help: "Show the main figure: in a window if there is a display, otherwise as text in the terminal.")
  var show = false

  @Option(
    name: .customLong("show-in"), parsing: .unconditional,
    help: ArgumentHelp("Where to show it: terminal or window. Implies --show.", valueName: "place"))
  var place: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The figure to show or to draw: FIGURE or DATASET/FIGURE. (default: the main figure)",
      valueName: "name"))
  var figure: String?

  /// Refuses --figure without --show, for commands that draw all figures anyway.
  func refuseLoneFigure() throws {
    guard figure == nil || isAsked else {
      throw ValidationError("--figure chooses the figure for --show. Add --show.")
    }
  }

  /// Whether anything is to be shown.
  var isAsked: Bool { show || place != nil }

  /// The figure to show, checked before training where possible; nil if none is.
  ///
  /// - Parameters:
  ///   - gnuplot: the program that draws.
  ///   - datasets: the names of the run's datasets.
  ///   - terminal: where results appear.
  /// - Throws: `SettingsError`, ``ShowError``.
  func showing(
    with gnuplot: GnuplotProgram, datasets: [String], terminal: TerminalEnvironment = .current
  ) async throws -> Showing? {
    guard isAsked else { return nil }
    try check(datasets)
    return Showing(
      place: try await resolvedPlace(gnuplot, terminal), isChosen: place != nil, figure: figure, gnuplot: gnuplot,
      terminal: terminal)
  }

  private func resolvedPlace(_ gnuplot: GnuplotProgram, _ terminal: TerminalEnvironment) async throws -> Showing.Place {
    switch place {
    case "terminal": return .terminal
    case "window", nil: break
    case let text?: throw SettingsError.refused(name: "--show-in", text: text, allowed: "terminal or window")
    }
    let isChosen = place != nil
    guard terminal.hasDisplay else {
      if isChosen { throw ShowError.noDisplay }
      return .terminal
    }
    // Without gnuplot no figure can be shown, but the run is made anyway.
    guard let terminals = try? await gnuplot.terminals() else { return .terminal }
    guard let terminal = GnuplotProgram.windowTerminals.first(where: terminals.contains) else {
      if isChosen { throw ShowError.noWindowTerminal }
      return .terminal
    }
    return .window(terminal: terminal)
  }

  /// Checks that the figure's name is valid and its dataset is part of the run.
  func check(_ datasets: [String]) throws(ShowError) {
    guard let figure else { return }
    let parts = figure.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Figure.isFileName) else { throw .noName(figure) }
    guard parts.count == 2, case let dataset = String(parts[0]), !datasets.contains(dataset) else { return }
    throw .unknownDataset(dataset, nearest: NearestName.to(dataset, among: datasets), known: datasets)
  }
}

/// How gnuplot is run.
struct DrawingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Time limit for one figure in gnuplot, in seconds.", valueName: "s"))
  var drawingTime = "60"

  func gnuplot() throws(SettingsError) -> GnuplotProgram { try Self.gnuplot(drawingTime) }

  /// The program with a time limit for one figure.
  static func gnuplot(_ drawingTime: String) throws(SettingsError) -> GnuplotProgram {
    guard let seconds = Int(drawingTime), (1...86_400).contains(seconds) else {
      throw .refused(name: "--drawing-time", text: drawingTime, allowed: "whole seconds from 1 to 86,400")
    }
    return GnuplotProgram(timeLimit: .seconds(seconds))
  }
}
