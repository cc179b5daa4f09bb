import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// The analysis `rsa` by its settings: which matrices, which files, which figures.
@Suite struct RepresentationalSimilarityTests {
  private func array(_ name: String, of run: AnalysisRun) throws -> NumPyArray {
    let attachment = try #require(run.outcome.attachments.first { $0.fileName == "\(name).npy" })
    return try #require(NumPyArray(bytes: attachment.bytes))
  }

  /// Every measure's table has that measure of the recorded products, and figures and files are named after it.
  @Test(arguments: zip(SimilarityMeasure.allCases, ["rsm", "rsm-cosine", "rsm-correlation", "rdm-distance"]))
  func showsTheMeasureAskedFor(measure: SimilarityMeasure, stem: String) throws {
    let run = try AnalysisRun(
      "rsa", of: AnalysisRun.dataset("tree"), shownEpochs: [116], settings: ["similarity": measure.rawValue])
    let products = run.recordings[0].representationalSimilarities[0][116]
    let shown = try run.table("\(stem)-epoch-116").values
    for first in 0..<8 {
      for second in 0..<8 {
        let (own, other, both) = (products[first, first], products[second, second], products[first, second])
        let value = shown[first * 8 + second]
        switch measure {
        case .dot: #expect(value == both)
        // 1e-12: a root, a product and a division of numbers of size 30.
        case .cosine: #expect(isApproximately(value, both / (own * other).squareRoot(), within: 1e-12))
        case .correlation: #expect(first == second ? value == 1 : value > -1 && value < 1)
        // Rounding squares near 30 leaves 1e-14; its root is 1e-7.
        case .euclidean:
          #expect(isApproximately(value, max(0, own + other - 2 * both).squareRoot(), within: 1e-6))
        }
      }
    }
    let title = try #require(run.outcome.figures[0].panels[1].title)
    #expect(title.hasPrefix(measure.isDistance ? "RDM at epoch 116" : "RSM at epoch 116"))
    let palette = run.outcome.figures[0].panels[1].colors?.palette
    #expect(palette == (measure.isDistance ? .viridis : .diverging))
    #expect(run.outcome.attachments.isEmpty && run.outcome.figures.allSatisfy { $0.animation == nil })
  }

  /// The files hold what the tables do: whole, as pairs above the diagonal, with their epochs.
  @Test func exportsTheShownMatrices() throws {
    let run = try AnalysisRun(
      "rsa", of: AnalysisRun.dataset("tree"), shownEpochs: [61, 125],
      settings: ["similarity": "euclidean", "export": "yes"])
    #expect(
      run.outcome.attachments.map(\.fileName) == [
        "rdm-distance.npy", "rdm-distance-condensed.npy", "rdm-euclidean.npy", "rdm-euclidean-condensed.npy",
        "rdm-distance-epochs.npy",
      ])
    let whole = try array("rdm-distance", of: run)
    let tables = try ["rdm-distance-epoch-61", "rdm-distance-epoch-125"].flatMap { try run.table($0).values }
    #expect(whole.shape == [2, 8, 8] && whole.values == tables)
    let pairs = try array("rdm-distance-condensed", of: run)
    #expect(pairs.shape == [2, 28])
    // The order of SciPy's squareform: (0, 1), (0, 2), …, (1, 2), …
    let expected = (0..<2).flatMap { matrix in
      (0..<8).flatMap { row in (row + 1..<8).map { whole.values[matrix * 64 + row * 8 + $0] } }
    }
    #expect(pairs.values == expected)
    // rsatoolbox's 'euclidean' is the square, divided by the 30 units.
    #expect(try array("rdm-euclidean", of: run).values == whole.values.map { $0 * $0 / 30 })
    #expect(try array("rdm-euclidean-condensed", of: run).values == expected.map { $0 * $0 / 30 })
    #expect(try array("rdm-distance-epochs", of: run) == NumPyArray(shape: [2], values: [61, 125]))
  }

  /// Each frame is the matrix of its epoch; products are parts of the frame's largest.
  @Test func animatesTheTraining() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("tree"), settings: ["animation": "yes"])
    let figure = try #require(run.outcome.figures.first { $0.name == "rsm-animation" })
    let positions = try #require(figure.animation?.positions)
    #expect(positions.first == 0 && positions.last == 250 && positions.count == 60)
    #expect(positions == positions.sorted())
    let frames = try run.table("rsm-animation-frames").values
    #expect(frames.count == 60 * 64)
    for (frame, epoch) in positions.enumerated() {
      let matrix = run.recordings[0].representationalSimilarities[0][Int(epoch)]
      let parts = matrix.elements.map { $0 / matrix.largestMagnitude }
      // Four significant digits are kept.
      #expect(largestDifference(Array(frames[frame * 64..<frame * 64 + 64]), parts) <= 5.1e-5)
    }
    // Its learning dynamics are the figure's own.
    #expect(figure.tables.first == run.outcome.figures[0].tables.first)
    #expect(try figure.script().contains("gif animate"))
  }

  @Test func refusesToAnimateManyItems() throws {
    let items = (1...129).map { "item-\($0)" }
    let dataset = try Dataset(
      identifier: "many", items: items, features: FeatureNames(numbered: 2),
      targets: scatteredMatrix(rows: 129, columns: 2, seed: 1))
    #expect(throws: SettingsError.self) {
      try AnalysisRun("rsa", of: dataset, epochs: 1, settings: ["animation": "yes"])
    }
  }

  /// The curve of each level is τ_a as analysed, is below what is possible, and reaches it once the level is known.
  @Test func followsTheLevels() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("tree"))
    let figure = try #require(run.outcome.figures.first { $0.name == "rsa-levels" })
    for (column, level) in [("level_1", 1), ("level_2", 2)] {
      let course = try run.column(column, of: "rsa-levels")
      let model = try #require(run.dataset.tree.map { LevelModel.all(of: $0)[level - 1] })
      for epoch in [0, 116, 250] {
        let matrix = run.recordings[0].representationalSimilarities[0][epoch]
        #expect(course[epoch] == LevelComparer(model).compare(RankedPairs(matrix, areDistances: false)).tau)
      }
      // Equal in exact arithmetic; 1e-12 for the division.
      #expect(course.allSatisfy { $0 <= model.largestTau + 1e-12 })
      #expect(isApproximately(course[250], model.largestTau, within: 1e-12))
    }
    #expect(figure.panels[0].layers.contains { "\($0)".contains("level 1, largest possible: 0.51") })
    // One level alone, or none, shows no order.
    let ring = try AnalysisRun("rsa", of: AnalysisRun.dataset("ring"), epochs: 3)
    #expect(!ring.outcome.figures.contains { $0.name == "rsa-levels" })
  }
}
