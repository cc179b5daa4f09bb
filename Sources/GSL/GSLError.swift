internal import CGSL

/// An error of a calculation with the GNU Scientific Library.
///
/// GSL's own error handler aborts the process. It is switched off here, once, before the first call;
/// every status code becomes a value of this type instead, with GSL's own text for it.
public struct GSLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was being computed, as a noun phrase: "the singular value decomposition".
  public let calculation: String
  /// GSL's status code (`gsl_errno.h`).
  public let code: Int32
  /// GSL's text for the code, with details if we detected the error before calling GSL.
  public let reason: String

  /// The error in words: what, why, and what to do.
  public var description: String {
    "GSL could not compute \(calculation): \(reason) (GSL status \(code))."
  }

  /// Whether there was not enough memory: then it may succeed on another machine.
  public var isWithoutMemory: Bool { code == Int32(GSL_ENOMEM) }

  init(calculation: String, code: Int32, found: String? = nil) {
    self.calculation = calculation
    self.code = code
    let text = String(cString: gsl_strerror(code))
    reason = found.map { "\(text): \($0)" } ?? text
  }
}

/// The linked GNU Scientific Library as a whole.
public enum GSLLibrary {
  /// The version of the linked library, such as "2.7.1".
  public static let version = String(cString: dlnn_gsl_version())

  /// Makes GSL return status codes instead of aborting; evaluated once per process.
  private static let errorsAreReturned: Void = { _ = gsl_set_error_handler_off() }()

  /// Called before every call into GSL that could fail.
  static func returnErrors() { errorsAreReturned }

  /// Runs one GSL call that returns a status code.
  ///
  /// - Parameter calculation: a noun phrase for the error text.
  /// - Throws: ``GSLError`` when the status is not zero.
  static func run(_ calculation: String, _ call: () -> Int32) throws(GSLError) {
    returnErrors()
    let status = call()
    if status != 0 { throw GSLError(calculation: calculation, code: status) }
  }

  /// Refuses entries that GSL's iterations cannot handle: with NaN its singular value decomposition never ends.
  static func requireFinite(_ matrix: Matrix, _ calculation: String) throws(GSLError) {
    guard matrix.isFinite else {
      throw GSLError(
        calculation: calculation, code: Int32(GSL_EDOM),
        found: "the \(matrix.rows) × \(matrix.columns) matrix has entries that are not finite")
    }
  }
}
