import GSL
import LearningDynamics
import TestSupport
import Testing

/// The reduced engine is exact: it differs from the full one only by rounding.
@Suite struct EngineEqualityTests {
  /// 1e-10 at every state, from starts down to γ = 1e-9, at rates up to 0.9 of the stable one, depths 1 to 4.
  ///
  /// Rounding is 1e-16. A run magnifies it at most by the ratio of final to initial size, 1e9 squared, in the first rise; this
  /// difference disappears when the mode is learned.
  @Test func randomTrainingsAreEqual() throws {
    var (reduced, whole) = (0, 0)
    for number in 1...400 {
      let training = try RandomTraining(UInt64(number), scales: [1, 1e-3, 1e-6, 1e-9])
      let (full, other) = (try training.record(.full), try training.record(.reduced))
      let difference = try RecordingDifference(full, other)
      #expect(difference.largest <= 1e-10, "\(training): \(difference)")
      if case .span = other.problem.basis { reduced += 1 } else { whole += 1 }
      // Expanding the reduced map gives the map of the full engine.
      let map = try full.finalEndToEndMap()
      let distance = largestDifference(map, try other.finalEndToEndMap())
      #expect(distance <= 1e-10 * max(1, map.largestMagnitude), "\(training): \(distance)")
    }
    // Both kinds occurred.
    #expect(reduced > 100 && whole > 50)
  }

  /// Below γ = 1e-9 rounding noise itself becomes visible. It is measured by full runs with the features in another order.
  @Test func belowThatTheyDifferAsTwoFullRunsDo() throws {
    var compared = 0
    for number in 1...80 {
      let training = try RandomTraining(UInt64(1000 + number), scales: [1e-12, 1e-14])
      let (full, reduced) = (try training.record(.full), try training.record(.reduced))
      guard case .span = reduced.problem.basis else { continue }
      let noise =
        try [1, 3, 7].map { try RecordingDifference(full, try reordered(training, by: $0)).largest }.max() ?? 0
      let difference = try RecordingDifference(full, reduced).largest
      // A few last bits do not count.
      let floor = 0x1p-51
      if noise > floor { compared += 1 }
      #expect(difference <= 20 * max(noise, floor), "\(training): \(difference), noise \(noise)")
    }
    #expect(compared >= 10, "\(compared) of 80")
  }

  /// The full training with features, and the rows of the last layer, turned round from some place on.
  private func reordered(_ training: RandomTraining, by shift: Int) throws -> Recording {
    let data = training.dataset
    let count = data.featureCount
    let order = (0..<count).map { (count - 1 - $0 + shift) % count }
    func reorder(_ matrix: Matrix) -> Matrix { Matrix(order.map(matrix.row)) }
    let other = try Dataset(
      identifier: "reordered", items: data.items, features: FeatureNames(numbered: count),
      inputs: data.isOneHot ? nil : data.inputs, targets: reorder(data.targets.transposed).transposed,
      probe: Probe(
        item: data.followedCell.item, feature: order.firstIndex(of: data.followedCell.feature) ?? 0))
    var network = try training.plan.problem(on: data).network
    network.weights[network.depth - 1] = reorder(network.weights[network.depth - 1])
    return try Recording(training: training.plan, problem: LearningProblem(full: network, dataset: other))
  }

  /// The tutorial's own run, and the one without a hidden layer: two orders of the features differ by 3e-11 there.
  @Test(arguments: [1, 3])
  func defaultRunsAreEqual(index: Int) throws {
    let training = ReferenceTraining.all[index]
    let (full, reduced) = (try training.record(engine: .full).recording, try training.record().recording)
    let difference = try RecordingDifference(full, reduced)
    #expect(difference.largest <= 1e-10, "\(difference)")
    // Other predictions than that of the probe, for which the last layer is drawn again.
    for cell in [Probe(item: 0, feature: 0), Probe(item: 7, feature: 63), Probe(item: 3, feature: 9_999)] {
      #expect(largestDifference(try full.predictions(of: cell), try reduced.predictions(of: cell)) <= 1e-10)
    }
    #expect(largestDifference(try full.finalEndToEndMap(), try reduced.finalEndToEndMap()) <= 1e-10)
  }

  /// If there is nothing to reduce, the reduced engine gives the same as the full one, bit by bit.
  @Test func nothingToReduce() throws {
    let training = try RandomTraining(3, scales: [1])
    let data = try Dataset(
      identifier: "small", items: ["a", "b", "c"], features: FeatureNames(numbered: 8),
      targets: scatteredMatrix(rows: 3, columns: 8))
    var plan = training.plan
    plan.hiddenWidths = [5]
    plan.learningRate = 0.1
    let full = try Recording(training: plan, on: data)
    plan.engine = .reduced
    let reduced = try Recording(training: plan, on: data)
    #expect(reduced.problem == full.problem && reduced.losses == full.losses)
  }
}

@Suite struct ThinnedRecordingTests {
  /// The values recorded at every state do not depend on how many matrices are kept.
  @Test(arguments: [2, 7, 50, 1000])
  func keepsEveryNumber(interval: Int) throws {
    for number in [2, 5, 11, 18] as [UInt64] {
      let training = try RandomTraining(number, scales: [1e-3])
      let whole = try training.record(.reduced)
      var plan = training.plan
      (plan.engine, plan.recordingInterval) = (.reduced, interval)
      let thinned = try Recording(training: plan, on: training.dataset)
      #expect(thinned.losses == whole.losses && thinned.singularValues == whole.singularValues)
      #expect(try thinned.followedPredictions() == whole.followedPredictions())
      #expect(try thinned.modeStrengths() == whole.modeStrengths())
      #expect(try thinned.halfRiseEpochs() == whole.halfRiseEpochs())
      #expect(thinned.keptEpochs == (0...100).filter { $0.isMultiple(of: interval) || $0 == 100 })
      for (index, epoch) in thinned.keptEpochs.enumerated() {
        #expect(thinned.endToEndMaps[index] == whole.endToEndMaps[epoch])
        #expect(thinned.keptIndex(nearest: epoch) == index)
        for layer in thinned.representationalSimilarities.indices {
          #expect(
            thinned.representationalSimilarities[layer][index] == whole.representationalSimilarities[layer][epoch])
        }
      }
      #expect(try thinned.finalEndToEndMap() == whole.finalEndToEndMap())
    }
  }

  @Test func divergenceKeepsTheStatesBefore() throws {
    let data = try ReferenceData.dataset("tree")
    let plan = TrainingPlan(
      hiddenWidths: [30], learningRate: 400, initialization: .scaledNormal(scale: 1e-12), epochs: 250, seed: 5,
      sampling: .tutorial, engine: .reduced, recordingInterval: 10)
    let recording = try Recording(training: plan, on: data)
    let epoch = try #require(recording.divergedAtEpoch)
    #expect(recording.stateCount == epoch && recording.singularValues.count == epoch)
    #expect(recording.keptEpochs.allSatisfy { $0 < epoch && $0.isMultiple(of: 10) })
    #expect(try recording.followedPredictions().count == epoch)
  }
}
