public import GSL

/// Every prediction of a training that goes the wrong way, the worst first.
///
/// The predictions are the training's own, exact to rounding, of all N features for all P items: streamed, so that N·P·T
/// numbers are never held at once.
public struct IllusionScan: Equatable, Sendable {
  /// A cell of the targets and the wrong way of its prediction.
  public struct Cell: Hashable, Sendable {
    /// Which cell.
    public let cell: Probe
    /// What it should be.
    public let target: Double
    /// Σ over the kept states of how far its prediction is on the wrong side (``WrongWay/area``).
    public let area: Double
    /// The prediction furthest on the wrong side.
    public let worst: Double
    /// The epoch of ``worst``.
    public let worstEpoch: Int
    /// How many kept states are on the wrong side.
    public let wrongEpochs: Int
  }

  /// The worst cells, by ``Cell/area``. Areas are rounded to a millionth for that, because many are equal but for rounding and
  /// the random start; those cells stand in the order of features, then of items.
  public let ranking: [Cell]
  /// ``Cell/area`` of every cell, P × N; 0 of one that never goes the wrong way.
  public let areas: Matrix
  /// How many cells of each item go the wrong way.
  public let wrongCells: [Int]
  /// How many cells had not arrived at the end: within 0.05ρ of the target for a fiftieth of the kept states. Of these it is
  /// not known whether they would still go the wrong way.
  public let unsettledCells: Int
  /// Whether any prediction has moved from its start by more than 0.01ρ.
  public let hasLearned: Bool

  /// The number of cells that go the wrong way.
  public var wrongCellCount: Int { wrongCells.reduce(0, +) }

  /// Looks at every prediction of a training at each of its ``Recording/keptEpochs``.
  ///
  /// - Parameters:
  ///   - recording: the training.
  ///   - dataset: what it was trained on.
  ///   - count: how many cells are ranked; 1,000 by default.
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
    var unsettled = 0
    var hasLearned = false
    try recording.forEachPrediction { cell, predictions in
      let target = PredictionTarget(targets[cell.item, cell.feature], scale: scales[cell.feature])
      let wrongWay = WrongWay(predictions, target: target)
      let arrival = target.arrival(of: predictions)
      if PredictionTarget.lasting(from: arrival, lastState: predictions.count - 1) == nil { unsettled += 1 }
      hasLearned = hasLearned || target.isMoved(predictions)
      guard wrongWay.stateCount > 0 else { return }
      areas[cell.item, cell.feature] = wrongWay.area
      wrongCells[cell.item] += 1
      found.append(
        Cell(
          cell: cell, target: target.value, area: wrongWay.area, worst: wrongWay.worst,
          worstEpoch: epochs[wrongWay.worstState], wrongEpochs: wrongWay.stateCount))
      if found.count >= 8 * (count + 1000) { found = Self.ranked(found, atMost: count) }
    }
    ranking = Self.ranked(found, atMost: count)
    self.areas = areas
    self.wrongCells = wrongCells
    unsettledCells = unsettled
    self.hasLearned = hasLearned
  }

  /// The place of a cell among all that go the wrong way, from 1; nil for one that does not.
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

  /// What cells are ordered by.
  private static func key(_ area: Double, _ cell: Probe) -> (Double, Int, Int) {
    (-(area * 1e6).rounded(), cell.feature, cell.item)
  }
}

/// How far and how long a prediction goes the wrong way.
///
/// At state t it is on the wrong side if it is farther from its target y than at the start,
/// |ŷ(t) − y| > |ŷ(0) − y| + 0.01ρ, with ρ the range of the feature's values; and, for a feature of exactly two values, if it
/// lies beyond the middle between them. For targets of ±1 and a small start this is sign(y)·ŷ < −0.02. See ``PredictionTarget``.
public struct WrongWay: Hashable, Sendable {
  /// Σ (|ŷ(t) − y| − |ŷ(0) − y|)/(ρ/2) over the states on the wrong side: how far times how long, in halves of the
  /// feature's range. A prediction that stands at −0.5 for 40 states, where +1 is right and −1 wrong, has 20.
  public private(set) var area = 0.0
  /// The prediction furthest on the wrong side; 0 where it never is.
  public private(set) var worst = 0.0
  /// The index of the state of ``worst``, the first of equal ones.
  public private(set) var worstState = 0
  /// The number of states on the wrong side.
  public private(set) var stateCount = 0

  private let side: WrongSide
  private var worstDistance = 0.0

  /// The wrong way before any state.
  ///
  /// - Parameters:
  ///   - target: what the prediction is held to.
  ///   - initial: the prediction at the start.
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

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, the start first.
  ///   - target: what it is held to.
  /// - Complexity: O(number of states), no allocation.
  public init(_ predictions: UnsafeBufferPointer<Double>, target: PredictionTarget) {
    self.init(target: target, initial: predictions.first ?? 0)
    for state in predictions.indices { add(predictions[state], at: state) }
  }

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, the start first.
  ///   - target: what it is held to.
  public init(_ predictions: [Double], target: PredictionTarget) {
    self = predictions.withUnsafeBufferPointer { WrongWay($0, target: target) }
  }
}

/// The one rule for which predictions are on the wrong side.
struct WrongSide: Hashable, Sendable {
  private let target: Double
  private let initialDistance: Double
  private let tolerance: Double
  private let halfRange: Double
  private let midpoint: Double
  /// −1, +1: on which side of the middle the target lies; 0 for a feature that has not exactly two values.
  private let direction: Double

  init(of target: PredictionTarget, initial: Double) {
    self.target = target.value
    initialDistance = (initial - target.value).magnitude
    tolerance = PredictionTarget.wrongSideShare * target.scale.range
    halfRange = target.scale.range / 2
    midpoint = target.scale.midpoint ?? 0
    direction = target.scale.midpoint.map { target.value < $0 ? -1 : 1 } ?? 0
  }

  /// How much farther from the target a prediction on the wrong side is than the start was, in halves of the feature's
  /// range; 0 for one that is not on the wrong side.
  @inline(__always)
  func distance(_ prediction: Double) -> Double {
    let excess = (prediction - target).magnitude - initialDistance
    guard excess > tolerance, direction == 0 || direction * (prediction - midpoint) < 0 else { return 0 }
    return excess / halfRange
  }
}
