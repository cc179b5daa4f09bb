/// A mode on its way, state by state: when it first reaches a tenth, a half and nine tenths of its target.
struct RisingMode: Sendable {
  private let target: Double
  private var previous = 0.0
  private var state = 0
  private var tenth: Double?
  private var half: Double?
  private var nineTenths: Double?

  /// The first state with at least a half.
  private(set) var halfState: Int?

  /// A mode before state 0. One whose target is not positive never rises.
  init(target: Double) { self.target = target }

  /// Whether nothing more will be found of it.
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
