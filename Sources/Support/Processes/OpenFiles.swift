/// How many files this process may have open: without one left, neither a file nor another program can be opened.
package enum OpenFiles {
  /// What a drawing has open while gnuplot starts and runs, with some to spare.
  private static let perDrawing = 12
  /// What everything else needs: messages, a folder and its lock, files of a run that are written together.
  private static let reserve = 48
  /// More than this is not asked for; some programs look at every number that they might have open.
  private static let mostWanted = 4096

  /// The fewest that a command which trains or draws works with: one drawing at a time.
  package static let least = reserve + perDrawing

  /// Raises the limit as far as a process may by itself: a shell's usual one is low on some systems.
  package static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < mostWanted else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(mostWanted))
    setrlimit(kind, &limit)
  }

  /// How many more files can be opened.
  package static var left: Int {
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return 256 }
    let most = Int(clamping: limit.rlim_cur)
    // Those that were inherited or are open already; beyond so many there is room anyway.
    let looked = min(most, mostWanted)
    return most - (0..<CInt(looked)).count { fcntl($0, F_GETFD) >= 0 }
  }

  /// How many drawings can be made at a time.
  package static var drawingsAtOnce: Int { max(1, (left - reserve) / perDrawing) }

  #if canImport(Glibc)
    private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let kind = RLIMIT_NOFILE
  #endif
}
