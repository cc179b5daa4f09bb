internal import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ctrl-C and a closed pipe, made orderly.
///
/// An interrupt, a hang-up or a request to end cancels the work, which stops at the next epoch, takes gnuplot down and
/// leaves no unfinished file. A reader who closes standard output early (`| head -1`) is no error: writing just ends.
final class Interruption {
  /// The exit code of a program that was interrupted, by the convention of shells.
  static let exitCode: Int32 = 130

  /// What is said of it.
  static let message = "Interrupted. What was written before is whole."

  private let sources: [any DispatchSourceSignal]

  /// Watches for SIGINT, SIGTERM and SIGHUP.
  ///
  /// - Parameter cancel: stops the work; if the program is still there after 0.8 seconds, it ends all the same.
  init(cancel: @escaping @Sendable () -> Void) {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no more is an error like a full disk, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.75) {
          Console.note("Interrupted in the middle of a long step. What was written before is whole.")
        }
        // By itself: writing may wait for ever where nobody reads.
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.8) { _exit(Interruption.exitCode) }
      }
      source.resume()
      return source
    }
  }
}
