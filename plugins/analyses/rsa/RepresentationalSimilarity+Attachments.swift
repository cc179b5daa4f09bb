import GSL
import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  /// The shown matrices as arrays, if they are asked for: whole, as the pairs above the diagonal, and their epochs.
  func attachments(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) -> [Attachment] {
    guard subject.values[Self.export] else { return [] }
    let course = SimilarityCourse(recordings[0], subject)
    let matrices = result.epochs.map(course.matrix(nearest:))
    let (count, items, stem) = (matrices.count, subject.dataset.itemCount, course.measure.fileStem)
    return [
      Attachment(
        name: stem, NumPyArray(shape: [count, items, items], values: matrices.flatMap(\.elements))),
      Attachment(
        name: "\(stem)-condensed",
        NumPyArray(shape: [count, items * (items - 1) / 2], values: matrices.flatMap(\.upperTriangle))),
      Attachment(name: "\(stem)-epochs", NumPyArray(shape: [count], values: result.epochs.map(Double.init))),
    ]
  }
}
