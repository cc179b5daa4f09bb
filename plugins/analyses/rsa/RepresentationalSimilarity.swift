import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// Which items the hidden layer represents similarly, and when it begins to distinguish them.
struct RepresentationalSimilarity: AnalysisPlugin {
  static let identifier = "rsa"
  static let summary = "Similarity of the items' hidden activity at chosen epochs, compared with a tree's levels"
  static let tutorialPosition: Int? = 4

  static let needs = [AnalysisNeed.hiddenLayer]
  static let showsEpochs = true

  static let layer = HiddenLayer.parameter
  static let similarity = Parameter(
    "similarity", default: SimilarityMeasure.dot.rawValue, oneOf: SimilarityMeasure.allCases.map(\.rawValue),
    help: "similarity or distance of the items' hidden activity; rsa-over-time always shows dot products")
  static let export = Parameter(
    "export", default: false, help: "also write the matrices as arrays for NumPy and rsatoolbox")
  static let animation = Parameter(
    "animation", default: false, help: "also draw the matrix over time as an animated GIF")
  static let rdm = Parameter<[String]>(
    tables: "rdm", help: "similarities from outside to compare with, such as people's ratings: tables of items by items"
  )
  static let rdmKind = Parameter(
    "rdm-kind", default: GivenSimilarities.Kind.auto.rawValue, oneOf: GivenSimilarities.Kind.allCases.map(\.rawValue),
    help: "what large numbers in these tables stand for; auto: as their diagonal says")
  static let parameters = [
    layer.declaration, similarity.declaration, rdm.declaration, rdmKind.declaration, export.declaration,
    animation.declaration,
  ]

  /// The most matrices shown side by side.
  static let largestShownCount = 6
  /// With more items no animation is drawn: gnuplot would need minutes.
  static let largestAnimatedItemCount = 128

  struct Result: Encodable, Sendable {
    let layer: Int
    let similarity: SimilarityMeasure
    let epochs: [Int]
    /// The largest absolute entry of each shown matrix.
    let largestEntries: [Double]
    /// The smallest entry of each shown matrix.
    let smallestEntries: [Double]
    /// The tree's levels that distinguish items; nil for a dataset without such a tree.
    let levels: [Level]?
    /// The largest distance of two items at each shown epoch, as a fraction of that of learned items
    /// (``Recording/largestLearnedDistance(ofLayer:)``).
    let relativeDistances: [Double]
    /// The largest difference between the predicted and the measured dot products of any two items at any kept epoch, as a
    /// fraction of the largest entry; nil for other layers than the first and if no theory is drawn.
    let largestTheoryError: Double?
    /// Why no theory is drawn; nil for other layers than the first.
    let theoryLimit: String?
    /// The dot products over time, for the figure; nil for other layers than the first.
    let course: SimilarityTheory?
    /// The agreement with similarities from outside; nil without any.
    let outside: OutsideComparison?

    /// All but the course, which is in a table.
    private enum CodingKeys: String, CodingKey {
      case layer, similarity, epochs, largestEntries, smallestEntries, levels, relativeDistances, largestTheoryError
      case theoryLimit, outside
    }
  }

  /// How well the shown matrices match one level of the tree.
  struct Level: Encodable, Sendable {
    let level: Int
    /// Items that share their ancestor on the level.
    let groups: [[String]]
    /// No similarities have a larger τ_a with this level.
    let largestTau: Double
    /// One for each shown epoch, of the measure that is shown.
    let comparisons: [LevelComparison]
    /// One for each shown epoch, of the Euclidean distances; the findings use these. Dot products grow with the length of
    /// the vectors, so their order can resemble a level that the layer does not distinguish.
    let distances: [LevelComparison]
  }

  func check(_ subject: AnalysisSubject) throws {
    try HiddenLayer.check(subject)
    _ = try OutsideComparison.given(subject)
    guard !subject.values[Self.animation] || subject.dataset.itemCount <= Self.largestAnimatedItemCount else {
      throw SettingsError.refused(
        name: Self.animation.declaration.name, text: true.parameterText,
        allowed: "no, because '\(subject.dataset.identifier)' has \(subject.dataset.itemCount.grouped) items, "
          + "and an animation shows at most \(Self.largestAnimatedItemCount)")
    }
  }

