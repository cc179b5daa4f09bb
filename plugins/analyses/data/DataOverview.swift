import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// The dataset itself: the inputs and the targets.
struct DataOverview: AnalysisPlugin {
  static let identifier = "data"
  static let summary = "The dataset itself: items, features, and the tree they were sampled on"
  static let tutorialPosition: Int? = 1

  static let sampleItem = Parameter("item", default: 1, in: 1...4096, help: "item shown alone, counted from 1")
  static let parameters = [sampleItem.declaration]

  struct Result: Encodable, Sendable {
    let items: [String]
    let featureCount: Int
    let namedFeatures: [String]
    let isOneHot: Bool
    /// The singular values of the regression map W*.
    let singularValues: [Double]
    let shownItem: String
  }

  func check(_ subject: AnalysisSubject) throws {
    let (dataset, item) = (subject.dataset, subject.values[Self.sampleItem])
    guard item <= dataset.itemCount else {
      throw SettingsError.refused(
        name: Self.sampleItem.declaration.name, text: String(item),
        allowed: "an item of '\(dataset.identifier)', from 1 to \(dataset.itemCount)")
    }
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [] }

  /// The summary is empty: every run prints the dataset's size and names, and `modes` the strengths.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let dataset = subject.dataset
    let result = Result(
      items: dataset.items, featureCount: dataset.featureCount, namedFeatures: dataset.features.named,
      isOneHot: dataset.isOneHot, singularValues: try dataset.targetSingularValues(),
      shownItem: dataset.items[subject.values[Self.sampleItem] - 1])
    let negligible = ModeThreshold.negligible(beside: result.singularValues.first ?? 0)
    let values = result.singularValues.prefix(8).map { $0 > negligible ? $0.significant() : "0" }
    let more = result.singularValues.count > 8 ? " …" : ""
    return Analysis(
      result: result, summary: [],
      details: ["singular values of the regression map W*: \(values.joined(separator: ", "))\(more)"],
      figures: try figures(of: dataset, sampleItem: subject.values[Self.sampleItem] - 1))
  }
}

/// A small panel for inputs beside a wide one for features, with room for a colour bar.
struct PanelPair {
  let size: Figure.Size
  let left: Panel.Area
  let right: Panel.Area
  let barLeft = 0.925
  let leftBarLeft = 0.336

  /// - Parameter height: of the picture in pixels; names below the axes take 150 of them.
  init(height: Int) {
    size = Figure.Size(width: 1100, height: height)
    left = Panel.Area(in: size, left: 110, right: 740, bottom: 150)
    right = Panel.Area(in: size, left: 470, right: 95, bottom: 150)
  }
}

extension ColorScale {
  /// White and blue for labels; a sequential scale for other inputs.
  static func inputs(of dataset: Dataset, barLeft: Double) -> ColorScale {
    dataset.isOneHot
      ? ColorScale(.whiteToBlue, range: Axis.Range(0, 1)) : amounts(dataset.inputs.elements, barLeft: barLeft)
  }

  /// No and yes for binary targets; a sequential scale for others.
  static func targets(of dataset: Dataset, barLeft: Double) -> ColorScale {
    if dataset.hasBinaryTargets {
      let marks = Axis.Marks.named([Axis.Mark("no", at: -0.5), Axis.Mark("yes", at: 0.5)], rotated: false)
      return ColorScale(.noYes, range: Axis.Range(-1, 1), bar: Bar(left: barLeft, label: nil, marks: marks))
    }
    return amounts(dataset.targets.elements, barLeft: barLeft)
  }

  private static func amounts(_ values: [Double], barLeft: Double) -> ColorScale {
    let (low, high) = (values.reduce(values[0], min), values.reduce(values[0], max))
    let range = Axis.Range.rounded(low, high, significant: 3)
    let digits = range.digits(atLeast: 3)
    let marks = [range.from, range.to].map { Axis.Mark($0.significant(digits), at: $0) }
    return ColorScale(
      .viridis, range: range, bar: Bar(left: barLeft, label: nil, marks: .named(marks, rotated: false)))
  }
}

