public import GSL

/// All predictions of a training that are on the wrong side, the worst first.
///
/// The predictions are those of the training, exact to rounding, for all N features and P items. They are streamed, so that
/// N·P·T numbers are never in memory at once.
public struct IllusionScan: Equatable, Sendable {
  /// An item, a feature, and how far and how long its prediction is on the wrong side.
  public struct Cell: Hashable, Sendable {
    /// The item and the feature.
    public let cell: Probe
    public let target: Double
    /// The sum over the kept states of how far the prediction is on the wrong side (``WrongSideMeasure/area``).
    public let area: Double
    /// The prediction furthest on the wrong side.
    public let worst: Double
    public let worstEpoch: Int
    /// The number of kept states on the wrong side.
    public let wrongEpochs: Int
  }

  /// The worst cells, by ``Cell/area``. For the order areas are rounded to a millionth, because many differ only by rounding
  /// and the random initial weights; equal ones are in the order of features, then of items.
  public let ranking: [Cell]
  /// ``Cell/area`` of every cell, P × N; 0 if it is never on the wrong side.
  public let areas: Matrix
  /// For each item the number of cells that are on the wrong side.
  public let wrongCells: [Int]
  /// The number of cells that have not converged at the end (within 0.05ρ of the target for a fiftieth of the kept states).
  /// They could still get to the wrong side later.
  public let unconvergedCells: Int
  /// Whether any prediction has moved from its start by more than 0.01ρ.
  public let hasLearned: Bool

  /// The number of cells that are on the wrong side.
  public var wrongCellCount: Int { wrongCells.reduce(0, +) }

  /// Looks at every prediction of a training at each of its ``Recording/keptEpochs``.
  ///
  /// - Parameters:
  ///   - recording: the training.
  ///   - dataset: the dataset of the training.
  ///   - count: how many cells to rank; 1,000 by default.
  /// - Throws: `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: O(N·P·K·r) in time for K kept states of r coordinates; in memory N·P numbers, and those of
  ///   `Recording.forEachPrediction(_:)`.
  public init(_ recording: Recording, on dataset: Dataset, ranking count: Int = 1000) throws {
    let (items, features) = (dataset.itemCount, dataset.featureCount)
    let (epochs, targets) = (recording.keptEpochs, dataset.targets)
    let scales = dataset.featureScales()
    var areas = Matrix(rows: items, columns: features)
    var wrongCells = [Int](repeating: 0, count: items)
    var found: [Cell] = []
    var unconverged = 0
    var hasLearned = false
    try recording.forEachPrediction { cell, predictions in
      let target = PredictionTarget(targets[cell.item, cell.feature], scale: scales[cell.feature])
      let wrongSide = WrongSideMeasure(predictions, target: target)
      let arrival = target.arrival(of: predictions)
      if PredictionTarget.lasting(from: arrival, lastState: predictions.count - 1) == nil { unconverged += 1 }
      hasLearned = hasLearned || target.isMoved(predictions)
      guard wrongSide.stateCount > 0 else { return }
      areas[cell.item, cell.feature] = wrongSide.area
      wrongCells[cell.item] += 1
      found.append(
        Cell(
          cell: cell, target: target.value, area: wrongSide.area, worst: wrongSide.worst,
          worstEpoch: epochs[wrongSide.worstState], wrongEpochs: wrongSide.stateCount))
      if found.count >= 8 * (count + 1000) { found = Self.ranked(found, atMost: count) }
    }
    ranking = Self.ranked(found, atMost: count)
    self.areas = areas
    self.wrongCells = wrongCells
    unconvergedCells = unconverged
    self.hasLearned = hasLearned
  }

  /// The rank of a cell among all that are on the wrong side, from 1; nil for one that never is.
  ///
  /// - Complexity: O(N·P).
  public func rank(of cell: Probe) -> Int? {
    let own = areas[cell.item, cell.feature]
    guard own > 0 else { return nil }
    var before = 0
    for item in 0..<areas.rows {
      for feature in 0..<areas.columns {
        let area = areas[item, feature]
        guard area > 0 else { continue }
        let other = Self.key(area, Probe(item: item, feature: feature))
        if other < Self.key(own, cell) { before += 1 }
      }
    }
    return before + 1
  }