  func multiplications(for subject: AnalysisSubject) -> Double {
    guard let given = try? OutsideComparison.given(subject), let items = given.map(\.items.count).min() else {
      return 0
    }
    let pairs = Double(items * (items - 1) / 2)
    // A permutation sorts its pairs, about thirty steps for each.
    return Double(SimilarityTest.permutations(of: items) + 250) * Double(given.count) * 30 * pairs
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let matrices = try SimilarityCourse(runs[0], subject)
    let result = try result(matrices, of: subject)
    return Analysis(
      result: result, summary: summary(of: result, of: subject), details: details(of: result, of: subject),
      figures: figures(for: result, matrices, of: subject),
      attachments: subject.values[Self.export] ? attachments(for: result, matrices) : [])
  }

  private func result(_ matrices: SimilarityCourse, of subject: AnalysisSubject) throws -> Result {
    let recording = matrices.recording
    let epochs = try shownEpochs(matrices.run, subject)
    let shown = epochs.map(matrices.matrix(nearest:))
    let pairs = shown.map { RankedPairs($0, areDistances: matrices.measure.isDistance) }
    let apart = epochs.map { epoch in
      let index = recording.keptIndex(nearest: epoch)
      return recording.similarity(.euclidean, ofLayer: matrices.layer, at: index)
    }
    let learned = try recording.largestLearnedDistance(ofLayer: matrices.layer)
    let distances = apart.map { RankedPairs($0, areDistances: true) }
    let levels = subject.dataset.levelModels.map { model in
      let comparer = LevelComparer(model)
      return Level(
        level: model.level, groups: model.groups.map { $0.map { subject.dataset.items[$0] } },
        largestTau: model.largestTau, comparisons: pairs.map(comparer.compare),
        distances: distances.map(comparer.compare))
    }
    let course = matrices.layer == 0 ? try SimilarityTheory(matrices, of: subject.dataset) : nil
    return Result(
      layer: matrices.layer + 1, similarity: matrices.measure, epochs: epochs,
      largestEntries: shown.map(\.largestMagnitude), smallestEntries: shown.map { $0.elements.min() ?? 0 },
      levels: levels.isEmpty ? nil : levels,
      relativeDistances: apart.map { learned > 0 ? $0.largestMagnitude / learned : 0 },
      largestTheoryError: course?.largestError, theoryLimit: course?.limit,
      course: course, outside: try OutsideComparison(matrices, subject, at: epochs))
  }

  /// The requested epochs; by default those at which the stages are half learned, and the last.
  private func shownEpochs(_ run: AnalyzedRun, _ subject: AnalysisSubject) throws -> [Int] {
    let recording = run.recording
    let asked = subject.shownEpochs.filter { $0 <= recording.lastEpoch }
    if !asked.isEmpty { return recording.kept(nearest: asked) }
    let stages = try run.stages.map(\.epoch)
    let early = recording.kept(nearest: stages.prefix(Self.largestShownCount - 1)).filter { $0 < recording.lastEpoch }
    return early + recording.kept(nearest: [recording.lastEpoch])
  }
}

extension RepresentationalSimilarity {
  /// The shown matrices as arrays: whole, as the pairs above the diagonal, and their epochs.
  private func attachments(for result: Result, _ course: SimilarityCourse) -> [Attachment] {
    let matrices = result.epochs.map(course.matrix(nearest:))
    let (count, items, stem) = (matrices.count, matrices[0].rows, course.measure.fileStem)
    func arrays(_ stem: String, _ matrices: [Matrix]) -> [Attachment] {
      [
        Attachment(
          name: stem, NumPyArray(shape: [count, items, items], values: matrices.flatMap(\.elements))),
        Attachment(
          name: "\(stem)-condensed",
          NumPyArray(shape: [count, items * (items - 1) / 2], values: matrices.flatMap(\.upperTriangle))),
      ]
    }
    let width = Double(course.recording.plan.hiddenWidths[course.layer])
    // rsatoolbox's 'euclidean'.
    let squares = matrices.map { matrix in
      Matrix(rows: items, columns: items, elements: matrix.elements.map { $0 * $0 / width })
    }
    return arrays(stem, matrices) + (course.measure == .euclidean ? arrays("rdm-euclidean", squares) : [])
      + [Attachment(name: "\(stem)-epochs", NumPyArray(shape: [count], values: result.epochs.map(Double.init)))]
  }
}

