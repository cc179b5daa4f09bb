import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

extension Decomposition {
  /// A row for each mode: the items it distinguishes, its strength, its features; above the features, in the same columns,
  /// the data, which is the sum of the modes.
  func figure(_ result: Result, _ parts: Parts, of dataset: Dataset) -> Figure {
    let layout = Layout(
      modes: parts.modes.objectAnalyzers.rows, inputs: parts.map.rows, alone: parts.shown.alone.count,
      hasTogether: !parts.shown.together.isEmpty)
    var panels: [Panel] = []
    var tables: [Table] = []
    func add(_ panel: (panel: Panel, tables: [Table])) {
      panels.append(panel.panel)
      tables += panel.tables
    }
    if !result.modes.isEmpty {
      add(Self.explained(parts.modes, at: layout.explained))
      add(Self.items(parts.modes, of: dataset, in: layout))
      add(Self.strengths(result, in: layout))
    }
    let groups = FeatureGroups(dataset, parts.shown.together)
    let columns = FeatureColumns(groups, order: Self.order(groups, parts))
    for area in [layout.together, layout.alone].compactMap(\.self) {
      let isAlone = area == layout.alone
      add(Self.data(parts, dataset, isAlone ? nil : (groups, columns), isLast: area == layout.last, in: layout))
      guard !result.modes.isEmpty else { continue }
      add(Self.features(parts, dataset, isAlone ? nil : (groups, columns), isLast: area == layout.last, in: layout))
    }
    return Figure(
      name: "decomposition",
      caption:
        "\(dataset.identifier) as a sum of modes: items, strength and features of each mode, and their sum",
      size: layout.size, panels: panels, tables: tables)
  }

  /// Groups ordered by the signs of the first mode's entries, then of the second's, …, then by their targets.
  private static func order(_ groups: FeatureGroups, _ parts: Parts) -> [Int] {
    let synthesizers = parts.modes.featureSynthesizers
    let keys = groups.representatives.map { feature in
      // Entries of rounding size have no sign.
      (0..<synthesizers.rows).map { mode in
        let entry = synthesizers[mode, feature] * Double(parts.map.columns).squareRoot()
        return entry > 1e-6 ? 0.0 : entry < -1e-6 ? 2 : 1
      } + parts.map.column(feature).map { -$0 }
    }
    return keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
  }

  /// The share of the variance explained by the first modes.
  private static func explained(_ modes: InputOutputModes, at area: Panel.Area) -> (panel: Panel, tables: [Table]) {
    let shares = modes.sharesOfVariance.prefix(modes.objectAnalyzers.rows)
    let sums = shares.reduce(into: [0.0]) { $0.append(min(1, $0[$0.count - 1] + $1)) }
    let table = Table(
      name: "decomposition-explained",
      columns: [("x", sums.indices.map(Double.init)), ("y", sums)])
    let step = (sums.count + 11) / 12
    let marks = stride(from: 0, to: sums.count, by: step).map { Axis.Mark(String($0), at: Double($0)) }
    let panel = Panel(
      area: area, title: "Variance explained",
      x: Axis(
        "number of modes, the strongest first", range: Axis.Range(0, Double(sums.count - 1) + 0.2),
        marks: .named(marks, rotated: false)),
      y: Axis(
        range: Axis.Range(0, 1.05),
        marks: .named(
          [Axis.Mark("0", at: 0), Axis.Mark("½", at: 0.5), Axis.Mark("1", at: 1)], rotated: false)),
      layers: [
        .level(1, .guide, title: nil),
        .curve(Curve(table: table.name, x: "x", y: "y", style: LineStyle(.category(0)), title: nil)),
        .points(table: table.name, .category(0)),
      ])
    return (panel, [table])
  }

  /// Vᵀ, modes × inputs.
  private static func items(_ modes: InputOutputModes, of dataset: Dataset, in layout: Layout) -> (
    panel: Panel, tables: [Table]
  ) {
    let table = Table(
      name: "decomposition-items", header: dataset.inputNames, values: modes.objectAnalyzers.elements)
    let panel = Panel(
      area: layout.items, title: dataset.isOneHot ? "Items, Vᵀ" : "Inputs, Vᵀ",
      x: .names(dataset.inputNames, rotated: true, atMost: 22),
      y: .names((1...modes.objectAnalyzers.rows).map { "mode \($0)" }, fromTop: true),
      colors: .signed(modes.objectAnalyzers.elements, barLeft: layout.barLeft(of: layout.items)),
      layers: [.cells(CellGrid(table))])
    return (panel, [table])
  }

  /// S as bars with their values; nearly equal modes are bracketed.
  private static func strengths(_ result: Result, in layout: Layout) -> (panel: Panel, tables: [Table]) {
    let largest = result.modes[0].singularValue
    let bars = Table(
      name: "decomposition-strengths", header: ["x1", "y1", "x2", "y2"],
      values: result.modes.enumerated().flatMap { index, mode in
        [0, Double(index), mode.singularValue, Double(index)]
      })
    let right = 2.05 * largest
    let brackets = Table(
      name: "decomposition-nearly-equal", header: ["x1", "y1", "x2", "y2"],
      values: result.nearlyEqual.flatMap { group in
        let (first, last) = (Double(group[0]) - 1.3, min(Double(group[1] - 1), Double(result.modes.count - 1)) + 0.3)
        return [
          right, first, right, last, right - 0.06 * largest, first, right, first, right - 0.06 * largest, last, right,
          last,
        ]
      })
    let texts = result.modes.enumerated().map { index, mode in
      Layer.name(
        "\(mode.singularValue.significant()) (\(mode.shareOfVariance.percentText))", x: mode.singularValue,
        y: Double(index), onTheLeft: false)
    }
    let isBracketed = !result.nearlyEqual.isEmpty
    let panel = Panel(
      area: layout.strengths, title: "Strength S (share of variance)",
      x: Axis(
        isBracketed ? "]: nearly equal modes" : nil, range: Axis.Range(0, 2.15 * largest),
        marks: .none),
      y: Axis(range: Axis.Range(Double(result.modes.count) - 0.5, -0.5), marks: .none),
      layers: [.segments(table: bars.name, LineStyle(.category(0), width: 12))] + texts
        + (isBracketed ? [.segments(table: brackets.name, LineStyle(.darkGrey, width: 1.5))] : []))
    return (panel, isBracketed ? [bars, brackets] : [bars])
  }
}

