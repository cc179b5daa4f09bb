import GSL
import Gnuplot
import LearningDynamics
import Support

extension SimilarityMeasure {
  /// "RSM" for similarities, "RDM" for distances.
  var matrixName: String { isDistance ? "RDM" : "RSM" }

  /// How tables and files of the measure begin; dot products are the field's RSM without further words.
  var fileStem: String {
    switch self {
    case .dot: "rsm"
    case .cosine: "rsm-cosine"
    case .correlation: "rsm-correlation"
    case .euclidean: "rdm-euclidean"
    }
  }

  /// What the values are, in a title.
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
  /// Cosines and correlations have one scale for all matrices. The others are coloured by their own largest entry, so that
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
