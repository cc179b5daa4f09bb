import GSL
import LearningDynamics
import PluginKit

/// The matrices of one measure over a training, as the settings of the analysis ask for them.
struct SimilarityCourse {
  let recording: Recording
  let measure: SimilarityMeasure
  /// The hidden layer, from 0.
  let layer: Int

  init(_ recording: Recording, _ subject: AnalysisSubject) {
    self.recording = recording
    measure = SimilarityMeasure(rawValue: subject.values[RepresentationalSimilarity.similarity]) ?? .dot
    layer = subject.values[RepresentationalSimilarity.layer] - 1
  }

  /// The matrix at an index among the kept epochs.
  func matrix(at index: Int) -> Matrix { recording.similarity(measure, ofLayer: layer, at: index) }

  /// The matrix at the kept epoch nearest to one.
  func matrix(nearest epoch: Int) -> Matrix { matrix(at: recording.keptIndex(nearest: epoch)) }
}
