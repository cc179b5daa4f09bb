internal import GSL
internal import LearningDynamics
internal import Support

/// The result of checking a user's own version of a function.
public struct Verdict: Hashable, Sendable, CustomStringConvertible {
  public let exercise: String
  /// What is wrong, with the known mistake if there is one; nil for a right answer.
  public let complaint: String?
  /// The largest error, relative to the largest right number: of the first layer's standard deviation, of the singular values,
  /// or of the entries of a matrix; nil if unknown.
  public let difference: Double?

  init(_ exercise: String, complaint: String?, difference: Double? = nil) {
    self.exercise = exercise
    self.complaint = complaint
    self.difference = difference
  }

  /// Whether the answer is right.
  public var isRight: Bool { complaint == nil }

  /// "The similarity matrix: right.", or what is wrong.
  public var description: String {
    let text = "\(exercise): \(complaint.map { "not yet; \($0)" } ?? "right")"
    return text.hasSuffix("?") ? text : "\(text)."
  }
}

/// The tutorial's four exercises, for users who write their own version: each check takes the user's function, tries it on
/// data with a known answer, and says whether it is right or what is wrong.
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

/// The relative error of results that were computed with 32-bit numbers: their rounding is 6e-8, and matrices here are small.
let singlePrecision = 1e-5

/// The right answer and common wrong ones.
struct CommonMistakes {
  let right: Matrix
  /// Other matrices by their names: "HᵀH".
  let others: [(name: String, matrix: Matrix)]
  /// The allowed error of entries, relative to the largest of them.
  let tolerance: Double

  /// What is wrong with an answer; nil if it is right.
  func complaint(about answer: Matrix) -> String? {
    guard answer.elements.allSatisfy(\.isFinite) else { return "it has entries that are not finite" }
    if isClose(answer, right) { return nil }
    if isClose(answer.transposed, right) { return "it is transposed" }
    for (name, other) in others {
      if isClose(answer, other) { return "it is \(name)" }
      if isClose(answer.transposed, other) { return "it is \(name), and transposed" }
    }
    if tolerance < singlePrecision, difference(of: answer) < singlePrecision {
      return "it is right to single precision only; compute with 64-bit numbers (float64)"
    }
    guard answer.rows == right.rows, answer.columns == right.columns else {
      return "it is \(answer.rows) × \(answer.columns) and should be \(right.rows) × \(right.columns)"
    }
    for (name, candidate) in [("what it should be", right)] + others {
      guard let factor = Self.factor(answer, candidate), (factor * candidate.largestMagnitude).isFinite,
        isClose(answer, factor * candidate)
      else { continue }
      if (factor + 1).magnitude <= tolerance { return "it is \(name) with the opposite sign" }
      return "it is \(name) times \(factor.significant(6))"
    }
    return worstEntry(of: answer)
  }

  /// The largest error, relative to the largest entry; infinite if the shapes differ.
  func difference(of answer: Matrix) -> Double {
    guard answer.rows == right.rows, answer.columns == right.columns else { return .infinity }
    return (answer - right).largestMagnitude / right.largestMagnitude
  }

  private func isClose(_ left: Matrix, _ right: Matrix) -> Bool {
    left.rows == right.rows && left.columns == right.columns
      && (left - right).largestMagnitude <= tolerance * right.largestMagnitude
  }

  /// The factor that makes one matrix most similar to another: ⟨A, B⟩ / ⟨B, B⟩.
  private static func factor(_ answer: Matrix, _ candidate: Matrix) -> Double? {
    guard answer.rows == candidate.rows, answer.columns == candidate.columns, candidate.sumOfSquares > 0 else {
      return nil
    }
    let factor = zip(answer.elements, candidate.elements).reduce(0) { $0 + $1.0 * $1.1 } / candidate.sumOfSquares
    return factor == 0 ? nil : factor
  }

  private func worstEntry(of answer: Matrix) -> String {
    var (worstRow, worstColumn, worst) = (0, 0, 0.0)
    for row in 0..<right.rows {
      for column in 0..<right.columns {
        let difference = (answer[row, column] - right[row, column]).magnitude
        if difference > worst { (worstRow, worstColumn, worst) = (row, column, difference) }
      }
    }
    let (found, expected) = (answer[worstRow, worstColumn], right[worstRow, worstColumn])
    return """
      the entry in row \(worstRow), column \(worstColumn) is \(found.significant(6)) and should be \
      \(expected.significant(6))
      """
  }
}
