import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// Three ways to the same map: algebra, a network without a hidden layer, the deep network.
struct Regression: AnalysisPlugin {
  static let identifier = "regression"
  static let summary = "Linear regression against the networks: same goal, different paths"
  static let tutorialPosition: Int? = 6
  static let needs: [AnalysisNeed] = [.linearNetwork, .singlePhase]
  static let requirement = "needs linear units without biases, a dataset without phases, and no weight decay"

  static let intercept = Parameter(
    "intercept", default: false, help: "also fit Y = W X + b (the networks have no biases)")
  static let parameters = [ShallowControl.rate.declaration, intercept.declaration]

  /// Maps agree if their entries differ by at most this fraction of the largest entry of the regression map. The tutorial
  /// uses 0.01 for entries near 1.
  static let tolerance = 1e-2
  /// The most entries of a map that is printed.
  static let largestPrintedMap = 36

  struct Result: Encodable, Sendable {
    /// Largest absolute differences between the entries of two maps.
    struct Differences: Encodable, Sendable {
      let regressionAndShallow: Double
      let regressionAndMain: Double
      let shallowAndMain: Double

      var largest: Double { max(regressionAndShallow, regressionAndMain, shallowAndMain) }
    }

    /// A fitted map and its intercept, row by row; without the map if it is too large to print.
    struct Fit: Encodable, Sendable {
      let map: [[Double]]?
      let intercept: [Double]?
      let rank: Int
      let isRankDeficient: Bool
      let largestDifferenceFromTrueMap: Double?
    }

    let differences: Differences
    /// The largest magnitude in the regression map.
    let largestWeight: Double
    let agree: Bool
    /// The rank of the regression map; a narrower hidden layer cannot represent it.
    let mapRank: Int
    let trueMap: [[Double]]?
    let estimate: Fit
    let estimateWithIntercept: Fit?
  }

  /// With weight decay the networks are not to agree with least squares.
  func applies(to subject: AnalysisSubject) -> Bool { subject.mainPlan.variant.decay == 0 }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    var shallow = try ShallowControl.plan(for: subject)
    // The epochs recommended for the deep network may be too few for this one. Epochs that were set are kept.
    if shallow.epochs == subject.dataset.recommendation.epochs {
      let rate = subject.dataset.effectiveLearningRate(for: shallow.learningRate)
      // The initial weights are uniform on ±1/√n, whatever the size of the targets.
      let largest = subject.dataset.targets.largestMagnitude
      let start = largest + 1 / Double(subject.dataset.inputs.columns).squareRoot()
      let part = Self.tolerance / 2 * largest / start
      if let enough = Self.epochs(shrinkingErrorsTo: part, rate: rate, subject.dataset) {
        shallow.epochs = max(shallow.epochs, enough)
      }
    }
    return [subject.mainPlan, shallow]
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let result = try result(runs.map(\.recording), of: subject)
    return Analysis(
      result: result, summary: summary(of: result, of: subject), details: details(of: result, of: subject),
      figures: [
        try shallowLoss(runs[1], besides: runs[0], of: subject), try paths(runs.map(\.recording), of: subject),
      ])
  }

  private func result(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    let regression = try LinearRegression(of: dataset)
    let main = try recordings[0].finalEndToEndMap()
    let shallow = try recordings[1].finalEndToEndMap()
    let differences = Result.Differences(
      regressionAndShallow: (regression.map - shallow).largestMagnitude,
      regressionAndMain: (regression.map - main).largestMagnitude,
      shallowAndMain: (shallow - main).largestMagnitude)
    let affine =
      subject.values[Self.intercept]
      ? try LinearRegression(of: dataset, withIntercept: true) : nil
    let largest = regression.map.largestMagnitude
    return Result(
      differences: differences, largestWeight: largest,
      // If the map is zero, only the small initial weights are left.
      agree: differences.largest <= Self.tolerance * (largest > 0 ? largest : 1),
      mapRank: ModeThreshold.rank(of: try dataset.targetSingularValues()),
      trueMap: dataset.trueMap.flatMap(Self.printed),
      estimate: Self.fit(regression, of: dataset), estimateWithIntercept: affine.map { Self.fit($0, of: dataset) })
  }

  /// The epochs after which the errors of a network without a hidden layer have shrunk to a fraction of the initial ones, for
  /// one-hot inputs: (1 − ε)^T; nil for other inputs, and if that takes more than 100,000 epochs.
  private static func epochs(shrinkingErrorsTo part: Double, rate: Double, _ dataset: Dataset) -> Int? {
    guard dataset.itemInputs.isStandard, rate > 0, rate < 1, part > 0 else { return nil }
    var (left, epochs) = (1.0, 0)
    while left > part {
      left *= 1 - rate
      epochs += 1
      if epochs > 100_000 { return nil }
    }
    return 10 * ((epochs + 9) / 10)
  }

  private static func fit(_ regression: LinearRegression, of dataset: Dataset) -> Result.Fit {
    let map = printed(regression.map)
    return Result.Fit(
      map: map, intercept: map == nil ? nil : regression.intercept, rank: regression.rank,
      isRankDeficient: regression.isRankDeficient,
      largestDifferenceFromTrueMap: dataset.trueMap.map { (regression.map - $0).largestMagnitude })
  }

  /// The rows of a map; nil if it is too large to print.
  private static func printed(_ map: Matrix) -> [[Double]]? {
    map.elements.count <= largestPrintedMap ? (0..<map.rows).map(map.row) : nil
  }

  /// The names of the two networks, the main one first: by their hidden layers, or by their initial weights if neither has
  /// one.
  static func names(of subject: AnalysisSubject) -> (main: String, shallow: String) {
    subject.mainPlan.isShallow
      ? ("normal initial weights", "uniform initial weights")
      : (subject.mainPlan.networkDescription, "without a hidden layer")
  }
}

