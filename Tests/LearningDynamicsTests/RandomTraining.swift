import GSL
import LearningDynamics
import TestSupport

/// A training drawn at random: any depth, any inputs, any rank of the targets.
struct RandomTraining: CustomStringConvertible {
  let dataset: Dataset
  let plan: TrainingPlan

  var description: String {
    """
    \(dataset.itemCount) items × \(dataset.featureCount) features, \(dataset.inputs.columns) inputs, \
    hidden \(plan.hiddenWidths), η \(plan.learningRate), \(plan.initialization), seed \(plan.seed)
    """
  }

  /// The training of a number; the same on every machine.
  init(_ number: UInt64, scales: [Double]) throws {
    var random = Dice(state: number &* 0x9E37_79B9_7F4A_7C15 &+ 12345)
    // Every eighth is large: more than one block of features and of rows, more modes than are rotated side by side.
    let isLarge = number.isMultiple(of: 8)
    let items = isLarge ? random.whole(20...40) : random.whole(1...9)
    let features = isLarge ? [79, 80, 143, 144, 300][random.whole(0...4)] : random.whole(1...70)
    let hasOwnInputs = random.whole(0...2) == 0
    let width = random.whole(1...(items + 4))
    var targets = scatteredMatrix(rows: items, columns: features, seed: number)
    switch random.whole(0...5) {
    case 0:  // Duplicate items.
      for feature in 0..<features { targets[items - 1, feature] = targets[0, feature] }
    case 1:  // Constant features.
      for item in 0..<items { targets[item, 0] = 1 }
    case 2:  // Rank one.
      for item in 0..<items {
        for feature in 0..<features { targets[item, feature] = targets[item, 0] * targets[0, feature] }
      }
    case 3:  // Signs.
      targets.elements = targets.elements.map { $0 < 0 ? -1 : 1 }
    default: break
    }
    dataset = try Dataset(
      identifier: "random", items: (1...items).map { "item-\($0)" }, features: FeatureNames(numbered: features),
      inputs: hasOwnInputs ? scatteredMatrix(rows: items, columns: width, seed: number + 7) : nil, targets: targets,
      probe: Probe(item: random.whole(0...(items - 1)), feature: random.whole(0...(features - 1))))
    let hidden = (0..<random.whole(0...3)).map { _ in random.whole(isLarge ? 20...50 : 1...12) }
    let stable = try dataset.largestStableLearningRate(depth: hidden.count + 1)
    plan = TrainingPlan(
      hiddenWidths: hidden, learningRate: stable * [0.1, 0.5, 0.9][random.whole(0...2)],
      initialization: .scaledNormal(scale: scales[random.whole(0...(scales.count - 1))]), epochs: 100,
      seed: UInt32(number), sampling: .tutorial, engine: .full)
  }

  /// A recording of it by one of the engines.
  func record(_ engine: TrainingEngine) throws -> Recording {
    var plan = plan
    plan.engine = engine
    return try Recording(training: plan, on: dataset)
  }

  /// Whole numbers from a small linear congruence.
  private struct Dice {
    var state: UInt64

    mutating func whole(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
  }
}

/// How far two recordings of one training are apart at any state: loss and the prediction for the probe relative to max(1, loss),
/// modes and similarities to the largest.
struct RecordingDifference: CustomStringConvertible {
  let loss: Double
  let prediction: Double
  let modes: Double
  let similarities: Double

  var largest: Double { max(loss, prediction, modes, similarities) }
  var description: String { "loss \(loss), prediction \(prediction), modes \(modes), similarities \(similarities)" }

  init(_ one: Recording, _ other: Recording) throws {
    // Where there are more inputs than a basis has outputs, the modes that only the full engine has are 0.
    let shared = min(one.modeCount, other.modeCount)
    let further = [one, other].flatMap { recording in
      recording.singularValues.flatMap { $0.dropFirst(shared) }.map {
        $0 / max(1, recording.singularValues[0].first ?? 1)
      }
    }
    guard one.stateCount == other.stateCount, further.allSatisfy({ $0.magnitude < 1e-10 }) else {
      (loss, prediction, modes, similarities) = (.infinity, .infinity, .infinity, .infinity)
      return
    }
    func relative(_ left: [Double], _ right: [Double]) -> Double {
      zip(zip(left, right), one.losses).reduce(0) { max($0, ($1.0.0 - $1.0.1).magnitude / max(1, $1.1)) }
    }
    loss = relative(one.losses, other.losses)
    prediction = relative(try one.followedPredictions(), try other.followedPredictions())
    let (left, right) = (
      one.singularValues.flatMap { $0.prefix(shared) }, other.singularValues.flatMap { $0.prefix(shared) }
    )
    let strongest = left.max() ?? 0
    modes = strongest > 0 ? largestDifference(left, right) / strongest : 0
    similarities = one.representationalSimilarities.indices.reduce(0) { worst, layer in
      let (left, right) = (one.representationalSimilarities[layer], other.representationalSimilarities[layer])
      let largest = (0..<left.count).reduce(0) { max($0, left[$1].largestMagnitude) }
      guard largest > 0 else { return worst }
      return (0..<left.count).reduce(worst) { max($0, largestDifference(left[$1], right[$1]) / largest) }
    }
  }
}
