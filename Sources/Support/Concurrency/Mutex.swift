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
