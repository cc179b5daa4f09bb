internal import Experiments
internal import Support

/// Ctrl-C and a closed pipe, made orderly.
///
/// An interrupt, a hang-up or a request to end cancels the work, which stops at the next epoch, takes gnuplot down and
/// leaves no unfinished file. A reader who closes standard output early (`| head -1`) is no error: writing just ends.
enum Interruption {
  /// The exit code of a program that was interrupted, by the convention of shells.
  static let exitCode: Int32 = 130

  /// What is said of it.
  static let message = "Interrupted. What was written before is whole."

  /// The pipe through which a signal reaches the thread that acts on it. Numbers that are there before any signal, because
  /// nothing else may be touched while one is being handled.
  nonisolated(unsafe) private static var (reading, writing): (CInt, CInt) = (-1, -1)

  /// Watches for SIGINT, SIGTERM and SIGHUP from now on: no signal that comes after this call is lost.
  ///
  /// A separate thread acts on it, so a busy program still responds at once. If SIGHUP was already ignored (nohup), it stays
  /// ignored.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no more is an error like a full disk, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    var ends: [CInt] = [-1, -1]
    // Without a pipe a signal ends the process as it ends every other.
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

  /// Tells what to do at an interrupt; if there has been one already, it is done at once.
  ///
  /// - Parameter cancel: stops the work; if the program is still there after 0.8 seconds, it ends all the same.
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
  /// - Returns: whether there is one.
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
    // Files that are just getting their places belong together; a slow disk is waited for, though not for ever.
    var rounds = 0
    while UnfinishedWork.isThere, rounds < 1000 {
      usleep(10_000)
      rounds += 1
    }
    // By another thread: writing may wait for ever where nobody reads.
    start { _ in
      Console.note("Interrupted in the middle of a long step. What was written before is whole.")
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
