internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension SweepFigures {
  /// A map of each quantity for which any cell has a value.
  func maps(of subject: Subject) -> [Figure] {
    guard let x, let y else { return [] }
    let layout = MapLayout(x: x, y: y)
    let limit = StabilityLimit(self, of: subject)
    return quantities.compactMap { map($0, of: subject, x, y, layout, limit) }
  }

  /// The quantities with a map.
  var quantities: [MapQuantity] {
    // In a history, what it is about comes first.
    MapQuantity.ofPhases(in: table.columns)
      + MapQuantity.all.filter { quantity in
        guard let axis = quantity.axis else { return true }
        return axes.contains { $0.name == axis && $0.count > 1 }
      }
  }

  /// Behind empty cells: lighter than the palette's yellow, and dotted, so that it differs in grey print too.
  private static let ground = Color(0xEC_ECEC)

  private func map(
    _ quantity: MapQuantity, of subject: Subject, _ x: ShownAxis, _ y: ShownAxis, _ layout: MapLayout,
    _ limit: StabilityLimit?
  ) -> Figure? {
    let known = y.values.indices.flatMap { row in
      x.values.indices.map { subject.value(quantity.column, $0, row) }
    }.filter(\.isKnown)
    guard !known.isEmpty else { return nil }
    let scale = quantity.scale(known.map(\.median), barLeft: layout.barLeft)
    let table = table(quantity, of: subject, x, y, lowest: scale.isLogarithmic ? scale.range.from : nil)
    func has(_ flag: String) -> Bool { table.column(flag)?.contains { $0 > 0 } == true }
    var layers: [Layer] = [.listedCells(ListedCells(table, value: quantity.column))]
    if has("is_empty") {
      let columns = Double(x.values.count)
      layers.insert(.band(from: -0.5, to: columns - 0.5, color: Self.ground, title: quantity.empty), at: 0)
      if let dot = layout.dot {
        layers.append(.marks(Marks(table: table.name, flag: "is_empty", shape: dot, title: nil)))
      }
    }
    if has("is_diverged") {
      layers.append(
        .marks(
          Marks(table: table.name, flag: "is_diverged", shape: layout.cross, title: "half or more runs diverged")
        ))
    }
    layers += limit?.layers ?? []
    let median =
      hiddenAxes.map { "Each cell: median over \($0); runs without a value are left out." } ?? "Each cell is one run."
    let cells = y.values.indices.flatMap { row in x.values.indices.map { subject.cell($0, row) } }
    let missing = cells.filter { subject.summaries.runs[$0] == 0 }.count
    let gaps = missing == 0 ? [] : ["Cells without runs: \(missing) of \(cells.count)."]
    let title = quantity.title + subject.ending
    return Figure(
      name: quantity.figure, caption: title, size: layout.size,
      panels: [
        Panel(
          area: layout.area, title: title, x: layout.x, y: layout.y, colors: scale, legend: layout.legend,
          note: ([median] + gaps + (limit?.note.map { [$0] } ?? [])).joined(separator: " "),
          layers: layers)
      ],
      tables: [table] + (limit?.tables ?? []))
  }

  /// A line for each cell: its position, its settings if they are numbers, the quartiles, and the number of runs.
  ///
  /// - Parameter lowest: replaces a median of zero, which does not exist on a logarithmic scale.
  private func table(
    _ quantity: MapQuantity, of subject: Subject, _ x: ShownAxis, _ y: ShownAxis, lowest: Double?
  ) -> Table {
    let (columns, rows) = (x.numbers, y.numbers)
    let header =
      ["x", "y"] + (columns == nil ? [] : [x.name]) + (rows == nil ? [] : [y.name])
      + [quantity.column, "lower_quartile", "upper_quartile", "runs", "runs_with_value", "runs_diverged"]
      + ["is_empty", "is_diverged"]
    var values: [Double] = []
    values.reserveCapacity(header.count * x.values.count * y.values.count)
    for row in y.values.indices {
      for column in x.values.indices {
        let cell = subject.cell(column, row)
        let found = subject.summaries[quantity.column, cell]
        values += [Double(column), Double(row)]
        if let columns { values.append(columns[column]) }
        if let rows { values.append(rows[row]) }
        values += [
          found.median <= 0 ? lowest ?? found.median : found.median, found.lower, found.upper,
          Double(subject.summaries.runs[cell]), Double(found.count), Double(subject.summaries.diverged[cell]),
          found.isKnown ? 0 : 1, subject.summaries.isMostlyDiverged(cell) ? 1 : 0,
        ]
      }
    }
    return Table(name: quantity.figure, header: header, values: values)
  }
}

