import Gnuplot
import TestSupport
import Testing

@testable import Sweeps

@Suite struct SweepFiguresTests {
  private func figures(
    _ sweep: SyntheticSweep, _ axes: [(name: String, values: [String])] = SyntheticSweep.gridAxes, x: String? = nil,
    y: String? = nil, where filters: [(name: String, value: String)] = [], showsTheory: Bool = true
  ) throws -> [String: [String: Figure]] {
    let made = try SweepFigures(
      table: sweep.path, axes: axes.map { ($0.name, $0.values, $0.values.count) }, x: x, y: y, where: filters,
      showsTheory: showsTheory
    ).figures()
    let named = made.map { ($0.dataset, Dictionary(uniqueKeysWithValues: $0.figures.map { ($0.name, $0) })) }
    return Dictionary(uniqueKeysWithValues: named)
  }

  private func column(_ figure: Figure?, _ name: String, table: String? = nil) throws -> [Double] {
    let figure = try #require(figure)
    return try #require(figure.tables.first { $0.name == table ?? figure.name }?.column(name))
  }

  private func titles(_ figure: Figure?) -> [String] {
    (figure?.panels[0].layers ?? []).compactMap { layer in
      switch layer {
      case .marks(let marks): marks.title
      case .band(_, _, _, let title): title
      case .curve(let curve): curve.title
      default: nil
      }
    }
  }

  @Test func cellsAreMediansOverSeeds() throws {
    // 1, 2, 4, 8, 16 times the rate: the median is the third, quartiles the second and fourth.
    let sweep = try SyntheticSweep.grid { eta, gamma, seed in
      ["staging_index": "\(eta * Double(1 << seed) + (gamma < 1e-9 ? 0 : 0.5))"]
    }
    let staging = try figures(sweep)["tree"]?["staging"]
    #expect(try column(staging, "x") == [0, 1, 2, 0, 1, 2])
    #expect(try column(staging, "y") == [0, 0, 0, 1, 1, 1])
    #expect(try column(staging, "eta") == [20, 60, 100, 20, 60, 100])
    #expect(try column(staging, "gamma") == [1e-12, 1e-12, 1e-12, 1e-6, 1e-6, 1e-6])
    #expect(try column(staging, "staging_index") == [80, 240, 400, 80.5, 240.5, 400.5])
    #expect(try column(staging, "lower_quartile").prefix(3) == [40, 120, 200])
    #expect(try column(staging, "upper_quartile").prefix(3) == [160, 480, 800])
    #expect(try column(staging, "runs") == [5, 5, 5, 5, 5, 5])
    #expect(staging?.panels[0].note == "Each cell: median over 5 seeds; runs without a value are left out.")
    #expect(titles(staging).isEmpty)
  }

  /// Nothing lies between two words, so each has its own figures; numbers that are not shown are medians.
  @Test func wordsHaveFiguresOfTheirOwn() throws {
    let sweep = try SyntheticSweep(
      ["linear", "relu"].flatMap { unit in
        (0..<5).flatMap { seed in
          [20, 60].map { eta in
            [
              "flip": unit, "seed": "\(seed)", "eta": "\(eta)", "gamma": "1e-12", "final_loss": "0.5",
              "staging_index": unit == "relu" ? "\(seed)" : "\(100 + seed)",
            ]
          }
        }
      })
    let axes: [(name: String, values: [String])] = [
      ("seed", (0..<5).map(String.init)), ("eta", ["20", "60"]), ("flip", ["linear", "relu"]),
    ]
    let shown = try figures(sweep, axes, x: "eta")["tree"]
    // With a word on an axis there is nothing to set apart.
    #expect(shown?["staging"] != nil && shown?["staging-flip-relu"] == nil)
    let apart = try figures(sweep, axes + [("gamma", ["1e-12"])], x: "eta", y: "gamma")["tree"]
    #expect(apart?["staging"] == nil)
    #expect(try column(apart?["staging-flip-relu"], "staging_index", table: "staging") == [2, 2])
    #expect(try column(apart?["staging-flip-linear"], "staging_index", table: "staging") == [102, 102])
    #expect(apart?["staging-flip-relu"]?.panels[0].title == "Separation of stages: tree, flip relu")
    #expect(apart?["staging-flip-relu"]?.panels[0].note?.contains("5 seeds;") == true)
  }

