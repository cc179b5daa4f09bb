import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

extension Forgetting {
  func figures(_ course: HistoryCourse, of subject: AnalysisSubject) -> [Figure] {
    [lossFigure(course, of: subject), similarityFigure(course, of: subject)].compactMap(\.self)
  }

  /// The curves: of each item, or of many the means of those that stay as they were taught and of the others.
  private struct ShownItems {
    let groups: [(column: String, title: String, items: [Int], style: LineStyle)]

    init(_ dataset: Dataset) {
      let new = Set(dataset.switches.flatMap(\.newItems))
      let changed = new.count < dataset.itemCount ? new : []
      let relatives = Set(dataset.switches.compactMap(\.nearestRelative)).subtracting(changed)
      let colors = Color.categories.count
      if dataset.itemCount <= 2 * (colors - 2) {
        // The new item and its nearest relative have colours that no other item has.
        let first = changed.isEmpty ? 0 : 2
        var other = 0
        groups = dataset.items.indices.map { item in
          let (name, column) = (dataset.items[item], "item_\(item + 1)")
          if changed.contains(item) { return (column, "\(name) (new)", [item], LineStyle(.category(1), width: 4)) }
          if relatives.contains(item) {
            return (column, "\(name) (nearest relative)", [item], LineStyle(.category(0), width: 3))
          }
          let count = colors - first
          let style = LineStyle(
            .category(first + other % count), width: 1.5, dash: other < count ? .solid : .dotted)
          other += 1
          return (column, name, [item], style)
        }
      } else {
        let old = dataset.items.indices.filter { !changed.contains($0) }
        groups =
          [("old", "old items (mean)", Array(old), .mode(0))]
          + (changed.isEmpty
            ? []
            : [
              (
                "new", changed.count == 1 ? "\(dataset.items[changed.first ?? 0]) (new)" : "new items (mean)",
                changed.sorted(), LineStyle(.category(1), width: 4)
              )
            ])
          + relatives.sorted().prefix(2).enumerated().map { place, item in
            (
              "item_\(item + 1)", "\(dataset.items[item]) (nearest relative)", [item],
              LineStyle(.category(place + 2), width: 2)
            )
          }
      }
    }
  }

  /// The loss of each item against what it was taught first, and where targets change, against what it is taught now.
  private func lossFigure(_ course: HistoryCourse, of subject: AnalysisSubject) -> Figure {
    let (dataset, recording) = (subject.dataset, course.recording)
    let shown = ShownItems(dataset)
    let changes = Set(course.places).count > 1
    let size = changes ? Figure.Size(width: 1100, height: 900) : Figure.Size(width: 1100, height: 560)
    let lower = Panel.Area(in: size, right: 310, top: changes ? 500 : 45)
    let upper = Panel.Area(in: size, right: 310, bottom: changes ? 480 : 80, top: 45)
    let dividers = Layer.dividers(
      zip(course.starts, dataset.phases).map { ($0, $1.name) }, to: Double(max(1, recording.lastEpoch)))
    func mean(_ items: [Int], _ losses: (Int) -> [Double]) -> [Double] {
      let all = items.map(losses)
      return (all.first ?? []).indices.map { index in
        all.reduce(0) { $0 + $1[index] } / Double(all.count)
      }
    }
    let first = shown.groups.map { group in mean(group.items) { course.losses(of: $0, againstPhase: 0) } }
    let now = shown.groups.map { group in mean(group.items) { currentLosses(of: $0, course) } }
    let theory = shown.groups.map { group in mean(group.items) { predictedLosses(of: $0, course) } }
    let hasTheory = !course.predicted.isEmpty
    func columns(_ prefix: String, _ values: [[Double]]) -> [(name: String, values: [Double])] {
      zip(shown.groups, values).map { ("\(prefix)\($0.column)", $1) }
    }
    let table = Table(
      byEpoch: "forgetting", at: course.epochs,
      columns: columns("first_", first) + (changes ? columns("now_", now) : [])
        + (hasTheory ? columns("theory_", theory) : []))
    func curves(_ prefix: String) -> [Layer] {
      shown.groups.map {
        .curve(Curve(table: table.name, y: prefix + $0.column, style: $0.style, title: $0.title))
      }
    }
    let predicted: [Layer] =
      !hasTheory
      ? []
      : shown.groups.enumerated().map { index, group in
        .curve(
          Curve(
            table: table.name, y: "theory_\(group.column)", style: .theory, title: index == 0 ? "theory" : nil))
      }
    let notes = subject.showsTheory ? theoryNotes(course) : nil
    var panels = [
      Panel(
        area: changes ? upper : lower, title: "Loss of each item, against what is taught first",
        x: .epochs(to: recording.lastEpoch), y: .fromZero("loss of an item", first.flatMap { $0 }),
        legend: .beside(changes ? upper : lower, in: size), note: changes ? nil : notes,
        layers: dividers + curves("first_") + (changes ? [] : predicted))
    ]
    if changes {
      panels.append(
        Panel(
          area: lower, title: "Against what is taught now", x: .epochs(to: recording.lastEpoch),
          y: .fromZero("loss of an item", now.flatMap { $0 }), legend: .beside(lower, in: size), note: notes,
          layers: dividers + curves("now_").map(\.withoutTitle) + predicted))
    }
    return Figure(
      name: "forgetting", caption: "The loss of each item of \(dataset.identifier) over its history", size: size,
      panels: panels, tables: [table])
  }