extension SweepFigures {
  /// Curves over the horizontal axis; without one, the half-rises side by side.
  func curves(of subject: Subject) -> [Figure] {
    guard let x else { return halfRiseStrip(of: subject).map { [$0] } ?? [] }
    let middle = y.map { ($0.values.count - 1) / 2 } ?? 0
    let halfRises = subject.series.enumerated().map { index, series in
      BandedCurve(
        column: series.column.replacing("half_rise_", with: ""),
        title: Self.title(index, subject.series.map(\.title)), color: .category(index),
        points: x.values.indices.map { subject.value(series.column, $0, middle) })
    }
    let fixed = y.map { ", at \($0.title(of: middle))" } ?? ""
    let rows = y.map { Self.spread($0.values.count) } ?? [0]
    func perRow(_ column: String, _ title: String) -> [BandedCurve] {
      rows.enumerated().map { index, row in
        BandedCurve(
          column: y == nil ? column : "row_\(row)", title: y.map { $0.title(of: row) } ?? title,
          color: .category(index), points: x.values.indices.map { subject.value(column, $0, row) })
      }
    }
    let staging = perRow("staging_index", "staging index")
    let measured = MapQuantity.withCurves(in: table.columns).map { quantity in
      figure(
        "\(quantity.figure)-curves", title: "\(quantity.title)\(subject.ending)", label: quantity.label,
        perRow(quantity.column, quantity.label), limit: nil, along: x)
    }
    return measured.compactMap { $0 }
      + [
        figure(
          "half-rises", title: "When \(Self.kind(subject)) are learned\(subject.ending)\(fixed)",
          label: "half-rise epoch", halfRises, limit: limit(of: subject, rows: [middle]), along: x),
        figure(
          "staging-curves", title: "Separation of stages\(subject.ending)", label: "staging index", staging,
          limit: limit(of: subject, rows: rows), along: x),
      ].compactMap { $0 }
  }

  private static func kind(_ subject: Subject) -> String {
    subject.series.first?.title.hasPrefix("level") == true ? "levels" : "modes"
  }

  /// The first have their own names; all others share one.
  private static func title(_ index: Int, _ titles: [String]) -> String? {
    let named = Color.categories.count
    if index < named || (index == named && titles.count == named + 1) { return titles[index] }
    return index == named ? "\(titles[index]) and later ones" : nil
  }

  /// At most as many indices as there are colours, from the first to the last, evenly.
  private static func spread(_ count: Int) -> [Int] {
    let most = Color.categories.count
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { ($0 * (count - 1) + (most - 1) / 2) / (most - 1) }
  }

  /// The stability limit if the learning rate is the horizontal axis and the limit is the same for all curves.
  private func limit(of subject: Subject, rows: [Int]) -> Double? {
    guard showsTheory, let x, x.name == "eta", x.scale != .byIndex else { return nil }
    let limits = rows.map { row in
      Quartiles(x.values.indices.map { subject.value("stable_eta", $0, row).median }).median
    }
    guard let first = limits.first, limits.allSatisfy({ ($0 - first).magnitude <= 1e-6 * first }) else { return nil }
    return first
  }