extension DataOverview {
  private func figures(of dataset: Dataset, sampleItem: Int) throws -> [Figure] {
    var figures = [samples(dataset), sample(dataset, item: sampleItem), features(dataset)]
    if let tree = dataset.tree { figures.append(diffusionTree(tree, of: dataset)) }
    if let spectrum = try dataset.populationSpectrum() { figures.append(try self.spectrum(spectrum, of: dataset)) }
    return figures
  }

  /// Labels beside the features of all items.
  private func samples(_ dataset: Dataset) -> Figure {
    let strip = FeatureStrip(dataset)
    let runs = strip.table(name: "samples-features", items: Array(0..<dataset.itemCount))
    let pair = PanelPair(height: 440)
    return Figure(
      name: "samples", caption: "Inputs and features of all items of \(dataset.identifier)", size: pair.size,
      panels: [
        inputs(dataset, items: Array(0..<dataset.itemCount), table: "samples-inputs", in: pair),
        Panel(
          area: pair.right, title: "Features", x: strip.axis(of: dataset.features),
          y: itemAxis(dataset, dataset.items),
          colors: ColorScale.targets(of: dataset, barLeft: pair.barLeft),
          layers: [.runs(table: runs.name)]),
      ],
      tables: [inputTable(dataset, items: Array(0..<dataset.itemCount), name: "samples-inputs"), runs])
  }

  /// The same for one item.
  private func sample(_ dataset: Dataset, item: Int) -> Figure {
    let strip = FeatureStrip(dataset, tellingApartLast: item)
    let runs = strip.table(name: "sample-features", items: [item])
    let pair = PanelPair(height: 250)
    return Figure(
      name: "sample", caption: "Input and features of \(dataset.items[item])", size: pair.size,
      panels: [
        inputs(dataset, items: [item], table: "sample-inputs", in: pair),
        Panel(
          area: pair.right, title: "Features of \(dataset.items[item])", x: strip.axis(of: dataset.features),
          y: itemAxis(dataset, [dataset.items[item]]),
          colors: ColorScale.targets(of: dataset, barLeft: pair.barLeft),
          layers: [.runs(table: runs.name)]),
      ],
      tables: [inputTable(dataset, items: [item], name: "sample-inputs"), runs])
  }

  /// Labels beside the last ten features, all with their names.
  private func features(_ dataset: Dataset) -> Figure {
    let shown = max(0, dataset.featureCount - 10)..<dataset.featureCount
    let table = Table(
      name: "features", header: shown.map { dataset.features[$0] }, values: dataset.targets.columns(shown).elements)
    let pair = PanelPair(height: 520)
    return Figure(
      name: "features", caption: "Inputs and the last features of \(dataset.identifier), with their names",
      size: pair.size,
      panels: [
        inputs(dataset, items: Array(0..<dataset.itemCount), table: "features-inputs", in: pair),
        Panel(
          area: pair.right,
          title: shown.count < dataset.featureCount ? "The last \(shown.count) features" : "Features",
          x: .names(table.header, rotated: true), y: itemAxis(dataset, dataset.items),
          colors: ColorScale.targets(of: dataset, barLeft: pair.barLeft), layers: [.cells(CellGrid(table))]),
      ],
      tables: [inputTable(dataset, items: Array(0..<dataset.itemCount), name: "features-inputs"), table])
  }

  private func inputs(_ dataset: Dataset, items: [Int], table: String, in pair: PanelPair) -> Panel {
    Panel(
      area: pair.left, title: dataset.isOneHot ? "Labels" : "Inputs",
      x: .names(dataset.inputNames, rotated: true),
      y: .names(items.map { dataset.items[$0] }, fromTop: true),
      colors: ColorScale.inputs(of: dataset, barLeft: pair.leftBarLeft),
      layers: [.cells(CellGrid(inputTable(dataset, items: items, name: table)))])
  }

