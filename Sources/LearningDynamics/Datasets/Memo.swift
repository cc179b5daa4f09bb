internal import Synchronization

/// A value that is computed when it is first asked for, and then shared by all copies of what it was computed from.
///
/// It follows from the rest of the value that holds it, so it does not count when two of those are compared.
final class Memo<Value: Sendable>: Sendable, Equatable {
  private let value = Mutex<Value?>(nil)

  /// The value, made now if it is not there yet.
  func callAsFunction<Failure>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    // Two that ask at once may both make it; they make the same.
    if let known = value.withLock({ $0 }) { return known }
    let made = try make()
    value.withLock { $0 = made }
    return made
  }

  static func == (left: Memo, right: Memo) -> Bool { true }
}
