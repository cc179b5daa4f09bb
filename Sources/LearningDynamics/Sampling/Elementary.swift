#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The C library's elementary functions. Taken from there and not from Foundation, whose loading would cost more time
/// than a training.
enum Elementary {
  static func log(_ x: Double) -> Double { unqualifiedLog(x) }
  static func log1p(_ x: Double) -> Double { unqualifiedLog1p(x) }
  static func cos(_ x: Double) -> Double { unqualifiedCos(x) }
  static func sin(_ x: Double) -> Double { unqualifiedSin(x) }
  static func exp(_ x: Double) -> Double { unqualifiedExp(x) }
  static func expm1(_ x: Double) -> Double { unqualifiedExpm1(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { unqualifiedPow(x, y) }
}

// Inside the enumeration the short names mean its own functions.
private func unqualifiedLog(_ x: Double) -> Double { log(x) }
private func unqualifiedLog1p(_ x: Double) -> Double { log1p(x) }
private func unqualifiedCos(_ x: Double) -> Double { cos(x) }
private func unqualifiedSin(_ x: Double) -> Double { sin(x) }
private func unqualifiedExp(_ x: Double) -> Double { exp(x) }
private func unqualifiedExpm1(_ x: Double) -> Double { expm1(x) }
private func unqualifiedPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
