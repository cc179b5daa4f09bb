/// The middle of some numbers, and how far they scatter around it.
///
/// Quartiles are interpolated linearly between the ordered numbers: that of p among n numbers stands at place (n − 1) p,
/// counted from 0. That is type 7 of Hyndman and Fan, the default of R and of NumPy. Hyndman, R. J. & Fan, Y. (1996),
/// "Sample quantiles in statistical packages", doi:10.1080/00031305.1996.10473566.
struct Quartiles: Equatable, Sendable {
  /// A quarter of the numbers is below.
  let lower: Double
  /// Half of the numbers is below.
  let median: Double
  /// Three quarters of the numbers are below.
  let upper: Double
  /// How many numbers there are.
  let count: Int

  /// Nothing is known, because there are too few numbers or none.
  static func unknown(of count: Int) -> Quartiles {
    Quartiles(lower: .nan, median: .nan, upper: .nan, count: count)
  }

  /// Nothing is known.
  static let none = unknown(of: 0)

  /// Whether anything is known.
  var isKnown: Bool { !median.isNaN }

  init(lower: Double, median: Double, upper: Double, count: Int) {
    (self.lower, self.median, self.upper, self.count) = (lower, median, upper, count)
  }

  /// The quartiles of numbers that are all finite; ``none`` without any. They are put in order.
  ///
  /// - Complexity: n log n.
  init(ordering numbers: UnsafeMutableBufferPointer<Double>) {
    guard !numbers.isEmpty else {
      self = .none
      return
    }
    var numbers = numbers
    numbers.sort()
    func quantile(_ part: Double) -> Double {
      let place = part * Double(numbers.count - 1)
      let below = Int(place)
      let (low, high) = (numbers[below], numbers[min(below + 1, numbers.count - 1)])
      // Without a difference, which two large numbers need not have.
      let weight = place - Double(below)
      return weight == 0 || low == high ? low : low * (1 - weight) + high * weight
    }
    self.init(lower: quantile(0.25), median: quantile(0.5), upper: quantile(0.75), count: numbers.count)
  }

  /// The quartiles of some numbers, those left out that are not finite.
  init(_ numbers: [Double]) {
    var finite = numbers.filter(\.isFinite)
    self = finite.withUnsafeMutableBufferPointer { Quartiles(ordering: $0) }
  }
}
