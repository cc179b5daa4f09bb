import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

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
      area: layout.lower, title: layout.isNarrow ? "All, Uᵀ" : "Features carried, Uᵀ",
      y: Axis(range: Axis.Range(Double(synthesizers.rows) - 0.5, -0.5), marks: .none), scale, isNamed: true, layout)
  }

  /// W*ᵀ, inputs × features: Y for one-hot inputs.
  static func data(
    _ parts: Parts, _ dataset: Dataset, _ together: Together?, isLast: Bool, in layout: Layout
  ) -> (panel: Panel, tables: [Table]) {
    let isBinary = dataset.isOneHot && dataset.hasBinaryTargets && !(together?.columns.isBinned ?? false)
    let barLeft = isLast ? layout.featureBarLeft : nil
    var scale = ColorScale.signed(parts.map.elements, barLeft: barLeft)
    // Means of no and yes have the colours of no and yes, not those of signs.
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
      title: (dataset.isOneHot ? "The data Y" : "The map W*")
        + (layout.isNarrow ? "" : parts.isWhole ? ", the sum of the modes below" : ", the sum of all modes"),
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
      if isNamed, parts.shown.unnamedCount > 0 { x.label = "the named ones with most of the modes" }
      return (
        Panel(
          area: area(layout.alone ?? layout.last), title: isOnly ? title : "Named", x: x, y: y, colors: colors,
          layers: [.cells(CellGrid(table))]), [table]
      )
    }
    let representatives = together.groups.representatives
    let table = together.columns.table(name: name, rows: rows) { value($0, representatives[$1]) }
    var x = together.columns.axis(ordered: layout.isNarrow ? "" : " by the signs of the modes")
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
  /// Signed values around zero, with a bar if it has a place.
  static func signed(_ values: [Double], barLeft: Double?) -> ColorScale {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let limit = largest > 0 ? largest.rounded(significant: 3) : 1
    let marks = [-limit, 0, limit].map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    return ColorScale(
      .diverging, range: Axis.Range(-limit, limit),
      bar: barLeft.map { Bar(left: $0, label: nil, marks: .named(marks, rotated: false)) })
  }
}