extension Decomposition {
  /// Features side by side, or nil for those that stand alone.
  typealias Together = (groups: FeatureGroups, columns: FeatureColumns)

  /// Uᵀ, modes × features.
  static func features(
    _ parts: Parts, _ dataset: Dataset, _ together: Together?, isLast: Bool, in layout: Layout
  ) -> (panel: Panel, tables: [Table]) {
    let synthesizers = parts.modes.featureSynthesizers
    let scale = ColorScale.signed(synthesizers.elements, barLeft: isLast ? layout.featureBarLeft : nil)
    return panel(
      parts, dataset, together, name: "decomposition-features", rows: synthesizers.rows,
      value: { synthesizers[$0, $1] },
      area: layout.lower, title: layout.isNarrow ? "All, Uᵀ" : "Features, Uᵀ",
      y: Axis(range: Axis.Range(Double(synthesizers.rows) - 0.5, -0.5), marks: .none), scale, isNamed: true, layout)
  }

  /// W*ᵀ, inputs × features: Y for one-hot inputs.
  static func data(
    _ parts: Parts, _ dataset: Dataset, _ together: Together?, isLast: Bool, in layout: Layout
  ) -> (panel: Panel, tables: [Table]) {
    let isBinary = dataset.isOneHot && dataset.hasBinaryTargets && !(together?.columns.isBinned ?? false)
    let barLeft = isLast ? layout.featureBarLeft : nil
    var scale = ColorScale.signed(parts.map.elements, barLeft: barLeft)
    // Means of no and yes have the colours of no and yes, not those of signed values.
    if dataset.isOneHot, dataset.hasBinaryTargets { scale.palette = .whiteToBlue }
    if isBinary {
      scale = .targets(of: dataset, barLeft: barLeft ?? 0)
      if barLeft == nil { scale.bar = nil }
    }
    let isFirst = together != nil || layout.together == nil
    let names = Axis.names(
      dataset.inputNames, fromTop: true, atMost: max(1, Int(layout.upperHeight / 16)))
    return panel(
      parts, dataset, together, name: "decomposition-data", rows: parts.map.rows, value: { parts.map[$0, $1] },
      area: layout.upper,
      title: (dataset.itemInputs.isStandard ? "Data Y" : "Map W*")
        + (layout.isNarrow ? "" : parts.isWhole ? ": sum of the modes below" : ": sum of all modes"),
      y: isFirst ? names : Axis(range: names.range, marks: .none), scale, isNamed: parts.modes.singularValues.isEmpty,
      layout)
  }

  private static func panel(
    _ parts: Parts, _ dataset: Dataset, _ together: Together?, name: String, rows: Int,
    value: (_ row: Int, _ feature: Int) -> Double, area: (Panel.Area) -> Panel.Area, title: String, y: Axis,
    _ colors: ColorScale, isNamed: Bool, _ layout: Layout
  ) -> (panel: Panel, tables: [Table]) {
    let isOnly = layout.together == nil || layout.alone == nil
    guard let together else {
      let alone = parts.shown.alone
      let table = Table(
        name: isOnly ? name : "\(name)-named", header: alone.map { dataset.features[$0] },
        values: (0..<rows).flatMap { row in alone.map { value(row, $0) } })
      var x = Axis.names(table.header, rotated: true, atMost: ShownFeatures.largestNamedCount)
      if !isNamed { x.marks = .none }
      if isNamed, parts.shown.unnamedCount > 0 { x.label = "most important named features" }
      return (
        Panel(
          area: area(layout.alone ?? layout.last), title: isOnly ? title : "Named", x: x, y: y, colors: colors,
          layers: [.cells(CellGrid(table))]), [table]
      )
    }
    let representatives = together.groups.representatives
    let table = together.columns.table(name: name, rows: rows) { value($0, representatives[$1]) }
    var x = together.columns.axis(ordered: layout.isNarrow ? "" : ", sorted by the signs of the modes")
    x.marks = .none
    if !isNamed { x.label = nil }
    return (
      Panel(
        area: area(layout.together ?? layout.last), title: title, x: x, y: y, colors: colors,
        layers: [.runs(table: table.name)]), [table]
    )
  }
}

extension ColorScale {
  /// Signed values around zero, with a colour bar if its position is given.
  static func signed(_ values: [Double], barLeft: Double?) -> ColorScale {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let limit = largest > 0 ? largest.rounded(significant: 3) : 1
    let marks = [-limit, 0, limit].map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    return ColorScale(
      .diverging, range: Axis.Range(-limit, limit),
      bar: barLeft.map { Bar(left: $0, label: nil, marks: .named(marks, rotated: false)) })
  }
}