extension Regression {
  private func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let differences = result.differences
    let largest = max(
      differences.regressionAndShallow, differences.regressionAndMain, differences.shallowAndMain)
    let verdict = "networks and regression " + (result.agree ? "agree" : "do not agree")
    let reason = result.agree ? "" : " (\(Self.reason(for: result, of: subject)))"
    // For targets of ±1 the largest weight is 1, and 0.01 of it is 0.01.
    let size =
      (0.5...2).contains(result.largestWeight) ? "" : " of the largest weight, \(result.largestWeight.significant(3))"
    var lines = [
      "\(verdict) within \(Self.tolerance.significant())\(size)\(reason); at most \(largest.significant(2)) apart"
    ]
    if result.estimate.isRankDeficient {
      lines.append(
        "the inputs have rank \(result.estimate.rank) of \(subject.dataset.inputs.columns): many maps fit, and the one with "
          + "the smallest norm was taken")
    }
    if let difference = result.estimate.largestDifferenceFromTrueMap {
      lines.append("the estimated weights differ from the true ones by at most \(difference.significant(2))")
    }
    return lines + Self.interceptLines(result.estimateWithIntercept)
  }

  private func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let (differences, names) = (result.differences, Self.names(of: subject))
    var lines = [
      "largest difference from the regression map: \(differences.regressionAndShallow.significant(2)) (\(names.shallow)), "
        + "\(differences.regressionAndMain.significant(2)) (\(names.main)); between the networks: "
        + differences.shallowAndMain.significant(2)
    ]
    if let trueMap = result.trueMap, let estimate = result.estimate.map {
      for (truth, estimated) in zip(trueMap, estimate) {
        lines.append("true weights \(Self.text(truth)), estimated \(Self.text(estimated))")
      }
    }
    return lines
  }

  /// Why the maps may differ.
  private static func reason(for result: Result, of subject: AnalysisSubject) -> String {
    if result.estimate.isRankDeficient { return "the inputs leave some of the random initial weights unchanged" }
    if let narrowest = subject.mainPlan.hiddenWidths.min(), narrowest < result.mapRank {
      return "a hidden layer of \(narrowest) cannot hold a map of rank \(result.mapRank)"
    }
    return "train longer, or change the learning rate"
  }

  private static func interceptLines(_ fit: Result.Fit?) -> [String] {
    guard let fit else { return [] }
    let note = fit.isRankDeficient ? " (the smallest of many that fit)" : ""
    guard let map = fit.map, let intercept = fit.intercept else {
      return ["with intercept\(note): rank \(fit.rank) of the centred inputs; too many weights to print"]
    }
    return zip(map, intercept).map { weights, constant in
      "with intercept\(note): weights \(text(weights)), intercept \(constant.significant(3))"
    }
  }

  private static func text(_ values: [Double]) -> String {
    values.map { $0.significant() }.joined(separator: " ")
  }
}

extension Regression {
  private func shallowLoss(
    _ run: AnalyzedRun, besides main: AnalyzedRun, of subject: AnalysisSubject
  ) throws -> Figure {
    let theory = try TheoryOverlay(run, of: subject)
    return Figure(
      name: "zero-depth-loss", caption: "The loss of a network without a hidden layer on \(subject.dataset.identifier)",
      panels: [
        Panel(
          area: Panel.Area(in: Figure.standardSize), title: "Learning curve without a hidden layer",
          x: .epochs(to: run.lastEpoch),
          y: .loss(run.losses, as: main.losses),
          legend: theory.drawn == nil ? nil : .topRight, note: theory.note,
          layers: [
            .curve(Curve(table: "zero-depth-loss", y: "loss", style: .loss, title: "simulation"))
          ] + theory.layer(table: "zero-depth-loss", y: "theory"))
      ],
      tables: [
        Table(
          byEpoch: "zero-depth-loss", columns: [("loss", run.losses)] + theory.column("theory", \.losses))
      ])
  }

  /// The distance of each network from the regression map over time.
  private func paths(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Figure {
    var columns = try zip(["main", "shallow"], recordings).map { name, recording in
      (name: name, values: recording.relativeDistances(to: try recording.targetMap()))
    }
    let epochs = recordings.map(\.keptEpochs).max { $0.count < $1.count } ?? []
    let states = epochs.count
    for index in columns.indices {
      columns[index].values += Array(repeating: .nan, count: states - columns[index].values.count)
    }
    let names = Self.names(of: subject)
    let rates = recordings.map { subject.dataset.effectiveLearningRate(for: $0.plan.learningRate).significant() }
    return Figure(
      name: "regression",
      caption: "Relative distance of both networks' maps to the regression map, \(subject.dataset.identifier)",
      panels: [
        Panel(
          area: Panel.Area(in: Figure.standardSize), title: "Distance to the regression map",
          x: .epochs(to: epochs.last ?? 0),
          y: .falling("relative distance to the regression map", columns.map(\.values)),
          legend: .topRight,
          layers: [
            .curve(
              Curve(
                table: "regression", y: "shallow", style: LineStyle(.category(1), width: 3),
                title: "\(names.shallow), ε = \(rates[1])")),
            .curve(
              Curve(
                table: "regression", y: "main", style: LineStyle(.category(0), width: 3),
                title: "\(names.main), ε = \(rates[0])")),
          ])
      ],
      tables: [Table(byEpoch: "regression", at: epochs, columns: columns)])
  }
}
