import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// The matrices of one measure over time, for the chosen layer.
struct SimilarityCourse {
  let run: AnalyzedRun
  let theory: TheoryOverlay
  let measure: SimilarityMeasure
  /// The hidden layer, from 0.
  let layer: Int

  var recording: Recording { run.recording }

  init(_ run: AnalyzedRun, _ subject: AnalysisSubject) throws {
    self.run = run
    theory = try TheoryOverlay(run, of: subject, comparingWithLinear: false)
    measure = SimilarityMeasure(rawValue: subject.values[RepresentationalSimilarity.similarity]) ?? .dot
    layer = subject.values[RepresentationalSimilarity.layer] - 1
  }

  /// The matrix at an index among the kept epochs.
  func matrix(at index: Int) -> Matrix { recording.similarity(measure, ofLayer: layer, at: index) }

  /// The matrix at the kept epoch nearest to one.
  func matrix(nearest epoch: Int) -> Matrix { matrix(at: recording.keptIndex(nearest: epoch)) }
}

extension SimilarityMeasure {
  /// "RSM" for similarities, "RDM" for distances.
  var matrixName: String { isDistance ? "RDM" : "RSM" }

  /// The beginning of the names of tables and files; dot products are the field's usual RSM. Distances are not called "euclidean", which
  /// is rsatoolbox's name for their squares, divided by the number of channels.
  var fileStem: String {
    switch self {
    case .dot: "rsm"
    case .cosine: "rsm-cosine"
    case .correlation: "rsm-correlation"
    case .euclidean: "rdm-distance"
    }
  }

  /// The values' name in a title.
  var title: String {
    switch self {
    case .dot: "dot products"
    case .cosine: "cosines"
    case .correlation: "correlations"
    case .euclidean: "Euclidean distances"
    }
  }

  /// The colours of a matrix: around zero and even for similarities, from zero on for distances.
  ///
  /// Cosines and correlations have the same scale for all matrices. The others are scaled by their own largest entry, so
  /// early ones are not blank.
  func colors(largest: Double, bar left: Double, label: String? = nil) -> ColorScale {
    let limit = isNormalized || largest <= 0 ? 1 : largest.rounded(significant: 3)
    let ends = isDistance ? [0, limit] : [-limit, 0, limit]
    let marks = ends.map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    return ColorScale(
      isDistance ? .viridis : .diverging, range: Axis.Range(ends[0], limit),
      bar: ColorScale.Bar(left: left, label: label, marks: .named(marks, rotated: false)))
  }
}

/// The dot products of the first hidden layer over the kept epochs, grouped by how items are related: measured and
/// predicted.
struct SimilarityTheory {
  let relations: [ItemRelations.Relation]
  /// Whether values are means over several pairs.
  let areMeans: Bool
  /// For each relation, the mean at each kept epoch.
  let measured: [[Double]]
  /// The same for V K Vᵀ; nil if no theory is drawn.
  let predicted: [[Double]]?
  /// The largest difference of any entry at any kept epoch, as a fraction of the largest measured entry; nil if no theory is
  /// drawn.
  let largestError: Double?
  /// Why no theory is drawn.
  let limit: String?

  /// Computes the means over a recording.
  ///
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  /// - Complexity: O(P²) for each kept epoch, and as ``PredictedCourse/forEachSimilarity(at:_:)``.
  init(_ matrices: SimilarityCourse, of dataset: Dataset) throws {
    let (recording, theory) = (matrices.recording, matrices.theory)
    let groups = ItemRelations(dataset)
    let series = recording.representationalSimilarities[0]
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
