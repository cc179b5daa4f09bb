import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct IllusionScanTests {
  /// Each prediction is the same as when it is followed alone, in both engines and with any inputs.
  ///
  /// 1e-9: rows of Q from another way of solving the same triangle; predictions are of size 1, areas sums of 101 of them.
  @Test(arguments: [1, 2, 5, 8, 11, 14] as [UInt64], [TrainingEngine.reduced, .full])
  func agreesWithSinglePredictions(number: UInt64, engine: TrainingEngine) throws {
    let training = try RandomTraining(number, scales: [1, 1e-3])
    let (data, recording) = (training.dataset, try training.record(engine))
    let scan = try IllusionScan(recording, on: data, ranking: 100_000)
    var met = Set<Probe>()
    try recording.forEachPrediction { cell, predictions in
      met.insert(cell)
      guard cell.feature < 12 else { return }
      let single = try recording.predictions(of: cell)
      #expect(largestDifference(Array(predictions), single) < 1e-9)
      let target = data.target(of: cell)
      let course = PredictionCourse(predictions: Array(predictions), target: target)
      let wrongSide = WrongSideMeasure(predictions, target: target)
      #expect(wrongSide.stateCount == course.wrongEpochs)
      #expect(wrongSide.worst == course.worst?.value ?? 0 && wrongSide.worstState == course.worst?.epoch ?? 0)
      let start = (predictions[0] - target.value).magnitude
      let area = course.wrongSide.reduce(0) { sum, period in
        (period.first...period.last).reduce(sum) {
          $0 + ((predictions[$1] - target.value).magnitude - start) / (target.scale.range / 2)
        }
      }
      #expect(isApproximately(scan.areas[cell.item, cell.feature], area, within: 1e-9))
    }
    #expect(met.count == data.itemCount * data.featureCount)
    #expect(scan.ranking.count == scan.wrongCellCount)
    for (index, found) in scan.ranking.enumerated() where index < 5 {
      #expect(scan.rank(of: found.cell) == index + 1)
    }
    for (one, next) in zip(scan.ranking, scan.ranking.dropFirst()) { #expect(one.area >= next.area - 1e-6) }
  }

  /// 1e-8 between the engines: predictions agree to 1e-10 (γ ≥ 1e-9), and 101 of them are added up.
  @Test(arguments: [4, 9, 16, 21] as [UInt64])
  func enginesAgree(number: UInt64) throws {
    let training = try RandomTraining(number, scales: [1, 1e-3])
    let reduced = try IllusionScan(training.record(.reduced), on: training.dataset)
    let full = try IllusionScan(training.record(.full), on: training.dataset)
    #expect(largestDifference(reduced.areas, full.areas) < 1e-8)
    #expect(reduced.wrongCells == full.wrongCells && reduced.unconvergedCells == full.unconvergedCells)
  }

  @Test func anAreaIsHowFarTimesHowLong() {
    let standing = WrongSideMeasure([0] + [Double](repeating: -0.5, count: 40) + [1, 1], target: PredictionTarget(1))
    #expect(standing.area == 20 && standing.stateCount == 40 && standing.worst == -0.5 && standing.worstState == 1)
    // Not beyond the threshold.
    #expect(WrongSideMeasure([0, 0.0199, 0.01], target: PredictionTarget(-1)).stateCount == 0)
  }
}
