public import Gnuplot
internal import LearningDynamics
internal import Support

/// The figures of a sweep: maps over two of its settings, and curves over one, drawn from its table.
///
/// Each cell of a map, and each point of a curve, is the median over all runs that agree on what is shown: over seeds, and
/// over every other number that was varied. Each word that was varied (units, optimizers) has its own figures. The table is read as a stream, several times; in memory there is one number
/// (8 bytes) for each run and quantity in work, 64 MB of them at a time, or those of one quantity. More than 50 million runs
/// after filtering are refused.
public struct SweepFigures: Sendable {
  let table: SweepTable
  let axes: [ShownAxis]
  let x: ShownAxis?
  let y: ShownAxis?
  let filters: [(name: String, value: String)]
  let showsTheory: Bool
  /// The parts of the figures' last line: what was varied and what was fixed.
  var origin: [String] = []

  /// Chooses what is drawn, and reads the table's header.
  ///
  /// - Parameters:
  ///   - path: the table of the sweep, `sweep.tsv`.
  ///   - axes: the settings that were varied, by the names of their columns, with their values in order and the number of
  ///     values; for a setting that is on neither axis the number is enough.
  ///   - x: the setting along the horizontal axis. When nil: `eta` if it was varied, else the first one that is neither
  ///     `seed` nor `dataset` and has two values.
  ///   - y: the setting along the vertical axis of maps. When nil: `gamma` if the other is `eta`, otherwise the first one left;
  ///     without any there are no maps.
  ///   - filters: only runs with this text, or this number, in a column are drawn. With several values for one column, one
  ///     must match; with several columns, all must match.
  ///   - showsTheory: whether the largest stable learning rate is drawn.
  /// - Throws: ``SweepTableError``.
  public init(
    table path: String, axes: [(name: String, values: [String], count: Int)], x: String? = nil, y: String? = nil,
    where filters: [(name: String, value: String)] = [], showsTheory: Bool = true
  ) throws {
    try self.init(try SweepTable(path), axes: axes, x: x, y: y, where: filters, showsTheory: showsTheory)
  }

  /// As ``init(table:axes:x:y:where:showsTheory:)``, of a table that was opened.
  init(
    _ table: SweepTable, axes: [(name: String, values: [String], count: Int)], x: String?, y: String?,
    where filters: [(name: String, value: String)], showsTheory: Bool
  ) throws {
    self.table = table
    let path = table.path
    self.filters = filters
    self.showsTheory = showsTheory
    let axes = axes.map { axis in
      let asked = filters.filter { $0.name == axis.name }.map(\.value)
      guard !asked.isEmpty else { return ShownAxis(name: axis.name, values: axis.values, count: axis.count) }
      let values = axis.values.filter { Self.matches($0, asked) }
      return ShownAxis(name: axis.name, values: values, count: axis.values.isEmpty ? asked.count : values.count)
    }
    self.axes = axes
    func named(_ name: String) throws(SweepTableError) -> ShownAxis {
      guard let axis = axes.first(where: { $0.name == name }) else {
        let names = axes.map(\.name).joined(separator: ", ")
        throw .axis(name: name, reason: "the sweep does not vary it. It varies \(names.isEmpty ? "nothing" : names).")
      }
      guard !axis.values.isEmpty else { throw .noRuns(path: path, filters: filters.map { "\($0.name)=\($0.value)" }) }
      return axis
    }
    if let x, x == y { throw SweepTableError.axis(name: x, reason: "both axes are the same. Choose another for one.") }
    let free = axes.filter { $0.name != "seed" && $0.name != "dataset" && $0.count > 1 }
    func first(_ preferred: String, except other: String?) -> ShownAxis? {
      let left = free.filter { $0.name != other }
      return left.first { $0.name == preferred } ?? left.first
    }
    let chosenX = try x.map { name throws(SweepTableError) in try named(name) } ?? first("eta", except: y)
    self.x = chosenX
    self.y =
      try y.map { name throws(SweepTableError) in try named(name) }
      ?? first(chosenX?.name == "eta" ? "gamma" : "", except: chosenX?.name)
  }

  /// The figures of each dataset, in the order in which the table names them.
  ///
  /// Maps, if there are two axes: `staging`, `convergence`, `final-loss`, and for datasets with a probe `wrong-side` and
  /// `wrong-side-duration`. Curves: `half-rises` and, if there is an axis, `staging-curves`. Quantities without any value are
  /// left out. If the dataset itself is an axis, all figures are in one entry named `all-datasets`.
  ///
  /// - Throws: ``SweepTableError``, `CancellationError`.
  public func figures() throws -> [(dataset: String, figures: [Figure])] {
    let parts = try apart()
    if parts.isEmpty { return try figuresTogether() }
    var all: [(dataset: String, figures: [Figure])] = []
    var error: SweepTableError?
    for part in parts {
      let drawn: [(dataset: String, figures: [Figure])]
      do {
        drawn = try part.figures.figuresTogether()
      } catch let empty as SweepTableError {
        // A filter may leave no run with one of the words.
        guard case .noRuns = empty else { throw empty }
        error = empty
        continue
      }
      for (dataset, figures) in drawn {
        let named = figures.map { figure in
          var figure = figure
          figure.name += "-\(part.name)"
          figure.caption += ", \(part.title)"
          for panel in figure.panels.indices { figure.panels[panel].title? += ", \(part.title)" }
          return figure
        }
        if let index = all.firstIndex(where: { $0.dataset == dataset }) {
          all[index].figures += named
        } else {
          all.append((dataset, named))
        }
      }
    }
    if all.isEmpty, let error { throw error }
    return all
  }

