import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// How well the network's similarities agree with some from outside, over training.
struct OutsideComparison: Encodable, Sendable {
  /// The names of the tables.
  let tables: [String]
  /// The compared items.
  let items: [String]
  /// The epochs that were compared, and the agreement at each: with several tables the mean over them.
  let epochs: [Int]
  let correlations: [PairCorrelation]
  /// τ_a with each table, at each of the epochs.
  let tauByTable: [[Double]]
  /// The epoch with the largest τ_a, the first of equal ones, among those at which the layer distinguishes items.
  let bestEpoch: Int
  /// Whether there are such epochs; else it is among all.
  let isDifferentiated: Bool
  let best: PairCorrelation
  /// How often permuted items would agree as well at that epoch.
  let chances: SimilarityTest.Chances
  let ceiling: SimilarityTest.NoiseCeiling?
  /// What does not fit, in sentences.
  let notes: [String]

  /// The mean of the tables, each divided by its largest value; large values as in the first one. For the figure.
  let mean: Matrix
  let areDistances: Bool

  private enum CodingKeys: String, CodingKey {
    case tables, items, bestEpoch, isDifferentiated, best, chances, ceiling, notes
  }

  /// The similarities from outside: those of the dataset, and those that the user gives.
  ///
  /// - Throws: `SettingsError`, `DatasetFileError`, `GivenSimilaritiesError`.
  static func given(_ subject: AnalysisSubject) throws -> [GivenSimilarities] {
    let kind = GivenSimilarities.Kind(rawValue: subject.values[RepresentationalSimilarity.rdmKind]) ?? .auto
    let tables = try subject.values.tables(of: RepresentationalSimilarity.rdm)
    var given = subject.dataset.similarities
    for table in tables {
      guard !given.contains(where: { $0.name == table.name }) else {
        throw SettingsError.explained(
          name: RepresentationalSimilarity.rdm.declaration.name,
          reason: "The dataset has the table '\(table.name)' already, so it is compared anyway. Leave it out.")
      }
      do {
        given.append(
          try SimilarityTable(table.text, file: table.name).similarities(of: subject.dataset.items, kind: kind))
      } catch let error as GivenSimilaritiesError where error.isAboutKind {
        throw SettingsError.explained(
          name: RepresentationalSimilarity.rdm.declaration.name,
          reason:
            "\(error) Or say it: \(RepresentationalSimilarity.rdmKind.declaration.name)=distances, or similarities.")
      }
    }
    guard given.isEmpty || SimilarityTest(given) != nil else {
      throw SettingsError.explained(
        name: RepresentationalSimilarity.rdm.declaration.name,
        reason: "The tables have fewer than three items in common. Compare them one at a time.")
    }
    return given
  }

  /// nil without similarities from outside.
  init?(_ course: SimilarityCourse, _ subject: AnalysisSubject, at shown: [Int]) throws {
    let given = try Self.given(subject)
    guard let test = SimilarityTest(given) else { return nil }
    let (recording, areDistances) = (course.recording, course.measure.isDistance)
    let pairCount = test.items.count * (test.items.count - 1) / 2 * given.count
    let every = recording.keptIndices(atMost: max(25, 4_000_000 / pairCount))
    let indices = Set(every + shown.map(recording.keptIndex(nearest:))).sorted()
    let all = indices.map { test.correlations(course.matrix(at: $0), areDistances: areDistances) }
    let means = all.map(PairCorrelation.init(meanOf:))
    let learned = try recording.largestLearnedDistance(ofLayer: course.layer)
    let differentiated = indices.indices.filter { place in
      let distances = recording.similarity(.euclidean, ofLayer: course.layer, at: indices[place])
      return distances.largestMagnitude >= HiddenLayer.differentiatedShare * learned
    }
    isDifferentiated = !differentiated.isEmpty
    let compared = differentiated.isEmpty ? Array(indices.indices) : differentiated
    let place = compared.reduce(compared[0]) { means[$1].tau > means[$0].tau ? $1 : $0 }
    tables = given.map(\.name)
    items = test.items.map { subject.dataset.items[$0] }
    epochs = indices.map { recording.keptEpochs[$0] }
    correlations = means
    tauByTable = given.indices.map { table in all.map { $0[table].tau } }
    (bestEpoch, best) = (recording.keptEpochs[indices[place]], means[place])
    chances = try test.chances(course.matrix(at: indices[place]), areDistances: areDistances)
    ceiling = test.ceiling
    notes = given.flatMap(\.notes)
    (mean, self.areDistances) = (Self.mean(given, test.items), given[0].areDistances)
  }

