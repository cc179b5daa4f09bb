import GSL
import LearningDynamics
import PluginKit

/// The dot products of the first hidden layer over the kept epochs, grouped by how items are related, measured and as theory
/// predicts them.
struct SimilarityTheory {
  let relations: [ItemRelations.Relation]
  /// Whether values are means over several pairs.
  let areMeans: Bool
  /// For each relation the mean at each kept epoch.
  let measured: [[Double]]
  /// The same of V K Vᵀ; nil where no theory is drawn.
  let predicted: [[Double]]?
  /// The largest difference of any entry at any kept epoch, as a part of the largest entry measured; nil where no theory is
  /// drawn.
  let largestError: Double?
  /// Why none is.
  let limit: String?

  /// Follows a recording.
  ///
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  /// - Complexity: O(P²) for each kept epoch, and as ``PredictedCourse/forEachSimilarity(at:_:)``.
  init(_ recording: Recording, of subject: AnalysisSubject) throws {
    let groups = ItemRelations(subject.dataset)
    let series = recording.representationalSimilarities[0]
    let theory = try TheoryOverlay(recording, of: subject)
    let count = recording.keptEpochs.count
    var measured = [[Double]](repeating: [], count: groups.relations.count)
    var predicted = measured
    func append(_ means: [Double], to columns: inout [[Double]]) {
      for (relation, mean) in means.enumerated() { columns[relation].append(mean) }
    }
    for index in 0..<count { append(groups.means(of: series[index].elements), to: &measured) }
    var (difference, largest) = (0.0, 0.0)
    try theory.course?.forEachSimilarity(at: recording.keptEpochs) { index, matrix in
      let entries = series[index].elements
      for (place, value) in matrix.elements.enumerated() {
        difference = max(difference, (value - entries[place]).magnitude)
        largest = max(largest, entries[place].magnitude)
      }
      append(groups.means(of: matrix.elements), to: &predicted)
    }
    relations = groups.relations
    areMeans = groups.hasMeans
    self.measured = measured
    self.predicted = theory.course == nil ? nil : predicted
    largestError = theory.course == nil ? nil : largest > 0 ? difference / largest : difference
    limit = theory.note
  }
}
