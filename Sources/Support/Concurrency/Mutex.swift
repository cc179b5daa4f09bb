#if THREAD_SANITIZER
  @_exported public import struct Synchronization.Atomic

  /// A lock of the system's threads around a value, for `make sanitize-thread`.
  ///
  /// Swift's own lock is taken inside its runtime, where the sanitizer does not look: it would call every guarded access a
  /// race.
  public final class Mutex<Value>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

    /// A lock around a value.
    public init(_ value: sending Value) {
      self.value.initialize(to: value)
      lock.initialize(to: pthread_mutex_t())
      pthread_mutex_init(lock, nil)
    }

    deinit {
      pthread_mutex_destroy(lock)
      lock.deallocate()
      value.deinitialize(count: 1)
      value.deallocate()
    }

    /// Does something with the value while nobody else does.
    public func withLock<Result, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return try body(&value.pointee)
    }
  }
#else
  @_exported public import Synchronization

  /// The lock around a value that all of the package uses: Swift's own.
  public typealias Mutex = Synchronization.Mutex
#endif

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
