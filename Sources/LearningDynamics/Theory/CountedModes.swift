/// Which modes are waited for: those of at least a twentieth of the strongest.
///
/// Weaker ones carry less than a four-hundredth of its variance, and would need twenty times its epochs: to wait for them would
/// make most of a run a plateau.
package enum CountedModes {
  /// The smallest strength that counts beside the strongest.
  package static func threshold(_ strongest: Double) -> Double { strongest / 20 }

  /// The weakest mode that counts; nil of none.
  ///
  /// - Parameter strengths: singular values, descending.
  package static func weakest(of strengths: [Double]) -> Double? {
    strengths.first.flatMap { strongest in strengths.last { $0 >= threshold(strongest) } }
  }
}
