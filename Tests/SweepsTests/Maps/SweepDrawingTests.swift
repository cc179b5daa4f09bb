import Gnuplot
import Sweeps
import TestSupport
import Testing

/// gnuplot accepts every figure, whatever the shape of the sweep.
@Suite struct SweepDrawingTests {
  private func draw(_ sweep: SyntheticSweep, _ axes: [(name: String, values: [String])], y: String? = nil) async throws
    -> [String]
  {
    var drawn: [String] = []
    for (dataset, figures) in try SweepFigures(
      table: sweep.path, axes: axes.map { ($0.name, $0.values, $0.values.count) }, y: y
    ).figures() {
      for figure in figures {
        try sweep.folder.write(figure.script(), to: "\(dataset)/\(figure.scriptName)")
        for table in figure.tables { try sweep.folder.write(table.text(), to: "\(dataset)/\(table.fileName)") }
        try await GnuplotProgram(timeLimit: unlimited).render(figure.name, in: sweep.folder.path(dataset), as: .svg)
        drawn.append(figure.name)
      }
    }
    return drawn
  }

  /// Every kind of figure, with gaps, crosses, a limit and bands.
  @Test func everyFigureIsDrawn() async throws {
    let sweep = try SyntheticSweep.grid { eta, gamma, seed in
      let isDiverged = eta > 80 && gamma < 1e-9
      return [
        "stable_eta": "75", "status": isDiverged ? "diverged" : "converged", "final_loss": "\(gamma * eta)",
        "converged_epoch": isDiverged ? "NaN" : "\(1000 / eta)", "staging_index": "\(1 / eta + Double(seed))",
        "wrong_side_worst": "\(-Double(seed))", "wrong_side_epochs": "\(seed)", "half_rise_level_0": "\(seed)",
      ]
    }
    let names = [
      "staging", "convergence", "final-loss", "wrong-side", "wrong-side-duration", "half-rises", "staging-curves",
    ]
    #expect(try await draw(sweep, SyntheticSweep.gridAxes) == names)
    let image = try sweep.folder.text("tree/convergence.svg")
    #expect(image.contains("theory: largest stable learning rate") && image.contains("most runs did not converge"))
  }

  /// Equal values everywhere, including zero, would give empty ranges; a single cell is a map, too.
  @Test(arguments: ["0", "1", "-1", "1e-320", "1e299"])
  func valuesWithoutARangeAreDrawn(value: String) async throws {
    let outcome = [
      "staging_index": value, "final_loss": value, "converged_epoch": value, "wrong_side_worst": value,
      "half_rise_level_0": value, "stable_eta": value,
    ]
    let sweep = try SyntheticSweep.grid { _, _, _ in outcome }
    #expect(try await draw(sweep, SyntheticSweep.gridAxes).count == 6)
    let one = try SyntheticSweep([outcome])
    #expect(try await draw(one, [("eta", ["60"])]).contains("half-rises"))
  }

  /// A hundred rates in one row.
  @Test func rowsAreDrawn() async throws {
    let rates = (1...100).map(String.init)
    let sweep = try SyntheticSweep(rates.map { ["eta": $0, "staging_index": $0, "stable_eta": "50"] })
    #expect(
      try await draw(sweep, [("eta", rates), ("gamma", ["1e-12"])], y: "gamma") == ["staging", "staging-curves"])
  }
}
