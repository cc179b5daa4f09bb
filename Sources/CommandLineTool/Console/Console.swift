internal import Support

/// What goes to the terminal: results to standard output, everything else to standard error.
enum Console {
  /// Writes a line of results.
  static func print(_ line: String) { writeResult(PrintableText.plain(line)) }

  /// Writes a figure of letters, which may have colours.
  static func draw(_ figure: String) { writeResult(PrintableText.colored(figure)) }

  /// Whether results did not arrive. The work goes on, because its files are still wanted; the process ends with an error.
  static var hasLostResults: Bool { lostResults.load(ordering: .relaxed) }
  private static let lostResults = Atomic(false)

  private static func writeResult(_ text: String) {
    // A reader who has closed the pipe wants no more; everything else that keeps results from arriving is an error.
    guard !hasLostResults, let problem = write(text + "\n", to: STDOUT_FILENO), problem != EPIPE else { return }
    lostResults.store(true, ordering: .relaxed)
    error("The results could not be written to standard output: \(String(cString: strerror(problem))).")
  }

  /// Writes a message that is no result.
  static func note(_ line: String) {
    clearProgress()
    write(PrintableText.plain(line) + "\n", to: STDERR_FILENO)
  }

  /// Writes an error, wrapped for a terminal.
  static func error(_ text: String) {
    note(TextWrapping.wrap("Error: " + text, indent: 2))
  }

  /// Writes a warning, wrapped for a terminal.
  static func warning(_ text: String) {
    note(TextWrapping.wrap("Warning: " + text, indent: 2))
  }

  /// Shows what is being done, on a terminal only; the next line overwrites it.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Takes a progress line away.
  static func clearProgress() {
    guard isTerminal else { return }
    write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// Whether somebody is watching standard error.
  private static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a text; the system's number for what went wrong, if anything did.
  @discardableResult
  private static func write(_ text: String, to descriptor: CInt) -> CInt? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}