  /// The mean over tables of their values, each divided by its largest.
  private static func mean(_ given: [GivenSimilarities], _ items: [Int]) -> Matrix {
    var sum = Matrix(rows: items.count, columns: items.count)
    for one in given {
      let places = items.compactMap { one.items.firstIndex(of: $0) }
      let chosen = Matrix(places.map { row in places.map { one.matrix[row, $0] } })
      let largest = given.count == 1 ? 1 : chosen.upperTriangle.reduce(0) { max($0, $1.magnitude) }
      let sign = one.areDistances == given[0].areDistances ? 1.0 : -1
      sum = sum + (sign / (largest > 0 ? largest : 1) / Double(given.count)) * chosen
    }
    return sum
  }

  /// What the tables are called together.
  private var name: String { tables.count == 1 ? tables[0] : "\(tables.count) tables" }

  var sentences: [String] {
    let test = (chances.isExact ? "all " : "") + chances.permutations.grouped
    var sentences = [
      "most like \(name) at epoch \(bestEpoch.grouped)\(isDifferentiated ? "" : " (not yet differentiated)"): τ_a \(best.tau.significant(2)) (p = \(chances.p.tau.significant(2)) at this epoch alone, of \(test) "
        + "permutations), ρ \(best.spearman.significant(2)), r \(best.pearson.significant(2))"
    ]
    if let ceiling {
      sentences.append(
        "noise ceiling of τ_a: \(ceiling.lower.tau.significant(2)) to \(ceiling.upper.tau.significant(2)): the tables do not agree better "
          + "with each other")
    }
    return sentences + notes
  }

  var details: [String] {
    [
      "p at that epoch: \(chances.p.tau.significant(2)) of τ_a, \(chances.p.spearman.significant(2)) of ρ, "
        + "\(chances.p.pearson.significant(2)) of r. The epoch was chosen because it is the best, so p is too small as a test of the whole "
        + "training"
    ]
  }
}

