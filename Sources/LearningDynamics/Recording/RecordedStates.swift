internal import GSL
internal import Support

/// Results from the end-to-end maps of all states, for recordings that do not keep all maps.
struct Course: Equatable, Sendable {
  /// The prediction for the probe.
  fileprivate(set) var predictions: [Double] = []
  /// The strengths of the modes.
  fileprivate(set) var strengths: VectorSeries
}

/// Builds a recording.
///
/// The modes of several maps at a time are computed on other processors, while the training goes on. When many maps have
/// been collected, those that are not to be kept are removed.
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
  /// If not all maps are kept, the largest number of unprocessed ones; and the index of the first one.
  private let groupSize: Int
  private var waitingFrom = 0
  private var modes: ModesAside
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
    modes = ModesAside(rows: rows, columns: columns)
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
    modes.take(maps)
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
    if interval > 1, maps.count - waitingFrom >= groupSize { try finish() }
  }

  /// Processes the collected maps.
  mutating func finish() throws {
    let waiting = waitingFrom..<maps.count
    guard !waiting.isEmpty else { return }
    singularValues.append(contentsOf: try modes.finish(maps))
    if let target {
      course?.predictions += maps.forms(waiting, left: feature, right: item)
      course?.strengths.append(contentsOf: target.strengths(maps, waiting))
      let first = losses.count - waiting.count
      maps.removeAll(from: waitingFrom, but: waiting.indices.map { $0 - waitingFrom }.filter { isKept(first + $0) })
    }
    waitingFrom = maps.count
    modes.restart(at: maps.count)
  }

  private func isKept(_ epoch: Int) -> Bool { epoch.isMultiple(of: interval) || pinned.contains(epoch) }
}

/// Computes the singular values of maps while more of them are made. The results do not depend on the number of processors.
private struct ModesAside {
  private let rows: Int
  private let columns: Int
  /// At least eight maps, which are computed together, unless they are large.
  private let partSize: Int
  /// So many parts at a time: one on each processor, but no more than 32 MB, or a single part. Each is a copy of its maps, and
  /// takes two or three times as much to decompose.
  private let atOnce: Int
  private let aside: WorkAside
  private let found = FoundModes()
  /// The first map that nobody has got yet.
  private var start = 0
  private var parts = 0

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    partSize = max(1, min(64, 1 << 14 / max(1, rows * columns) + 7) & ~7)
    atOnce = max(1, min(Processors.count, 1 << 22 / max(1, rows * columns * partSize)))
    aside = WorkAside(atOnce: atOnce)
  }

  /// Takes maps as soon as they are a whole part.
  mutating func take(_ maps: MatrixSeries) {
    guard maps.count - start >= partSize else { return }
    handOver(maps)
    aside.finish(max(0, aside.count - atOnce))
  }

  /// Takes the other maps, and waits for the values of all since the last time.
  mutating func finish(_ maps: MatrixSeries) throws(GSLError) -> [Double] {
    if start < maps.count { handOver(maps) }
    aside.finish()
    defer { parts = 0 }
    return try found.take(parts)
  }

  /// Goes on with the map at an index.
  mutating func restart(at index: Int) { start = index }

  private mutating func handOver(_ maps: MatrixSeries) {
    // A copy, because the training changes the memory of the maps.
    let part = maps[start..<maps.count].withUnsafeBufferPointer { Array($0) }
    let place = parts
    aside.add { [rows, columns, found] in
      var values = found.takeWorkspace() ?? SingularValues(rows: rows, columns: columns)
      let result: Result<[Double], GSLError>
      do throws(GSLError) {
        result = .success(try values.compute(each: part[...]))
      } catch {
        result = .failure(error)
      }
      found.add(result, at: place, from: values)
    }
    start = maps.count
    parts += 1
  }
}

/// The singular values of parts, in any order.
private final class FoundModes: Sendable {
  private let parts = Mutex<[Int: Result<[Double], GSLError>]>([:])
  /// Memory of finished parts, which for large maps would take as long to get again as to use.
  private let workspaces = Mutex<[SingularValues]>([])

  func takeWorkspace() -> SingularValues? { workspaces.withLock { $0.popLast() } }

  func add(_ part: Result<[Double], GSLError>, at place: Int, from workspace: consuming SingularValues) {
    parts.withLock { $0[place] = part }
    let workspace = workspace
    workspaces.withLock { $0.append(workspace) }
  }

  /// All parts, in order.
  func take(_ count: Int) throws(GSLError) -> [Double] {
    let found = parts.withLock { parts in
      defer { parts = [:] }
      return (0..<count).compactMap { parts[$0] }
    }
    var values: [Double] = []
    for part in found { values += try part.get() }
    return values
  }
}