  private static func ranked(_ cells: [Cell], atMost count: Int) -> [Cell] {
    Array(cells.sorted { key($0.area, $0.cell) < key($1.area, $1.cell) }.prefix(count))
  }

  /// The value by which cells are ordered.
  private static func key(_ area: Double, _ cell: Probe) -> (Double, Int, Int) {
    (-(area * 1e6).rounded(), cell.feature, cell.item)
  }
}

/// How far and how long a prediction is on the wrong side.
///
/// At state t a prediction is on the wrong side if it is farther from its target y than at state 0,
/// |ŷ(t) − y| > |ŷ(0) − y| + 0.01ρ, with ρ the range of the feature's values; and, for a feature of exactly two values, if it
/// is also beyond the middle between them. For targets of ±1 and small initial weights this is sign(y)·ŷ < −0.02. See
/// ``PredictionTarget``.
public struct WrongSideMeasure: Hashable, Sendable {
  /// Σ (|ŷ(t) − y| − |ŷ(0) − y|)/(ρ/2) over the states on the wrong side: size times duration, in halves of the feature's
  /// range. For example, a prediction that stays at −0.5 for 40 states although its target is +1 (and not −1) has the area 20.
  public private(set) var area = 0.0
  /// The prediction furthest on the wrong side; 0 if it never is.
  public private(set) var worst = 0.0
  /// The index of the state of ``worst``, the first of equal ones.
  public private(set) var worstState = 0
  /// The number of states on the wrong side.
  public private(set) var stateCount = 0

  private let side: WrongSide
  private var worstDistance = 0.0

  /// The measure before any state.
  ///
  /// - Parameters:
  ///   - target: the target of the prediction.
  ///   - initial: the prediction at state 0.
  init(target: PredictionTarget, initial: Double) {
    side = WrongSide(of: target, initial: initial)
  }

  /// Adds the prediction at a state.
  @inline(__always)
  mutating func add(_ prediction: Double, at state: Int) {
    let distance = side.distance(prediction)
    guard distance > 0 else { return }
    area += distance
    stateCount += 1
    if distance > worstDistance { (worst, worstState, worstDistance) = (prediction, state, distance) }
  }

  /// The measure of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, from state 0 on.
  ///   - target: the target of the prediction.
  /// - Complexity: O(number of states), no allocation.
  public init(_ predictions: UnsafeBufferPointer<Double>, target: PredictionTarget) {
    self.init(target: target, initial: predictions.first ?? 0)
    for state in predictions.indices { add(predictions[state], at: state) }
  }

  /// The measure of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, from state 0 on.
  ///   - target: the target of the prediction.
  public init(_ predictions: [Double], target: PredictionTarget) {
    self = predictions.withUnsafeBufferPointer { WrongSideMeasure($0, target: target) }
  }
}

/// The only rule for predictions on the wrong side.
struct WrongSide: Hashable, Sendable {
  private let target: Double
  private let initialDistance: Double
  private let tolerance: Double
  private let halfRange: Double
  private let midpoint: Double
  /// The side of the middle on which the target lies, −1 or +1; 0 for a feature that does not have exactly two values.
  private let direction: Double

  init(of target: PredictionTarget, initial: Double) {
    self.target = target.value
    initialDistance = (initial - target.value).magnitude
    tolerance = PredictionTarget.wrongSideShare * target.scale.range
    halfRange = target.scale.range / 2
    midpoint = target.scale.midpoint ?? 0
    direction = target.scale.midpoint.map { target.value < $0 ? -1 : 1 } ?? 0
  }

  /// How much farther from the target a prediction on the wrong side is than at state 0, in halves of the feature's range; 0
  /// for one that is not on the wrong side.
  @inline(__always)
  func distance(_ prediction: Double) -> Double {
    let excess = (prediction - target).magnitude - initialDistance
    guard excess > tolerance, direction == 0 || direction * (prediction - midpoint) < 0 else { return 0 }
    return excess / halfRange
  }
}