  /// The most combinations of words with figures.
  private static let mostParts = 12

  /// The figures of each combination of words that are on neither axis, such as kinds of units: nothing lies between two words, so
  /// a median over them would be a value that no network has. Empty without such axes, and if there are more than a dozen
  /// combinations.
  private func apart() throws -> [(name: String, title: String, figures: SweepFigures)] {
    let words = axes.filter { axis in
      axis.numbers == nil && axis.values.count > 1
        && !["dataset", "seed", x?.name, y?.name].contains(axis.name)
    }
    guard !words.isEmpty, words.reduce(1, { $0 * $1.values.count }) <= Self.mostParts else { return [] }
    var combinations: [[(name: String, value: String)]] = [[]]
    for axis in words {
      combinations = combinations.flatMap { chosen in axis.values.map { chosen + [(axis.name, $0)] } }
    }
    return try combinations.enumerated().map { index, chosen in
      var part = try SweepFigures(
        table, axes: axes.map { ($0.name, $0.values, $0.count) }, x: x?.name, y: y?.name,
        where: filters.filter { filter in !chosen.contains { $0.name == filter.name } } + chosen,
        showsTheory: showsTheory)
      part.origin = origin
      // Words become parts of file names.
      let name = chosen.map { "\($0.name)-\($0.value)" }.joined(separator: "-").lowercased()
      let plain = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
      let isUnique = chosen.allSatisfy { $0.value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
      return (
        isUnique ? plain : "\(plain.prefix(40))-\(index + 1)",
        chosen.map { "\($0.name) \($0.value)" }.joined(separator: ", "), part
      )
    }
  }

  private func figuresTogether() throws -> [(dataset: String, figures: [Figure])] {
    let groups = try CellGroups(table, x: x, y: y, filters: filters)
    var summaries = try CellSummaries(groups)
    guard summaries.runs.contains(where: { $0 > 0 }) else {
      throw SweepTableError.noRuns(path: table.path, filters: filters.map { "\($0.name)=\($0.value)" })
    }
    let (levels, modes) = (numbered("half_rise_level_"), numbered("half_rise_mode_"))
    try summaries.take(
      ["staging_index"] + levels.map(\.column) + (showsTheory ? ["stable_eta"] : [])
        + (y == nil ? MapQuantity.withCurves(in: table.columns) : quantities).map(\.column))
    let datasets = summaries.groups.datasets
    // The modes of items that are shown unequally often are not those of the levels.
    let variesFrequencies = axes.contains { $0.name.hasPrefix("frequency.") && $0.count > 1 }
    func hasLevels(_ dataset: Int) -> Bool {
      !variesFrequencies && levels.contains { isKnown($0.column, dataset, summaries) }
    }
    if !datasets.indices.allSatisfy(hasLevels) { try summaries.take(modes.map(\.column)) }
    return datasets.indices.map { dataset in
      let subject = Subject(
        dataset: dataset, name: datasets[dataset], summaries: summaries, series: hasLevels(dataset) ? levels : modes)
      let origin = (subject.ending.isEmpty ? [] : [subject.name]) + origin
      let figures = (maps(of: subject) + curves(of: subject)).map { figure in
        var figure = figure
        figure.footer = origin.isEmpty ? nil : origin.joined(separator: " · ")
        return figure
      }
      return (datasets[dataset], figures)
    }
  }

  /// A dataset and the summaries of its cells.
  struct Subject {
    let dataset: Int
    let name: String
    let summaries: CellSummaries
    /// The columns whose half-rises are drawn, with their names.
    let series: [(column: String, title: String)]

    /// ": tree", for the end of a title; empty if all datasets are on one figure.
    var ending: String { name == CellGroups.together ? "" : ": \(name)" }

    func cell(_ x: Int, _ y: Int) -> Int { summaries.groups.cell(dataset: dataset, x: x, y: y) }
    func value(_ quantity: String, _ x: Int, _ y: Int) -> Quartiles { summaries[quantity, cell(x, y)] }
  }

  private func isKnown(_ quantity: String, _ dataset: Int, _ summaries: CellSummaries) -> Bool {
    let count = summaries.groups.rowCount * summaries.groups.columnCount
    return (dataset * count..<(dataset + 1) * count).contains { summaries[quantity, $0].isKnown }
  }

  /// The columns of a kind, such as `half_rise_level_0`, in the order of their numbers.
  private func numbered(_ prefix: String) -> [(column: String, title: String)] {
    let kind = prefix.split(separator: "_").last ?? ""
    let numbers = table.columns.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }
    return numbers.sorted().map { ("\(prefix)\($0)", "\(kind) \($0)") }
  }

  private static func matches(_ value: String, _ asked: [String]) -> Bool {
    asked.contains { $0 == value || (Double($0) != nil && Double($0) == Double(value)) }
  }

  /// "20 seeds and 3 values of hidden": what the median is taken over; nil if each cell is one run.
  var hiddenAxes: String? {
    let isApart = x?.name != "dataset" && y?.name != "dataset"
    let parts = axes.filter { axis in
      axis.count > 1 && axis.name != x?.name && axis.name != y?.name && !(isApart && axis.name == "dataset")
    }.map { axis in
      axis.name == "seed" ? "\(axis.count.grouped) seeds" : "\(axis.count) values of \(axis.name)"
    }
    guard let last = parts.last else { return nil }
    return parts.count == 1 ? last : "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
