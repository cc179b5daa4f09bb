import Gnuplot
import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  /// Of many items without a tree only some are shown.
  private static func omission(_ course: SimilarityTheory, _ dataset: Dataset) -> String? {
    let left = dataset.itemCount - course.relations.count
    guard dataset.tree == nil, left > 0 else { return nil }
    return "Shown are the items whose features are most and least alike; \(left) between them are left out."
  }

  /// The dot products of the first hidden layer over the training, with theory on them; nil for other layers.
  func overTimeFigure(for result: Result, _ recording: Recording, of subject: AnalysisSubject) throws -> Figure? {
    guard let course = result.course else { return nil }
    let overlay = try TheoryOverlay(recording, of: subject)
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let name = "rsa-over-time"
    let relations = course.relations.enumerated()
    let simulated = relations.map { index, relation in
      Layer.curve(
        Curve(table: name, y: relation.column, style: Self.style(ofRelation: index), title: Self.title(index, course)))
    }
    let predicted =
      course.predicted == nil
      ? []
      : relations.flatMap { index, relation in
        overlay.layer(table: name, y: "theory_\(relation.column)", isNamed: index == 0)
      }
    let columns =
      relations.map { ($1.column, course.measured[$0]) }
      + (course.predicted.map { values in relations.map { ("theory_\($1.column)", values[$0]) } } ?? [])
    let notes = [overlay.note, Self.omission(course, subject.dataset)].compactMap(\.self)
    return Figure(
      name: name,
      caption: "Dot products of the items' activity in \(subject.dataset.identifier) over the training",
      size: size,
      panels: [
        Panel(
          area: area, title: "Similarity of hidden layer 1 over time (dot products)",
          x: .epochs(to: recording.lastEpoch), y: Self.similarityAxis(course), legend: .beside(area, in: size),
          note: notes.isEmpty ? nil : notes.joined(separator: " "),
          layers: bands(at: result.epochs, recording) + [.level(0, .guide, title: nil)] + simulated + predicted)
      ],
      tables: [Table(byEpoch: name, at: recording.keptEpochs, columns: columns)])
  }

  /// As many as can be told apart: the colours for categories, then the same made light, then grey.
  private static func style(ofRelation index: Int) -> LineStyle {
    let named = Color.categories.count
    let color = index < named ? Color.category(index) : Color.category(index - named).lightened
    return LineStyle(color, width: 4.5)
  }

  private static func title(_ index: Int, _ course: SimilarityTheory) -> String? {
    let (first, count) = (2 * Color.categories.count, course.relations.count)
    if index < first || count == first + 1 { return course.relations[index].title }
    return index == first ? "\(count - first) more, whose groups are larger" : nil
  }

  /// From the lowest, or zero, to the highest.
  private static func similarityAxis(_ course: SimilarityTheory) -> Axis {
    let label = course.areMeans ? "mean dot product" : "dot product"
    let values = (course.measured + (course.predicted ?? [])).flatMap(\.self).filter(\.isFinite)
    let (lowest, highest) = (values.reduce(0, min), values.reduce(0, max))
    let margin = 0.05 * (highest - lowest)
    guard margin > 0, margin.isNormal, margin.isFinite else {
      return Axis(label, range: Axis.Range(0, 1))
    }
    return Axis(
      label,
      range: .rounded(lowest < 0 ? lowest - margin : 0, highest + margin, significant: 4))
  }
}

extension Color {
  /// Half way to white.
  fileprivate var lightened: Color {
    func part(_ shift: UInt32) -> UInt32 { ((((value >> shift) & 0xFF) + 0xFF) / 2) << shift }
    return Color(part(16) | part(8) | part(0))
  }
}
