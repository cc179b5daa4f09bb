internal import LearningDynamics

/// What came of checking a reader's own version of a function.
public struct Verdict: Hashable, Sendable, CustomStringConvertible {
  /// What was to be written.
  public let exercise: String
  /// What is off, and where it can be told what the answer is instead; nil for a right answer.
  public let complaint: String?
  /// How far numbers are off at most, relative to the largest of what is right: of the first layer's standard deviation, of
  /// the singular values, of the entries of a matrix; nil where that cannot be told.
  public let difference: Double?

  init(_ exercise: String, complaint: String?, difference: Double? = nil) {
    self.exercise = exercise
    self.complaint = complaint
    self.difference = difference
  }

  /// Whether the answer is right.
  public var isRight: Bool { complaint == nil }

  /// "The similarity matrix: right.", or what is off.
  public var description: String { "\(exercise): \(complaint.map { "not yet; \($0)" } ?? "right")." }
}

/// The tutorial's four exercises, for readers who write their own version: each check takes the reader's function, tries
/// it on data with a known answer, and says whether it is right or what is off.
///
/// ```swift
/// import GSL
/// import TutorialExercises
///
/// print(try Exercise.representationalSimilarity { activity in activity.transposed * activity })
/// // The similarity matrix: not yet; it is HᵀH, the similarity of the hidden units instead of the items.
/// ```
///
/// Source: Neuromatch Academy, Deep Learning, W1D2 Tutorial 3.
public enum Exercise {}