  /// The items beside the features; only beside the inputs if there is a colour bar in between.
  private func itemAxis(_ dataset: Dataset, _ items: [String]) -> Axis {
    var axis = Axis.names(items, fromTop: true)
    if !dataset.isOneHot { axis.marks = .none }
    return axis
  }

  private func inputTable(_ dataset: Dataset, items: [Int], name: String) -> Table {
    Table(name: name, header: dataset.inputNames, values: items.flatMap { dataset.inputs.row($0) })
  }

  /// The probability of a flip; if levels differ, of each.
  private static func flips(_ tree: DiffusionTree) -> String {
    let flips = tree.flipProbabilities
    let isOne = flips.allSatisfy { $0 == flips[0] }
    return isOne ? flips[0].significant() : flips.map { $0.significant() }.joined(separator: ", ") + " (level by level)"
  }

  /// The tree on which features diffuse, its items at the leaves.
  private func diffusionTree(_ tree: DiffusionTree, of dataset: Dataset) -> Figure {
    let layout = TreeLayout(tree)
    let isLarge = tree.leafCount > 40
    let size = Figure.standardSize
    return Figure(
      name: "tree", caption: "The diffusion tree of \(dataset.identifier)",
      panels: [
        Panel(
          area: Panel.Area(in: size, bottom: tree.leafCount > 8 ? 110 : 65),
          title: "Each feature starts at the root; every branch flips its sign with probability "
            + Self.flips(tree),
          x: isLarge
            ? Axis("item", range: Axis.Range(-0.5, Double(tree.leafCount) - 0.5))
            : .names(dataset.items, rotated: tree.leafCount > 8, atMost: 40),
          y: Axis(
            "level", range: Axis.Range(Double(tree.levels) + 0.15, -0.25),
            marks: .named((0...tree.levels).map { Axis.Mark(String($0), at: Double($0)) }, rotated: false)),
          layers: [.segments(table: "tree-branches", LineStyle(.darkGrey)), .points(table: "tree-nodes", .category(0))]
            + layout.groups.map { .text($0.name, x: $0.x, y: $0.y, onTheLeft: $0.isLeftChild) })
      ],
      tables: [layout.branches, layout.nodes])
  }
}

/// The positions of a tree's nodes: leaves side by side in one row, every other node above the middle of its children.
struct TreeLayout {
  let branches: Table
  let nodes: Table
  /// The named groups and their positions.
  let groups: [(name: String, x: Double, y: Double, isLeftChild: Bool)]

  init(_ tree: DiffusionTree) {
    var level = (0..<tree.nodeCount).map { Double(tree.level(of: $0)) }
    // All items are in one row, above their names, even where branches are shorter.
    for leaf in tree.leaves { level[leaf] = Double(tree.levels) }
    var x = [Double](repeating: 0, count: tree.nodeCount)
    for (item, leaf) in tree.leaves.enumerated() { x[leaf] = Double(item) }
    // A parent has a smaller number than its children, and the first child the smallest number among them.
    var children = [(first: Int, last: Int)?](repeating: nil, count: tree.nodeCount)
    for node in x.indices.reversed() {
      if let (first, last) = children[node] { x[node] = (x[first] + x[last]) / 2 }
      if let parent = tree.parent(of: node) { children[parent] = (node, children[parent]?.last ?? node) }
    }
    // The branch from the parent arrives on one side of a node; the name is on the other.
    groups = tree.groupNames.sorted { $0.key < $1.key }.map { [x] node, name in
      (name, x[node], level[node], tree.parent(of: node).map { x[node] < x[$0] } ?? false)
    }
    nodes = Table(name: "tree-nodes", header: ["x", "y"], values: x.indices.flatMap { [x[$0], level[$0]] })
    branches = Table(
      name: "tree-branches", header: ["x1", "y1", "x2", "y2"],
      values: x.indices.flatMap { node in
        tree.parent(of: node).map { [x[$0], level[$0], x[node], level[node]] } ?? []
      })
  }
}