extension RepresentationalSimilarity {
  /// τ_a, ρ and r over time, with the noise ceiling.
  func outsideFigure(
    _ outside: OutsideComparison, for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject
  ) -> Figure {
    let name = "rsa-outside"
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let several = outside.tables.count > 1
    let table = Table(
      byEpoch: name, at: outside.epochs,
      columns: [
        ("tau_a", outside.correlations.map(\.tau)), ("rho", outside.correlations.map(\.spearman)),
        ("r", outside.correlations.map(\.pearson)),
      ] + (several ? outside.tauByTable.enumerated().map { ("tau_a_table_\($0 + 1)", $1) } : []))
    let bounds = outside.ceiling.map { [$0.lower.tau, $0.upper.tau] } ?? []
    let values = outside.correlations.flatMap { [$0.tau, $0.spearman, $0.pearson] } + bounds
    let ceiling = bounds.enumerated().map { index, value in
      Layer.level(
        value, LineStyle(.category(0), width: 1, dash: .dotted),
        title: index == 0
          ? "noise ceiling of τₐ: \(bounds[0].significant(2)) … \(bounds[1].significant(2))" : nil)
    }
    let single =
      several
      ? outside.tables.indices.map { index in
        Layer.curve(
          Curve(
            table: table.name, y: "tau_a_table_\(index + 1)", style: LineStyle(.lightGrey, width: 1.5),
            title: index == 0 ? "τₐ with each table" : nil))
      } : []
    let curves = [("tau_a", "Kendall's τₐ"), ("rho", "Spearman's ρ"), ("r", "Pearson's r")].enumerated().map {
      index, curve in
      Layer.curve(
        Curve(
          table: table.name, y: curve.0, style: LineStyle(.category(index), width: index == 0 ? 3 : 2), title: curve.1))
    }
    return Figure(
      name: name, caption: "How well similarities in \(subject.dataset.identifier) agree with those from outside",
      size: size,
      panels: [
        Panel(
          area: area,
          title:
            "Hidden layer \(result.layer) (\(course.measure.title)) and \(several ? "\(outside.tables.count) tables" : outside.tables[0])",
          x: .epochs(to: course.recording.lastEpoch),
          y: Axis(
            "agreement", range: .rounded(1.1 * values.reduce(0, min), 1.1 * values.reduce(0.1, max), significant: 2)),
          legend: .beside(area, in: size),
          note: "Best at epoch \(outside.bestEpoch.grouped): τₐ = \(outside.best.tau.significant(2)), p = "
            + "\(outside.chances.p.tau.significant(2)) at this epoch alone. "
            + (outside.isDifferentiated
              ? "Best of the epochs at which the layer distinguishes items: earlier similarities are almost 0."
              : "The layer does not distinguish items yet: all similarities are almost 0."),
          layers: bands(at: [outside.bestEpoch], course.recording) + [.level(0, .guide, title: nil)] + single + ceiling
            + curves)
      ],
      tables: [table])
  }

  /// The network's matrix at the best epoch beside that from outside.
  func givenFigure(
    _ outside: OutsideComparison, _ course: SimilarityCourse, of subject: AnalysisSubject
  ) -> Figure {
    let size = Figure.Size(width: 1240, height: 560)
    let matrix = course.matrix(nearest: outside.bestEpoch)
    let places = outside.items.compactMap { subject.dataset.items.firstIndex(of: $0) }
    let own = Matrix(places.map { row in places.map { matrix[row, $0] } })
    func cells(_ values: Matrix, _ name: String) -> Table {
      Table(name: name, header: outside.items, values: values.elements)
    }
    let tables = [
      cells(own, "\(course.measure.fileStem)-best"), cells(outside.mean, "rsa-given"),
    ]
    let title =
      outside.tables.count == 1
      ? outside.tables[0] : "Mean of \(outside.tables.count) tables, each divided by its largest"
    let titles = ["\(course.measure.matrixName) at epoch \(outside.bestEpoch) (\(course.measure.title))", title]
    let panels = tables.indices.map { index in
      let area = Panel.Area(
        in: size, left: 110 + 620 * Double(index), right: 740 - 620 * Double(index), bottom: 125, top: 45)
      let bar = area.right + 10 / Double(size.width)
      let values = tables[index].values.filter(\.isFinite)
      return Panel(
        area: area, title: titles[index], x: .names(outside.items, rotated: true, atMost: 24),
        y: .names(outside.items, fromTop: true, atMost: 24),
        colors: index == 0
          ? course.measure.colors(largest: own.largestMagnitude, bar: bar) : Self.colors(values, bar: bar),
        layers: [.cells(CellGrid(tables[index]))])
    }
    return Figure(
      name: "rsa-given", caption: "Similarities in \(subject.dataset.identifier) beside those from outside", size: size,
      panels: panels, tables: tables)
  }

  private static func colors(_ values: [Double], bar left: Double) -> ColorScale {
    let (low, high) = (values.reduce(values.first ?? 0, min), values.reduce(values.first ?? 0, max))
    let range = Axis.Range.rounded(low, high, significant: 3)
    let marks = [range.from, range.to].map { Axis.Mark($0.significant(3), at: $0) }
    return ColorScale(
      .viridis, range: range, bar: ColorScale.Bar(left: left, label: nil, marks: .named(marks, rotated: false)))
  }
}
