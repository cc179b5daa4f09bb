import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ctrl-C and a closed pipe, made orderly.
///
/// An interrupt cancels the work, which stops at the next epoch, takes gnuplot down and leaves no unfinished file. A
/// reader who closes standard output early (`| head -1`) is no error: writing just ends.
final class Interruption {
  /// The exit code of a program that was interrupted, by the convention of shells.
  static let exitCode: Int32 = 130

  /// What is said of it.
  static let message = "Interrupted. What was written before is whole."

  private let sources: [any DispatchSourceSignal]

  /// Watches for SIGINT and SIGTERM.
  ///
  /// - Parameter cancel: stops the work; if the program is still there after 0.8 seconds, it ends all the same.
  init(cancel: @escaping @Sendable () -> Void) {
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.8) {
          Console.note(Interruption.message)
          _exit(Interruption.exitCode)
        }
      }
      source.resume()
      return source
    }
  }
}
