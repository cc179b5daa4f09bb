import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension DataOverview {
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let dataset = subject.dataset
    var figures = [samples(dataset), sample(dataset, item: subject.values[Self.sampleItem] - 1), features(dataset)]
    if let tree = dataset.tree { figures.append(diffusionTree(tree, of: dataset)) }
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

  /// The items beside the features; only once, beside the inputs, where those have a colour bar in between.
  private func itemAxis(_ dataset: Dataset, _ items: [String]) -> Axis {
    var axis = Axis.names(items, fromTop: true)
    if !dataset.isOneHot { axis.marks = .none }
    return axis
  }

  private func inputTable(_ dataset: Dataset, items: [Int], name: String) -> Table {
    Table(name: name, header: dataset.inputNames, values: items.flatMap { dataset.inputs.row($0) })
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
          title: "Each feature passes down from the root; a branch flips it with probability "
            + tree.flipProbability.significant(),
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
