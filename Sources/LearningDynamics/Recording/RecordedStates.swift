internal import Dispatch
internal import GSL

/// Results from the end-to-end maps of all states, for recordings that do not keep all maps.
struct Course: Equatable, Sendable {
  /// The prediction for the probe.
  fileprivate(set) var predictions: [Double] = []
  /// The strengths of the modes.
  fileprivate(set) var strengths: VectorSeries
}

/// Builds a recording.
///
/// Maps are collected and processed several at a time, in parallel, which is much faster than one by one. Then the maps that
/// are not to be kept are removed.
struct RecordedStates: TrainingObserver {
  private(set) var losses: [Double] = []
  private(set) var testErrors: [Double] = []
  private(set) var singularValues: VectorSeries
  private(set) var keptEpochs: [Int] = []
  private(set) var maps: MatrixSeries
  private(set) var similarities: [MatrixSeries]
  private(set) var activitySums: [VectorSeries]
  private(set) var course: Course?
  /// The weights at switches between phases and at the end, by epoch, for theory.
  private(set) var markedWeights: [Int: LinearNetwork] = [:]

  private let keepsWeights: Bool
  private let trueMap: TrueMap?
  private let interval: Int
  private var pinned: Set<Int>
  private let isOneHot: Bool
  private let transposedInputs: Matrix
  private var activities: [Matrix]
  private var similarity: Matrix
  /// The largest number of unprocessed maps, and the index of the first one.
  private let groupSize: Int
  private var waitingFrom = 0
  /// Used to compute predictions and strengths during the training, if necessary.
  private let feature: [Double]
  private let item: [Double]
  private let target: LearnedModes?

  init(_ plan: TrainingPlan, _ problem: LearningProblem) throws(GSLError) {
    let (rows, columns) = (problem.network.outputWidth, problem.inputs.columns)
    let items = problem.inputs.rows
    interval = plan.recordingInterval
    pinned = Set(plan.pinnedEpochs + [plan.epochs])
    keepsWeights =
      plan.variant.isPlain && plan.hiddenWidths.count == 1
      && (2...LearningPhase.largestPredictedCount).contains(plan.phases.count)
    isOneHot = problem.isOneHot
    trueMap = problem.trueMap
    transposedInputs = problem.inputs.transposed
    activities = plan.hiddenWidths.map { Matrix(rows: $0, columns: items) }
    similarity = Matrix(rows: items, columns: items)
    singularValues = VectorSeries(length: min(rows, columns))
    losses.reserveCapacity(plan.epochs + 1)
    // 512 maps of the default size; four where they are large.
    groupSize = max(4, min(512, 1 << 18 / max(1, rows * columns)))
    let kept = plan.epochs / interval + 1 + pinned.count
    maps = MatrixSeries(rows: rows, columns: columns, capacity: kept + (interval > 1 ? groupSize : 0))
    similarities = plan.hiddenWidths.map { _ in MatrixSeries(rows: items, columns: items, capacity: kept) }
    activitySums = plan.hiddenWidths.map { _ in VectorSeries(length: items) }
    guard interval > 1 else {
      (feature, item, target) = ([], [], nil)
      return
    }
    feature = try problem.basis.row(ofFeature: problem.followedCell.feature)
    item = problem.inputs.row(problem.followedCell.item)
    let target = try LearnedModes(problem)
    self.target = target
    course = Course(strengths: VectorSeries(length: singularValues.length))
  }

  /// Adds a state of the training.
  mutating func see(_ descent: borrowing some TrainedNetwork & ~Copyable, at epoch: Int, isMark: Bool) throws {
    try Task.checkCancellation()
    losses.append(descent.loss)
    if let trueMap { testErrors.append(trueMap.error(of: descent.endToEndMap)) }
    maps.append(descent.endToEndMap)
    if isMark {
      pinned.insert(epoch)
      if keepsWeights { markedWeights[epoch] = LinearNetwork(weights: descent.weights) }
    }
    if isKept(epoch) {
      keptEpochs.append(epoch)
      for layer in similarities.indices {
        // H Hᵀ, the dot products between the items' activities, from Hᵀ = M Xᵀ.
        if isOneHot {
          similarity.setProduct(descent.map(ofLayer: layer).transposedFactor, descent.map(ofLayer: layer))
          activitySums[layer].append(columnSumsOf: descent.map(ofLayer: layer))
        } else {
          activities[layer].setProduct(descent.map(ofLayer: layer), transposedInputs)
          similarity.setProduct(activities[layer].transposedFactor, activities[layer])
          activitySums[layer].append(columnSumsOf: activities[layer])
        }
        similarities[layer].append(similarity)
      }
    }
    if maps.count - waitingFrom >= groupSize { try finish() }
  }

  /// Processes the collected maps.
  mutating func finish() throws {
    let waiting = waitingFrom..<maps.count
    guard !waiting.isEmpty else { return }
    singularValues.append(contentsOf: try Self.modes(of: maps, waiting))
    if let target {
      course?.predictions += maps.forms(waiting, left: feature, right: item)
      course?.strengths.append(contentsOf: target.strengths(maps, waiting))
      let first = losses.count - waiting.count
      maps.removeAll(from: waitingFrom, but: waiting.indices.map { $0 - waitingFrom }.filter { isKept(first + $0) })
    }
    waitingFrom = maps.count
  }

  /// The singular values of some maps, on all free processors. The results do not depend on their number.
  private static func modes(of maps: MatrixSeries, _ range: Range<Int>) throws(GSLError) -> [Double] {
    // At least eight, which are computed together, unless they are large.
    let partSize = max(1, min(64, 1 << 14 / max(1, maps.rows * maps.columns) + 7) & ~7)
    let starts = Array(stride(from: range.lowerBound, to: range.upperBound, by: partSize))
    var parts = [Result<[Double], GSLError>](repeating: .success([]), count: starts.count)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      DispatchQueue.concurrentPerform(iterations: starts.count) { index in
        let part = starts[index]..<min(starts[index] + partSize, range.upperBound)
        var modes = SingularValues(rows: maps.rows, columns: maps.columns)
        do throws(GSLError) {
          parts[index] = .success(try modes.compute(each: maps[part]))
        } catch {
          parts[index] = .failure(error)
        }
      }
    }
    var values: [Double] = []
    for part in parts { values += try part.get() }
    return values
  }

  private func isKept(_ epoch: Int) -> Bool { epoch.isMultiple(of: interval) || pinned.contains(epoch) }
}
