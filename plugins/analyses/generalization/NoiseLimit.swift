import GSL
import LearningDynamics
import Support

/// What is known of signals in noise for infinitely many items and outputs, beside what the sample has.
struct NoiseLimit: Encodable, Sendable {
  /// The noise edge: singular values of noise alone are below it.
  let edge: Double
  /// The largest singular value of the sample that is not a visible signal's; nil if there is none.
  let sampledEdge: Double?
  /// No network that learns mode by mode has a smaller test error; see ``NoisySpectrum/leastTestError(ofSignals:)``.
  let leastTestError: Double
  let signals: [Signal]

  /// Signals that are closer than this are mixed by the noise, so their overlaps are not told apart.
  private static let mixed = 0.1

  struct Signal: Encodable, Sendable {
    /// s̄ of the true map.
    let signal: Double
    /// ŝ; nil for a signal that is lost in the noise.
    let predictedSingularValue: Double?
    /// The singular value in the sample; nil for a signal that is lost, because it looks like noise.
    let singularValue: Double?
    /// (u·û)(v·v̂), for signals within a tenth of each other the mean of the group.
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
    // û_aᵀ (Σ_b u_b v_bᵀ) v̂_a, with b all modes about as strong as a: noise mixes them.
    for close in CloseModes.groups(of: Array(truth.singularValues.prefix(rank)), within: Self.mixed) {
      let modes = close.lowerBound..<close.upperBound + 1
      let (left, right) = (truth.left.columns(modes), truth.right.columns(modes))
      let product =
        (sample.left.columns(modes).transposed * left) * (right.transposed * sample.right.columns(modes))
      let overlap = (0..<modes.count).reduce(0) { $0 + product[$1, $1] } / Double(modes.count)
      for mode in modes {
        let signal = truth.singularValues[mode]
        let isVisible = signal / unit > spectrum.smallestVisibleSignal
        signals.append(
          Signal(
            signal: signal, predictedSingularValue: spectrum.singularValue(ofSignal: signal / unit).map { $0 * unit },
            singularValue: isVisible ? sample.singularValues[mode] : nil,
            predictedOverlap: spectrum.overlap(ofSignal: signal / unit),
            overlap: overlap))
      }
    }
    self.signals = signals
    let visible = signals.count { $0.predictedSingularValue != nil }
    sampledEdge = visible < sample.singularValues.count ? sample.singularValues[visible] : nil
  }

  /// The strongest signals one by one, and where noise ends.
  var sentences: [String] {
    signals.prefix(Self.mostTold).map(sentence) + [end]
  }

  /// The other signals.
  var details: [String] { signals.dropFirst(Self.mostTold).map(sentence) }

  private static let mostTold = 3

  private func sentence(_ signal: Signal) -> String {
    let strength = signal.signal.significant(3)
    guard let predicted = signal.predictedSingularValue, let sampled = signal.singularValue else {
      return "a signal of \(strength) is lost in the noise: in infinite data no mode would show it"
    }
    return
      "a signal of \(strength) has the singular value \(sampled.significant()) in the data (\(predicted.significant()) in infinite data), "
      + "and the overlap \(signal.overlap.significant(3)) (\(signal.predictedOverlap.significant(3)))"
  }

  private var end: String {
    let sampled =
      sampledEdge.map { "\($0.significant()) (\(edge.significant()) in infinite data)" } ?? edge.significant()
    return
      "noise has singular values up to \(sampled); no test error below \(leastTestError.significant()) in infinite data"
  }
}
