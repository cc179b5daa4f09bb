internal import Support

/// Numbers along an axis, as many as fit.
enum NumberTicks {
  /// The distance between numbers on a linear axis: 1, 2 or 5 times a power of ten.
  ///
  /// - Parameter most: the most intervals.
  static func step(_ range: Axis.Range, atMost most: Double) -> Double {
    let least = (range.to - range.from).magnitude / max(1, most)
    let power = pow(10, floor(log10(least)))
    guard power.isNormal, power.isFinite else { return least }
    // With a small tolerance for rounding.
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? least
  }

  /// The numbers of a step within a range, as gnuplot writes them.
  static func texts(_ range: Axis.Range, step: Double) -> [String] {
    places(range, step: step).map { text($0, step: step) }
  }

  static func places(_ range: Axis.Range, step: Double) -> [Double] {
    let (low, high) = (min(range.from, range.to), max(range.from, range.to))
    let (first, last) = ((low / step - 1e-9).rounded(.up), (high / step + 1e-9).rounded(.down))
    guard step > 0, first.magnitude < 1e15, last.magnitude < 1e15, last >= first, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Whether numbers of a range need an exponent, and so are not left to gnuplot.
  static func needsExponents(_ range: Axis.Range) -> Bool {
    let largest = max(range.from.magnitude, range.to.magnitude)
    return !(1e-3..<1e6).contains(largest)
  }

  static func text(_ value: Double, step: Double) -> String {
    if value == 0 { return "0" }
    if (1e-4..<1e6).contains(value.magnitude), step > 1e-7 {
      let decimals = max(0, Int(-floor(log10(step) + 1e-9)))
      return fixed(value, decimals: decimals)
    }
    var power = Int(floor(log10(step) + 1e-9))
    var mantissa = (value / pow(10, Double(power))).rounded()
    guard mantissa.magnitude < 1e15, mantissa != 0 else { return "0" }
    while (mantissa / 10).rounded() * 10 == mantissa { (mantissa, power) = (mantissa / 10, power + 1) }
    var decimals = 0
    while mantissa.magnitude >= pow(10, Double(decimals + 1)) { decimals += 1 }
    return fixed(mantissa / pow(10, Double(decimals)), decimals: decimals) + "e\(power + decimals)"
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    let scaled = (value.magnitude * pow(10, Double(decimals))).rounded()
    guard scaled < 1e15 else { return value.tableText }
    var digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard decimals > 0 else { return sign + digits }
    while digits.count <= decimals { digits = "0" + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// Powers of ten on a logarithmic axis: the first one shown, and the factor from one to the next; nil if gnuplot
  /// chooses because there are fewer than two.
  static func decades(_ range: Axis.Range, atMost most: Double) -> (first: Double, factor: Double)? {
    let (low, high) = (min(range.from, range.to), max(range.from, range.to))
    let (first, last) = ((log10(low) - 1e-9).rounded(.up), (log10(high) + 1e-9).rounded(.down))
    guard last > first else { return nil }
    let step = max(1, ((last - first) / max(1, most)).rounded(.up))
    let start = (first / step).rounded(.up) * step
    return (pow(10, start), pow(10, step))
  }
}

extension Axis.Range {
  /// The format that makes numbers along a short range far from zero differ; nil if gnuplot's six digits are enough.
  var numberFormat: String? {
    let (length, largest) = ((to - from).magnitude, max(from.magnitude, to.magnitude))
    guard length < 1e-4 * largest else { return nil }
    var (digits, distance) = (6, largest * 1e-4)
    while distance > length, digits < 17 { (digits, distance) = (digits + 1, distance / 10) }
    return "%.\(digits)g"
  }
}