  @Test func missingAndDivergedRunsAreMarked() throws {
    let sweep = try SyntheticSweep.grid { eta, gamma, seed in
      // At 20 two of five have no value, at 60 three; at 100 three diverge.
      let isMissing = (eta == 20 && seed < 2) || (eta == 60 && seed < 3)
      let isDiverged = eta == 100 && seed < 3
      return [
        "converged_epoch": isMissing || isDiverged ? "NaN" : "\(100 + seed)",
        "final_loss": "\(isDiverged ? 1e200 : 0.1)",
        "status": isDiverged ? "diverged" : "converged",
      ]
    }
    let made = try figures(sweep)["tree"] ?? [:]
    let epochs = try column(made["convergence"], "converged_epoch")
    #expect(epochs[0] == 103 && epochs[1].isNaN && epochs[2].isNaN)
    #expect(try column(made["convergence"], "runs_with_value").prefix(3) == [3, 2, 2])
    #expect(try column(made["convergence"], "is_empty").prefix(3) == [0, 1, 1])
    #expect(try column(made["convergence"], "is_diverged").prefix(3) == [0, 0, 1])
    #expect(try column(made["convergence"], "runs_diverged").prefix(3) == [0, 0, 3])
    #expect(titles(made["convergence"]) == ["most runs did not converge", "half or more runs diverged"])
    // The loss at which a run was stopped is none.
    #expect(try column(made["final-loss"], "is_empty").prefix(3) == [0, 0, 1])
    #expect(made["final-loss"]?.panels[0].colors?.isLogarithmic == true)
    // Nothing goes wrong, and there are no stages.
    #expect(Set(made.keys) == ["convergence", "final-loss"])
  }