  private func figure(
    _ name: String, title: String, label: String, _ curves: [BandedCurve], limit: Double?, along x: ShownAxis
  ) -> Figure? {
    let curves = curves.filter { $0.points.contains(where: \.isKnown) }
    guard !curves.isEmpty else { return nil }
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 330, bottom: 112)
    let line = CurveAxis(x)
    let y = Self.vertical(label, curves, isLogarithmic: x.scale == .logarithmic && name == "half-rises")
    // Sorted by their positions on the axis.
    let order = x.values.indices.sorted { line.places[$0] < line.places[$1] }
    let table = Table(
      name: name,
      columns: [(line.column, order.map { line.places[$0] })] + curves.flatMap { $0.columns(in: order) })
    var layers = curves.filter(\.hasBand).map { $0.band(table, x: line.column) }
    if name == "staging-curves", let range = y.range, range.from < 1, range.to > 1 {
      layers.append(.level(1, LineStyle.guide, title: "index 1: plateaus appear"))
    }
    var tables = [table]
    if let limit, let range = line.axis.range, let ends = y.range, (range.from...range.to).contains(limit) {
      let limits = Table(
        name: "\(name)-limit", columns: [("stable_eta", [limit, limit]), ("y", [ends.from, ends.to])])
      tables.append(limits)
      layers.append(
        .curve(Curve(table: limits.name, x: "stable_eta", y: "y", style: .theory, title: StabilityLimit.title)))
    }
    layers += curves.map { $0.line(table, x: line.column) }
    let bands = curves.contains(where: \.hasBand) ? "; bands: middle half (25–75 %)" : ""
    let note = hiddenAxes.map { "Lines: median over \($0)\(bands); runs without a value are left out." }
    return Figure(
      name: name, caption: title, size: size,
      panels: [
        Panel(
          area: area, title: title, x: line.axis, y: y, legend: .beside(area, in: size), note: note,
          layers: layers)
      ],
      tables: tables)
  }

  private static func vertical(_ label: String, _ curves: [BandedCurve], isLogarithmic: Bool) -> Axis {
    let values = curves.flatMap(\.points).filter(\.isKnown).flatMap { [$0.lower, $0.upper] }
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    if isLogarithmic, least > 0, most / least > 50 {
      return Axis(label, range: Axis.Range(least.decadeBelow, most.decadeAbove), isLogarithmic: true)
    }
    guard least < 0.02 * most || least <= 0 else { return .fromZero(label, values) }
    // A curve along zero would be hidden by the axis.
    let low = min(least, 0)
    let high = most > low ? max(most, 0) : low + 1
    let room = 0.03 * (high - low)
    return Axis(label, range: .rounded(low - room, high + room, significant: 3))
  }

  /// The half-rises side by side, if there is no axis for curves.
  private func halfRiseStrip(of subject: Subject) -> Figure? {
    let values = subject.series.map { subject.value($0.column, 0, 0) }
    guard values.contains(where: \.isKnown) else { return nil }
    let size = Figure.Size(width: 900, height: 560)
    let places = values.indices.filter { values[$0].isKnown }.map(Double.init)
    let known = values.filter(\.isKnown)
    let hasBand = known.contains { $0.count > 1 }
    let one = [Double](repeating: 1, count: known.count)
    let table = Table(
      name: "half-rises",
      columns: [
        ("x", places), ("y", known.map(\.median)), ("lower_quartile", known.map(\.lower)),
        ("upper_quartile", known.map(\.upper)), ("runs_with_value", known.map { Double($0.count) }), ("is_known", one),
      ])
    let bars = Table(
      name: "half-rises-quartiles",
      columns: [("x1", places), ("y1", known.map(\.lower)), ("x2", places), ("y2", known.map(\.upper))])
    let title = "When \(Self.kind(subject)) are learned\(subject.ending)"
    let room = 40 / Double(subject.series.count)
    return Figure(
      name: "half-rises", caption: title, size: size,
      panels: [
        Panel(
          area: Panel.Area(in: size, bottom: 112), title: title,
          x: .names(subject.series.map(\.title), rotated: false, atMost: 10),
          y: .fromZero("half-rise epoch", known.map(\.upper)),
          note: hiddenAxes.map { "Points: median over \($0); bars: middle half (25–75 %)." },
          layers: (hasBand ? [.segments(table: bars.name, LineStyle(Color(0x9CC4DF), width: min(14, room)))] : [])
            + [.points(table: table.name, .category(0))])
      ],
      tables: [table] + (hasBand ? [bars] : []))
  }
}
