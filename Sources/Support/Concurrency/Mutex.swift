#if THREAD_SANITIZER
  @_exported public import struct Synchronization.Atomic

  /// A value protected by a pthread lock, for `make sanitize-thread`.
  ///
  /// The sanitizer does not see Swift's own lock, and would report every protected access as a race.
  public final class Mutex<Value>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

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

    /// Gives exclusive access to the value.
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

  /// The lock that the whole package uses: Swift's own.
  public typealias Mutex = Synchronization.Mutex
#endif

/// A value that is computed on first use, and then shared by all copies of the value that holds it.
///
/// It follows from the rest of that value, so comparisons ignore it.
package final class Memo<Value: Sendable>: Sendable, Equatable {
  private let value = Mutex<Value?>(nil)

  /// Nothing computed yet.
  package init() {}

  /// The value; it is computed on first use.
  package func callAsFunction<Failure>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    // Two callers at the same time may both compute it, with the same result.
    if let known = value.withLock({ $0 }) { return known }
    let made = try make()
    value.withLock { $0 = made }
    return made
  }

  /// Always true, because the value follows from the rest.
  package static func == (left: Memo, right: Memo) -> Bool { true }
}

/// Computed values by name, for types that the module of the holding value does not know.
package final class Memos: Sendable, Equatable {
  private let values = Mutex<[String: any Sendable]>([:])

  /// Nothing computed yet.
  package init() {}

  /// The value with a name; it is computed on first use.
  ///
  /// - Parameters:
  ///   - name: the calling function or property, so that each one has its own value.
  ///   - make: computes it.
  package func value<Value: Sendable, Failure>(
    _ name: String = #function, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = values.withLock({ $0[name] }), let value = known as? Value { return value }
    let made = try make()
    values.withLock { $0[name] = made }
    return made
  }

  /// Always true, because the value follows from the rest.
  package static func == (left: Memos, right: Memos) -> Bool { true }
}