  @Test func cellsWithoutRunsAreCounted() throws {
    let sweep = try SyntheticSweep([
      ["eta": "20", "gamma": "1e-06", "staging_index": "2"], ["eta": "60", "staging_index": "inf"],
      ["eta": "100", "staging_index": "1e300"],
    ])
    let staging = try figures(sweep)["tree"]?["staging"]
    #expect(try column(staging, "runs") == [0, 1, 1, 1, 0, 0])
    #expect(try column(staging, "is_empty") == [1, 1, 1, 0, 1, 1])
    #expect(
      staging?.panels[0].note
        == "Each cell: median over 5 seeds; runs without a value are left out. Cells without runs: 3 of 6.")
    #expect(titles(staging) == ["most runs did not learn all levels"])
  }

  @Test func whatGoesWrongIsAMagnitude() throws {
    let sweep = try SyntheticSweep.grid { eta, _, _ in
      ["wrong_side_worst": "\(-eta / 1000)", "wrong_side_epochs": "0"]
    }
    let made = try figures(sweep)["tree"] ?? [:]
    #expect(try column(made["wrong-side"], "wrong_side_worst").prefix(3) == [0.02, 0.06, 0.1])
    #expect(made["wrong-side-duration"] != nil)
  }

  @Test func stabilityLimitLiesBetweenCells() throws {
    let sweep = try SyntheticSweep.grid { _, _, seed in
      ["stable_eta": "\(68 + seed)", "staging_index": "1"]
    }
    var staging = try figures(sweep)["tree"]?["staging"]
    // 70 is a quarter of the way from 60 to 100; the line crosses both rows.
    #expect(try column(staging, "x", table: "stability-limit") == [1.25, 1.25, 1.25, 1.25])
    #expect(try column(staging, "y", table: "stability-limit") == [-0.5, 0.5, 0.5, 1.5])
    #expect(titles(staging) == ["theory: largest stable learning rate"])
    staging = try figures(sweep, x: "gamma", y: "eta")["tree"]?["staging"]
    #expect(try column(staging, "y", table: "stability-limit") == [1.25, 1.25, 1.25, 1.25])
    staging = try figures(sweep, showsTheory: false)["tree"]?["staging"]
    #expect(staging?.tables.count == 1 && titles(staging).isEmpty)
    let curves = try figures(sweep)["tree"]?["staging-curves"]
    #expect(try column(curves, "stable_eta", table: "staging-curves-limit") == [70, 70])
  }

  @Test(arguments: [("253.6", "η = 253.6, lies above"), ("-3", "η = −3, lies below")])
  func limitBeyondTheMapIsTold(limit: String, text: String) throws {
    let sweep = try SyntheticSweep.grid { _, _, _ in ["stable_eta": limit, "staging_index": "1"] }
    let staging = try figures(sweep)["tree"]?["staging"]
    #expect(staging?.tables.count == 1)
    #expect(
      staging?.panels[0].note
        == "Each cell: median over 5 seeds; runs without a value are left out. The stability limit, \(text) the range.")
  }

  @Test func curvesHaveBands() throws {
    let sweep = try SyntheticSweep.grid { eta, gamma, seed in
      [
        "half_rise_level_0": "\(1000 / eta + Double(seed))", "half_rise_level_1": seed < 3 ? "NaN" : "7",
        "staging_index": "\(gamma * 1e12 + Double(seed))",
      ]
    }
    let made = try figures(sweep)["tree"] ?? [:]
    let rises = made["half-rises"]
    #expect(rises?.panels[0].title == "When levels are learned: tree, at γ = 1e-12")
    #expect(try column(rises, "eta") == [20, 60, 100])
    #expect(try column(rises, "level_0") == [52, 1000 / 60.0 + 2, 12])
    #expect(try column(rises, "level_0_lower_quartile")[0] == 51 && column(rises, "level_0_upper_quartile")[2] == 13)
    // Fewer than half of the runs reach the second level.
    #expect(titles(rises) == ["level 0"])
    #expect(titles(made["staging-curves"]) == ["γ = 1e-12", "γ = 1e-6"])
    #expect(try column(made["staging-curves"], "row_0") == [3, 3, 3])
    #expect(
      rises?.panels[0].note
        == "Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.")
  }

  @Test func modesStandInForLevels() throws {
    let sweep = try SyntheticSweep.grid { _, _, seed in ["half_rise_mode_1": "\(seed)"] }
    #expect(try column(figures(sweep)["tree"]?["half-rises"], "mode_1") == [2, 2, 2])
    let strip = try figures(sweep, [("seed", ["0", "1", "2", "3", "4"])])["tree"]?["half-rises"]
    #expect(try column(strip, "y") == [2] && column(strip, "lower_quartile") == [1])
    #expect(
      strip?.panels[0].note
        == "Points: median over 5 seeds; bars: middle half (25–75 %).")
  }

  @Test func filtersNarrowRunsAndAxes() throws {
    let sweep = try SyntheticSweep.grid { eta, _, seed in ["staging_index": "\(eta + Double(seed))"] }
    // Spelled otherwise than in the table, but the same number.
    var made = try figures(sweep, where: [("seed", "4"), ("gamma", "0.000001")])["tree"] ?? [:]
    #expect(made["staging"] == nil)
    #expect(try column(made["staging-curves"], "staging_index") == [24, 64, 104])
    #expect(made["staging-curves"]?.panels[0].note == nil)
    made = try figures(sweep, where: [("eta", "20"), ("eta", "100"), ("seed", "1")])["tree"] ?? [:]
    #expect(try column(made["staging"], "staging_index") == [21, 101, 21, 101])
    #expect(made["staging"]?.panels[0].note == "Each cell is one run.")
    let error = #expect(throws: SweepTableError.self) { try figures(sweep, where: [("seed", "9"), ("eta", "20")]) }
    #expect(error?.description.contains("has seed=9 and eta=20.") == true)
    #expect(throws: SweepTableError.self) { try figures(sweep, where: [("colour", "red")]) }
  }

  @Test func datasetsAreApartUnlessTheyAreAnAxis() throws {
    let runs = ["tree", "ring"].flatMap { dataset in
      ["20", "60"].flatMap { eta in
        ["30", "30,30"].map { ["dataset": dataset, "eta": eta, "hidden": $0, "staging_index": "1"] }
      }
    }
    let sweep = try SyntheticSweep(runs)
    let axes = [("dataset", ["tree", "ring"]), ("hidden", ["30", "30,30"]), ("eta", ["20", "60"])]
    let apart = try figures(sweep, axes)
    #expect(Set(apart.keys) == ["tree", "ring"])
    let y = apart["ring"]?["staging"]?.panels[0].y
    #expect(y?.label == "hidden layers")
    #expect(y?.marks == .named([Axis.Mark("30", at: 0), Axis.Mark("30,30", at: 1)], rotated: false))
    let together = try figures(sweep, axes, x: "eta", y: "dataset")
    #expect(Array(together.keys) == ["all-datasets"])
    // There is no network between one and two hidden layers, but there are some between widths.
    #expect(together["all-datasets"]?["staging-hidden-30"]?.panels[0].note == "Each cell is one run.")
    #expect(together["all-datasets"]?["staging-hidden-30-30-2"]?.caption.hasSuffix(", hidden 30,30") == true)
    let widths = try SyntheticSweep(runs.map { $0.merging(["hidden": $0["hidden"] == "30" ? "30" : "10"]) { $1 } })
    let wide = try figures(
      widths, [("dataset", ["tree", "ring"]), ("hidden", ["30", "10"]), ("eta", ["20", "60"])], x: "eta", y: "dataset")
    #expect(
      wide["all-datasets"]?["staging"]?.panels[0].note
        == "Each cell: median over 2 values of hidden; runs without a value are left out.")
  }

  @Test func impossibleAxesAreRefused() throws {
    let sweep = try SyntheticSweep.grid { _, _, _ in ["staging_index": "1"] }
    let unknown = #expect(throws: SweepTableError.self) { try figures(sweep, x: "depth") }
    #expect(
      unknown?.description
        == "'depth' cannot be an axis of the figures: the sweep does not vary it. It varies seed, eta, gamma.")
    #expect(throws: SweepTableError.self) { try figures(sweep, x: "eta", y: "eta") }
    let foreign = #expect(throws: SweepTableError.self) {
      try figures(sweep, [("eta", ["20", "60"]), ("gamma", ["1e-12", "1e-06"])])
    }
    #expect(foreign?.description.contains("\"100\" in the column 'eta' is not one of the sweep's values") == true)
  }

  @Test func damagedAndEmptyTablesAreRefused() throws {
    let header = SyntheticSweep.columns.joined(separator: "\t") + "\n"
    let empty = try SyntheticSweep(text: header)
    let error = #expect(throws: SweepTableError.self) { try figures(empty) }
    #expect(error?.description.contains(" has no runs, so there is nothing to draw.") == true)
    for run in [["staging_index": "high"], ["dataset": "../tree"], ["dataset": ""], ["eta": "x"]] {
      let damaged = try SyntheticSweep([run])
      let error = #expect(throws: SweepTableError.self) { try figures(damaged, [("eta", ["60", "20"])]) }
      #expect(error?.description.contains(", line 2: ") == true)
    }
    #expect(throws: SweepTableError.self) { try figures(SyntheticSweep(text: "run\tdataset\n1\ttree\n"), []) }
  }

  @Test func tooManyRunsAreRefused() throws {
    let sweep = try SyntheticSweep.grid { _, _, _ in [:] }
    let groups = try CellGroups(SweepTable(sweep.path), x: nil, y: nil, filters: [])
    #expect(try CellSummaries(groups, mostRuns: 30).runs == [30])
    let error = #expect(throws: SweepTableError.self) { try CellSummaries(groups, mostRuns: 29) }
    #expect(error?.description.contains("Choose some of them.") == true)
  }

  /// A run that ended too early may still get to the wrong side, and one that diverged does not count: neither shows that no
  /// prediction does.
  @Test func onlyConvergedRunsSayWhatGoesWrong() throws {
    let sweep = try SyntheticSweep.grid { eta, _, seed in
      let status = eta == 20 ? "not-converged" : eta == 60 && seed < 2 ? "diverged" : "converged"
      return ["status": status, "wrong_side_worst": status == "diverged" ? "-900" : "-0.5", "staging_index": "\(seed)"]
    }
    let made = try figures(sweep)["tree"] ?? [:]
    #expect(try column(made["wrong-side"], "is_empty").prefix(3) == [1, 0, 0])
    #expect(try column(made["wrong-side"], "runs_with_value").prefix(3) == [0, 3, 5])
    #expect(try column(made["wrong-side"], "wrong_side_worst").suffix(2) == [0.5, 0.5])
    // The staging index of diverged runs does not count either.
    #expect(try column(made["staging"], "staging_index").prefix(3) == [2, 3, 2])
  }

  /// Tiny values beside large ones: a staging index has a linear scale, and losses show ten decades.
  @Test func scalesOfColours() throws {
    let sweep = try SyntheticSweep.grid { eta, _, _ in
      ["staging_index": eta == 20 ? "1e-17" : "3", "final_loss": eta == 20 ? "1e-30" : "0.5"]
    }
    let made = try figures(sweep)["tree"] ?? [:]
    let staging = try #require(made["staging"]?.panels[0].colors)
    #expect(!staging.isLogarithmic && staging.range.from == 0 && staging.range.to == 3)
    let loss = try #require(made["final-loss"]?.panels[0].colors)
    #expect(loss.isLogarithmic && loss.range.from == 1e-10 && loss.range.to == 1)
    #expect(loss.bar?.label == "final loss (scale clipped)")
    // The table has the medians unchanged.
    #expect(try column(made["final-loss"], "final_loss").prefix(3) == [1e-30, 0.5, 0.5])
  }
}
