import GSL
import LearningDynamics
import Support

/// What is known of signals in noise for infinitely many items and outputs, beside what the sample has.
struct NoiseLimit: Encodable, Sendable {
  /// The noise edge: singular values of noise alone are below it.
  let edge: Double
  /// The largest singular value of the sample that is not a signal's; nil if there is none.
  let sampledEdge: Double?
  /// The least test error if all signals above the noise are learned before it.
  let leastTestError: Double
  let signals: [Signal]

  struct Signal: Encodable, Sendable {
    /// s̄ of the true map.
    let signal: Double
    /// ŝ; nil for a signal that is lost in the noise.
    let predictedSingularValue: Double?
    /// That of the sample.
    let singularValue: Double
    /// (u·û)(v·v̂), for equal signals their mean.
    let predictedOverlap: Double
    let overlap: Double
  }

  /// nil for inputs that are not one-hot or not shown equally often, and if the noise is not known or zero.
  init?(_ dataset: Dataset) throws {
    guard let map = dataset.trueMap, let noise = dataset.noise, noise > 0, dataset.itemInputs.isStandard else {
      return nil
    }
    let unit = noise * Double(dataset.itemCount).squareRoot()
    let spectrum = NoisySpectrum(outputs: dataset.featureCount, items: dataset.itemCount)
    let truth = try SingularValueDecomposition(map)
    let sample = try SingularValueDecomposition(dataset.targets.transposed)
    let rank = truth.singularValues.prefix { $0 > 1e-9 * truth.singularValues[0] }.count
    edge = unit * spectrum.edge
    leastTestError = spectrum.leastTestError(ofSignals: truth.singularValues.prefix(rank).map { $0 / unit })
    var signals: [Signal] = []
    // û_aᵀ (Σ_b u_b v_bᵀ) v̂_a, with b all modes as strong as a.
    let strengths = truth.singularValues
    while signals.count < rank {
      let first = signals.count
      let end = (first..<rank).first { strengths[first] - strengths[$0] > 1e-9 * strengths[0] } ?? rank
      let modes = first..<end
      let (left, right) = (truth.left.columns(modes), truth.right.columns(modes))
      let product =
        (sample.left.columns(modes).transposed * left) * (right.transposed * sample.right.columns(modes))
      let overlap = (0..<modes.count).reduce(0) { $0 + product[$1, $1] } / Double(modes.count)
      for mode in modes {
        let signal = truth.singularValues[mode]
        signals.append(
          Signal(
            signal: signal, predictedSingularValue: spectrum.singularValue(ofSignal: signal / unit).map { $0 * unit },
            singularValue: sample.singularValues[mode], predictedOverlap: spectrum.overlap(ofSignal: signal / unit),
            overlap: overlap))
      }
    }
    self.signals = signals
    sampledEdge = rank < sample.singularValues.count ? sample.singularValues[rank] : nil
  }

  /// The strongest signals one by one, and where noise ends.
  var sentences: [String] {
    let told = signals.prefix(3).map { signal in
      let (strength, sampled) = (signal.signal.significant(3), signal.singularValue.significant())
      guard let predicted = signal.predictedSingularValue else {
        return "in infinite data a signal of \(strength) would be lost in the noise; here it is \(sampled)"
      }
      return
        "a signal of \(strength) has the singular value \(sampled) in the data (\(predicted.significant()) in infinite data), "
        + "and the overlap \(signal.overlap.significant(3)) (\(signal.predictedOverlap.significant(3)))"
    }
    let sampled =
      sampledEdge.map { "\($0.significant()) (\(edge.significant()) in infinite data)" } ?? edge.significant()
    return told + [
      "noise has singular values up to \(sampled); the least test error in infinite data is \(leastTestError.significant())"
    ]
  }
}
