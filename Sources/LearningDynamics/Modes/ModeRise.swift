internal import Support

/// The rise of a mode: the times at which its strength first reaches a tenth, a half and nine tenths of its target, in
/// epochs, interpolated between states.
public struct ModeRise: Codable, Hashable, Sendable {
  /// ln 81: the duration of a logistic curve from a tenth to nine tenths, in units of its time constant.
  static let logisticWidth = log(81.0)

  /// The time at a tenth.
  public let tenth: Double
  /// The time at a half.
  public let half: Double
  /// The time at nine tenths.
  public let nineTenths: Double

  /// The rise of a strength; nil if it does not reach nine tenths of a positive target.
  ///
  /// - Parameters:
  ///   - strengths: a_α at states 0, 1, 2, ….
  ///   - target: s_α.
  public init?(_ strengths: [Double], target: Double) {
    var mode = RisingMode(target: target)
    for strength in strengths where !mode.hasRisen { mode.add(strength) }
    guard let rise = mode.rise else { return nil }
    self = rise
  }

  init(tenth: Double, half: Double, nineTenths: Double) {
    (self.tenth, self.half, self.nineTenths) = (tenth, half, nineTenths)
  }

  /// Epochs from a tenth to nine tenths.
  public var duration: Double { nineTenths - tenth }

  /// How well two stages are separated: the time between their half-rises, divided by the time that the later one takes from a
  /// tenth to nine tenths; for stages of several modes the means.
  ///
  /// - 0: both rise at once, as without a hidden layer.
  /// - 1: the later stage begins about when the earlier one ends.
  /// - above 1: there is a plateau between them; the larger the number, the longer the plateau.
  ///
  /// It does not depend on the learning rate if that is small, because both times scale in the same way.
  ///
  /// - Returns: nil for a stage without modes, or with a duration of 0.
  public static func stagingIndex(of later: [ModeRise], after earlier: [ModeRise]) -> Double? {
    guard let (half, duration) = means(later), let (before, _) = means(earlier), duration > 0 else { return nil }
    return (half - before) / duration
  }

  /// The means of half-rise and duration.
  private static func means(_ rises: [ModeRise]) -> (half: Double, duration: Double)? {
    guard !rises.isEmpty else { return nil }
    let count = Double(rises.count)
    return (rises.reduce(0) { $0 + $1.half } / count, rises.reduce(0) { $0 + $1.duration } / count)
  }
}

/// Follows a mode state by state and notes when it first reaches a tenth, a half and nine tenths of its target.
struct RisingMode: Sendable {
  private let target: Double
  private var previous = 0.0
  private var state = 0
  private var tenth: Double?
  private var half: Double?
  private var nineTenths: Double?

  /// The first state with at least a half.
  private(set) var halfState: Int?

  /// A mode before state 0. A mode without a positive target never rises.
  init(target: Double) { self.target = target }

  /// Whether the rise is complete, or impossible.
  var hasRisen: Bool { nineTenths != nil || target <= 0 }

  /// The rise, once there is one.
  var rise: ModeRise? {
    guard let tenth, let half, let nineTenths else { return nil }
    return ModeRise(tenth: tenth, half: half, nineTenths: nineTenths)
  }

  /// Adds the strength at the next state.
  mutating func add(_ strength: Double) {
    defer { (previous, state) = (strength, state + 1) }
    guard target > 0 else { return }
    if tenth == nil { tenth = time(of: 0.1, strength) }
    if half == nil {
      half = time(of: 0.5, strength)
      if half != nil { halfState = state }
    }
    if nineTenths == nil { nineTenths = time(of: 0.9, strength) }
  }

  /// The time at which a share of the target is reached, interpolated between the state before and this one.
  private func time(of share: Double, _ strength: Double) -> Double? {
    let level = share * target
    guard strength >= level else { return nil }
    return state == 0 ? 0 : Double(state) - (strength - level) / (strength - previous)
  }
}
