internal import LearningDynamics
internal import Support

extension Double {
  /// The natural logarithm.
  var logarithm: Double { log(self) }

  /// The next power of ten below, or the number itself if it is one.
  var decadeBelow: Double {
    let power = pow(10, floor(log10(self) + 1e-9))
    return power.rounded(significant: 3)
  }

  /// The next power of ten above, or the number itself if it is one.
  var decadeAbove: Double {
    let power = pow(10, ceil(log10(self) - 1e-9))
    return power.rounded(significant: 3)
  }
}
