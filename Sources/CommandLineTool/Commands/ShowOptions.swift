internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit
internal import Support

/// What is shown at the end, and where.
struct ShowOptions: ParsableArguments {
  @Flag(help: "Show the main figure: in a window where there is a display, else as text in the terminal.")
  var show = false

  @Option(
    name: .customLong("show-in"), parsing: .unconditional,
    help: ArgumentHelp("Show it here, wherever that is: terminal or window. Implies --show.", valueName: "place"))
  var place: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The figure to show, or to draw: FIGURE or DATASET/FIGURE. (default: the one to look at first)",
      valueName: "name"))
  var figure: String?

  /// Where all figures are drawn, one is chosen only to be shown.
  func refuseLoneFigure() throws {
    guard figure == nil || isAsked else {
      throw ValidationError("--figure chooses what --show shows. Add --show.")
    }
  }

  /// Whether anything is to be shown.
  var isAsked: Bool { show || place != nil }

  /// What is to be shown, with everything checked that can be before a training; nil if nothing is.
  ///
  /// - Parameters:
  ///   - gnuplot: what draws.
  ///   - datasets: the names of the run's datasets.
  ///   - surroundings: where results appear.
  /// - Throws: `SettingsError`, ``ShowError``.
  func showing(
    with gnuplot: GnuplotProgram, datasets: [String], surroundings: Surroundings = .current
  ) async throws -> Showing? {
    guard isAsked else { return nil }
    try check(datasets)
    return Showing(
      place: try await resolvedPlace(gnuplot, surroundings), isChosen: place != nil, figure: figure, gnuplot: gnuplot,
      surroundings: surroundings)
  }

  private func resolvedPlace(_ gnuplot: GnuplotProgram, _ surroundings: Surroundings) async throws -> Showing.Place {
    switch place {
    case "terminal": return .terminal
    case "window", nil: break
    case let text?: throw SettingsError.refused(name: "--show-in", text: text, allowed: "terminal or window")
    }
    let isChosen = place != nil
    guard surroundings.hasDisplay else {
      if isChosen { throw ShowError.noDisplay }
      return .terminal
    }
    // Without gnuplot there is nothing to show in the end; the run is made all the same.
    guard let terminals = try? await gnuplot.terminals() else { return .terminal }
    guard let terminal = GnuplotProgram.windowTerminals.first(where: terminals.contains) else {
      if isChosen { throw ShowError.noWindowTerminal }
      return .terminal
    }
    return .window(terminal: terminal)
  }

  /// That the figure's name can be one, and its dataset is there.
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
    help: ArgumentHelp("How long gnuplot may take for one figure, in seconds.", valueName: "s"))
  var drawingTime = "60"

  /// The program with its time limit.
  func gnuplot() throws(SettingsError) -> GnuplotProgram { try Self.gnuplot(drawingTime) }

  /// The program with a time limit for one figure.
  static func gnuplot(_ drawingTime: String) throws(SettingsError) -> GnuplotProgram {
    guard let seconds = Int(drawingTime), (1...86_400).contains(seconds) else {
      throw .refused(name: "--drawing-time", text: drawingTime, allowed: "whole seconds from 1 to 86,400")
    }
    return GnuplotProgram(timeLimit: .seconds(seconds))
  }
}