  /// The loss of an item against what each phase teaches, while it does.
  private func currentLosses(of item: Int, _ course: HistoryCourse) -> [Double] {
    var phase = 0
    return course.epochs.enumerated().map { index, epoch in
      while phase + 1 < course.starts.count, epoch >= course.starts[phase + 1] { phase += 1 }
      return course.losses(of: item, againstPhase: phase)[index]
    }
  }

  /// The predicted loss of an item, by the targets of the phase; NaN without a theory.
  private func predictedLosses(of item: Int, _ course: HistoryCourse) -> [Double] {
    var (phase, place) = (0, 0)
    return course.epochs.map { epoch in
      while phase + 1 < course.starts.count, epoch >= course.starts[phase + 1] { (phase, place) = (phase + 1, 0) }
      defer { place += 1 }
      guard let losses = course.predicted[phase]?[item] else { return .nan }
      return losses.indices.contains(place) ? losses[place] : .nan
    }
  }

  /// How far theory is from the simulation, and where and why it is missing: the first two sentences.
  private func theoryNotes(_ course: HistoryCourse) -> String? {
    let notes = course.starts.indices.dropFirst().compactMap { phase -> String? in
      let name = course.dataset.phases[phase].name
      if let errors = course.errors[phase] {
        return "\(name): theory differs by at most \(errors.loss.significant(2)) in the mean loss."
      }
      return course.limits[phase].map { "\(name): no theory is drawn, \($0)." }
    }
    return notes.isEmpty ? nil : notes.prefix(2).joined(separator: " ")
  }

  /// The similarities of the first hidden layer at the end of phases.
  private func similarityFigure(_ course: HistoryCourse, of subject: AnalysisSubject) -> Figure? {
    let (recording, dataset) = (course.recording, subject.dataset)
    guard let similarities = recording.representationalSimilarities.first, course.starts.count > 1 else { return nil }
    // The first phases and the last.
    let phases = Array(course.starts.indices)
    let shown = phases.count <= 4 ? phases : Array(phases.prefix(3)) + [phases[phases.count - 1]]
    let matrices = shown.map { phase in
      similarities[recording.keptIndex(nearest: course.ends(ofPhase: phase).end)]
    }
    let limit = matrices.reduce(0) { max($0, $1.largestMagnitude) }.rounded(significant: 3)
    guard limit > 0 else { return nil }
    let columns = min(2, shown.count)
    let rows = (shown.count + columns - 1) / columns
    let size = Figure.Size(width: 1100, height: 70 + 400 * rows)
    let marks = [-limit, 0, limit].map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    var (panels, tables) = ([Panel](), [Table]())
    for (index, (phase, matrix)) in zip(shown, matrices).enumerated() {
      let table = Table(name: "similarities-phase-\(phase + 1)", header: dataset.items, values: matrix.elements)
      let (left, top) = (120 + 520 * Double(index % columns), 60 + 400 * Double(index / columns))
      let area = Panel.Area(
        in: size, left: left, right: Double(size.width) - left - 270, bottom: Double(size.height) - top - 270, top: top)
      tables.append(table)
      panels.append(
        Panel(
          area: area, title: "End of phase \(phase + 1): \(dataset.phases[phase].name)",
          x: .names(dataset.items, rotated: true, atMost: 20),
          y: .names(dataset.items, fromTop: true, atMost: 20),
          colors: ColorScale(
            .diverging, range: Axis.Range(-limit, limit),
            bar: ColorScale.Bar(
              left: area.right + 10 / Double(size.width), label: "dot product", marks: .named(marks, rotated: false))),
          layers: [.cells(CellGrid(table))]))
    }
    return Figure(
      name: "similarities-before-after",
      caption: "Similarities (dot products) of hidden layer 1 of \(dataset.identifier) at the end of "
        + (shown.count == phases.count ? "each phase" : "the first three phases and the last"),
      size: size,
      panels: panels, tables: tables)
  }
}

extension Layer {
  /// A curve without its entry in the legend.
  fileprivate var withoutTitle: Layer {
    guard case .curve(var curve) = self else { return self }
    curve.title = nil
    return .curve(curve)
  }
}