extension RepresentationalSimilarity {
  /// τ_a of every level of the tree over time; nil for fewer than two levels, because one level alone shows no order.
  func levelFigure(for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject) -> Figure? {
    let models = subject.dataset.levelModels
    guard (subject.dataset.tree?.levels ?? 0) >= 2, let pairCount = models.first?.pairCount else { return nil }
    // Ranking millions of pairs at every state would take longer than the training.
    let indices = course.recording.keptIndices(atMost: max(25, 4_000_000 / max(1, pairCount)))
    let epochs = indices.map { course.recording.keptEpochs[$0] }
    let pairs = indices.map { RankedPairs(course.matrix(at: $0), areDistances: course.measure.isDistance) }
    let curves = models.map { model in (name: "level_\(model.level)", values: pairs.map(model.tau)) }
    let table = Table(byEpoch: "rsa-levels", at: epochs, columns: curves)

    let size = Figure.Size(width: 1000, height: 500)
    let area = Panel.Area(in: size, right: 300)
    let lowest = curves.flatMap(\.values).reduce(0, min)
    let highest = models.map(\.largestTau).reduce(0, max)
    let limits = models.enumerated().map { index, model in
      Layer.level(
        model.largestTau, LineStyle(.category(index), width: 1, dash: .dotted),
        title: "level \(model.level), largest possible: \(model.largestTau.significant(2))")
    }
    let lines = models.enumerated().map { index, model in
      Layer.curve(
        Curve(
          table: table.name, y: "level_\(model.level)", style: LineStyle(.category(index), width: index == 0 ? 3 : 2),
          title: "level \(model.level): \(model.groups.count) groups"))
    }
    let caption =
      "How well the \(course.measure.matrixName) of \(subject.dataset.identifier) matches the tree's levels"
    let panel = Panel(
      area: area, title: "How well hidden layer \(result.layer) (\(course.measure.title)) matches the tree's levels",
      x: .epochs(to: course.recording.lastEpoch),
      y: Axis("Kendall's τₐ", range: Axis.Range((1.1 * lowest).rounded(significant: 2), 1.1 * highest)),
      legend: .beside(area, in: size),
      note:
        "Dotted: largest possible τₐ. It compares the order only; early similarities are almost 0.",
      layers: bands(at: result.epochs, course.recording) + limits + lines)
    return Figure(name: "rsa-levels", caption: caption, size: size, panels: [panel], tables: [table])
  }

  /// Grey stripes at the shown epochs.
  func bands(at epochs: [Int], _ recording: Recording) -> [Layer] {
    let width = Double(max(1, recording.lastEpoch)) / 90
    return epochs.map {
      .band(from: Double($0) - width / 2, to: Double($0) + width / 2, color: .lightGrey, title: nil)
    }
  }
}

