internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension SweepFigures {
  /// A map of each quantity that any cell has a value of.
  func maps(of subject: Subject) -> [Figure] {
    guard let x, let y else { return [] }
    let layout = MapLayout(x: x, y: y)
    let limit = StabilityLimit(self, of: subject)
    return MapQuantity.all.compactMap { map($0, of: subject, x, y, layout, limit) }
  }

  /// Behind empty cells: lighter than the palette's yellow, and dotted, to be another thing in grey print too.
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
          Marks(table: table.name, flag: "is_diverged", shape: layout.cross, title: "half or more of the runs diverged")
        ))
    }
    layers += limit?.layers ?? []
    let median =
      hiddenAxes.map { "Each cell: median over \($0), of the runs that have a value." } ?? "Each cell is one run."
    let cells = y.values.indices.flatMap { row in x.values.indices.map { subject.cell($0, row) } }
    let missing = cells.filter { subject.summaries.runs[$0] == 0 }.count
    let gaps = missing == 0 ? [] : ["Cells without any run: \(missing) of \(cells.count)."]
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

  /// A line for each cell: its place, its settings where they are numbers, the quartiles, and how many runs are behind.
  ///
  /// - Parameter lowest: stands for a median of zero, which has no place on a logarithmic scale.
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
