/// A value that is computed when it is first asked for, and then shared by all copies of what it was computed from.
///
/// It follows from the rest of the value that holds it, so it does not count when two of those are compared.
package final class Memo<Value: Sendable>: Sendable, Equatable {
  private let value = Mutex<Value?>(nil)

  /// Nothing known yet.
  package init() {}

  /// The value, made now if it is not there yet.
  package func callAsFunction<Failure>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    // Two that ask at once may both make it; they make the same.
    if let known = value.withLock({ $0 }) { return known }
    let made = try make()
    value.withLock { $0 = made }
    return made
  }

  /// Always: what is known follows from the rest.
  package static func == (left: Memo, right: Memo) -> Bool { true }
}

/// Computed values by their names: for what only code knows that comes after the value that holds them.
package final class Memos: Sendable, Equatable {
  private let values = Mutex<[String: any Sendable]>([:])

  /// Nothing known yet.
  package init() {}

  /// The value of a name, made now if it is not there yet.
  ///
  /// - Parameters:
  ///   - name: the function or property that asks, so that no two of them share a value.
  ///   - make: makes it.
  package func value<Value: Sendable, Failure>(
    _ name: String = #function, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = values.withLock({ $0[name] }), let value = known as? Value { return value }
    let made = try make()
    values.withLock { $0[name] = made }
    return made
  }

  /// Always: what is known follows from the rest.
  package static func == (left: Memos, right: Memos) -> Bool { true }
}