extension RepresentationalSimilarity {
  /// The most similar levels; the shown epochs too, if there are no levels or an epoch was not reached.
  private func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let levels = result.levels.map { [Self.finding($0, of: result)] } ?? []
    return (result.outside?.sentences ?? [])
      + (Self.isShownInSummary(result, subject) ? [Self.shown(result, subject)] : []) + levels
      + [result.theoryLimit].compactMap(\.self)
  }

  private static func isShownInSummary(_ result: Result, _ subject: AnalysisSubject) -> Bool {
    result.levels == nil || !Set(subject.shownEpochs).isSubset(of: result.epochs)
  }

  private func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let error = result.largestTheoryError.map {
      "theory's matrices differ by at most \($0.significant(2)) of the largest entry"
    }
    return (result.outside?.details ?? [])
      + (Self.isShownInSummary(result, subject) ? [] : [Self.shown(result, subject)]) + [error].compactMap(\.self)
      + (result.levels.map { Self.numbers($0, of: result, items: subject.dataset.itemCount) } ?? [])
  }

  /// "hidden layer 1 at epoch 93, 117, 250: largest dot product 13, 30.7, 95.6".
  private static func shown(_ result: Result, _ subject: AnalysisSubject) -> String {
    let epochs = result.epochs.map(String.init).joined(separator: ", ")
    let missed = Set(subject.shownEpochs).subtracting(result.epochs).sorted().map(String.init)
    let note = missed.isEmpty ? "" : " (epoch \(missed.joined(separator: ", ")) was not reached)"
    let interval = subject.mainPlan.recordingInterval
    let isMoved = interval > 1 && subject.shownEpochs.isEmpty
    let kept =
      isMoved ? "; only every \(interval.ordinal) epoch was kept: shown are those nearest to the stages" : ""
    return "hidden layer \(result.layer) at epoch \(epochs)\(note): \(entries(of: result))\(kept)"
  }

  /// The largest entries; for cosines and correlations the smallest, because the largest is always 1.
  private static func entries(of result: Result) -> String {
    let shown = result.similarity.isNormalized ? result.smallestEntries : result.largestEntries
    let values = shown.map { $0.significant(3) }.joined(separator: ", ")
    switch result.similarity {
    case .dot: return "largest dot product \(values)"
    case .cosine: return "smallest cosine \(values)"
    case .correlation: return "smallest correlation \(values)"
    case .euclidean: return "largest distance \(values)"
    }
  }

  /// The levels that the distances at a shown epoch are most similar to: those whose τ_a is closest to its maximum.
  private enum Resemblance {
    case notDifferentiated, none
    /// The places of the levels: more than one if a matrix that nests one in another reaches the maximum with both.
    case levels([Int])
  }

  /// τ_a itself would always favour levels with many pairs inside.
  private static func resemblance(_ levels: [Level], at place: Int, of result: Result) -> Resemblance {
    guard result.relativeDistances[place] >= HiddenLayer.differentiatedShare else { return .notDifferentiated }
    let found = levels.map { $0.distances[place] }
    let shares = zip(levels, found).map { $1.tau / $0.largestTau }
    let best = shares.reduce(-1, max)
    // Below 0.4 of the maximum the level would not be visible in the matrix; with p of 0.05 or more it may be chance.
    let isClear = levels.indices.contains { shares[$0] >= best - 0.01 && found[$0].tauP < 0.05 }
    guard best > 0.4, isClear else { return .none }
    return .levels(levels.indices.filter { shares[$0] >= best - 0.01 })
  }

  /// "most similar level: epoch 93 not yet differentiated, 117 level 1, 138 levels 1 and 2".
  private static func finding(_ levels: [Level], of result: Result) -> String {
    let findings = result.epochs.indices.map { place in
      let start = place == 0 ? "epoch \(result.epochs[place])" : "\(result.epochs[place])"
      switch resemblance(levels, at: place, of: result) {
      case .notDifferentiated: return "\(start) not yet differentiated"
      case .none: return "\(start) none yet"
      case .levels(let named):
        return "\(start) level\(named.count == 1 ? "" : "s") \(named.map { String(levels[$0].level) }.listed)"
      }
    }
    return "most similar level: \(findings.joined(separator: ", "))"
  }

  /// The numbers behind the finding, and an explanation of these.
  private static func numbers(_ levels: [Level], of result: Result, items: Int) -> [String] {
    let numbers = result.epochs.indices.compactMap { place -> String? in
      guard case .levels(let named) = resemblance(levels, at: place, of: result) else { return nil }
      let values = named.map { levels[$0].distances[place] }
      let (taus, chances) = (values.map { $0.tau.significant(2) }.listed, values.map { $0.tauP.significant(2) }.listed)
      return "epoch \(result.epochs[place]): \(taus) (p = \(chances))"
    }
    let possible = levels.map { "\($0.largestTau.significant(2)) on level \($0.level)" }.listed
    let most = LevelModel.largestPermutedItemCount
    let test = items > most ? "; p from random permutations of the items" : ""
    return (numbers.isEmpty ? [] : ["Kendall's τ_a with the most similar level: \(numbers.joined(separator: ", "))"])
      + ["most similar: the level whose τ_a (of the distances) is closest to its maximum, \(possible)\(test)"]
  }
}

extension [String] {
  /// "1", "1 and 2", "1, 2 and 3".
  fileprivate var listed: String {
    count < 2 ? joined() : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
  }
}
