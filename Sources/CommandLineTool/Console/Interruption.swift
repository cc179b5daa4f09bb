internal import Experiments
internal import Support

/// An orderly end after Ctrl-C or a closed pipe.
///
/// SIGINT, SIGTERM and SIGHUP cancel the work, which stops at the next epoch, ends gnuplot and leaves no unfinished file.
/// Closing standard output early (`| head -1`) is not an error: writing just ends.
enum Interruption {
  /// The exit code after an interrupt, as shells expect it.
  static let exitCode: Int32 = 130

  static let message = "Interrupted. Files already written are complete."

  /// The pipe through which a signal handler reaches the thread that acts on it. Plain numbers, set before the first signal,
  /// because a signal handler may access little else.
  nonisolated(unsafe) private static var (reading, writing): (CInt, CInt) = (-1, -1)

  /// Watches for SIGINT, SIGTERM and SIGHUP from now on; no later signal is lost.
  ///
  /// A separate thread acts on it, so a busy program still responds at once. If SIGHUP was already ignored (nohup), it stays
  /// ignored.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // Reaching the limit on file sizes is an error like a full disk; it must not end the process.
    signal(SIGXFSZ, SIG_IGN)
    var ends: [CInt] = [-1, -1]
    // Without a pipe, signals end the process as usual.
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    let isWatched = start { _ in
      Interruption.wait()
      return nil
    }
    guard isWatched else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(number, nil, &before)
      if number == SIGHUP, isIgnored(before) { continue }
      var action = sigaction()
      set(&action) { _ in
        let known = errno
        var byte: UInt8 = 0
        _ = write(Interruption.writing, &byte, 1)
        errno = known
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// Sets what an interrupt does; if there has been one already, it is done at once.
  ///
  /// - Parameter cancel: stops the work; if the program is still running after 0.8 seconds, it exits anyway.
  static func onInterrupt(_ cancel: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.cancel = cancel
      return state.isInterrupted
    }
    if isLate { cancel() }
  }

  private struct State {
    var isInterrupted = false
    var cancel: (@Sendable () -> Void)?
  }

  private static let state = Mutex(State())

  #if canImport(Darwin)
    private typealias ThreadEntry = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
  #else
    private typealias ThreadEntry = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  #endif

  /// Starts a thread.
  ///
  /// - Returns: whether it was started.
  @discardableResult
  private static func start(_ entry: ThreadEntry) -> Bool {
    #if canImport(Glibc)
      var thread = pthread_t()
      guard pthread_create(&thread, nil, entry, nil) == 0 else { return false }
      // Nobody waits for it.
      pthread_detach(thread)
    #else
      var thread: pthread_t?
      guard pthread_create(&thread, nil, entry, nil) == 0 else { return false }
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }

  private static func wait() {
    var byte: UInt8 = 0
    while read(reading, &byte, 1) < 0, errno == EINTR {}
    let cancel = state.withLock { state in
      state.isInterrupted = true
      return state.cancel
    }
    cancel?()
    usleep(750_000)
    // Files that are being renamed belong together: wait for a slow disk, but not forever.
    var rounds = 0
    while UnfinishedWork.isThere, rounds < 1000 {
      usleep(10_000)
      rounds += 1
    }
    // On another thread, because writing may block forever if nobody reads.
    start { _ in
      Console.note("Interrupted in the middle of a long step. Files already written are complete.")
      return nil
    }
    usleep(50_000)
    _exit(exitCode)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #elseif canImport(Musl)
      unsafeBitCast(action.__sa_handler.sa_handler, to: Int.self) == 1
    #else
      unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }

  private static func set(_ action: inout sigaction, _ handler: @escaping @convention(c) (CInt) -> Void) {
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
  }
}
