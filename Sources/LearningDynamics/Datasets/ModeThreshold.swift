/// Which modes are relevant compared with the strongest one. Both thresholds are defined only here.
///
/// ```swift
/// import LearningDynamics
///
/// var sampler = try DataSampler(seed: 2021, convention: .tutorial)
/// let dataset = try DiffusionTree().dataset("tree", features: 1000, using: &sampler)
/// let values = try dataset.targetSingularValues()
/// let rank = ModeThreshold.rank(of: values)
/// let weakest = ModeThreshold.weakestRelevant(of: values)
/// ```
public enum ModeThreshold {
  /// Strengths up to this are rounding: 1e-9 of the strongest, far above 2⁻⁵² and far below any structure.
  public static func negligible(beside strongest: Double) -> Double { 1e-9 * strongest }

  /// A mode is relevant if its strength is at least this: a twentieth of the strongest.
  ///
  /// A weaker mode explains less than a four-hundredth of the strongest mode's variance and needs twenty times its epochs. If
  /// runs waited for it, they would mostly be a plateau.
  public static func relevant(beside strongest: Double) -> Double { strongest / 20 }

  /// The number of strengths that are not negligible.
  ///
  /// - Parameter strengths: in any order.
  public static func rank(of strengths: [Double]) -> Int {
    let threshold = negligible(beside: strengths.max() ?? 0)
    return strengths.count { $0 > threshold }
  }

  /// The number of relevant strengths.
  ///
  /// - Parameter strengths: descending.
  static func relevantCount(of strengths: [Double]) -> Int {
    guard let strongest = strengths.first, strongest > 0 else { return 0 }
    return strengths.prefix { $0 >= relevant(beside: strongest) }.count
  }

  /// The weakest relevant strength; nil if there are none.
  ///
  /// - Parameter strengths: descending.
  public static func weakestRelevant(of strengths: [Double]) -> Double? {
    strengths.first.flatMap { strongest in strengths.last { $0 >= relevant(beside: strongest) } }
  }
}
