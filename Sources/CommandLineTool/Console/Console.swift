internal import Support

/// Output to the terminal: results to standard output, everything else to standard error.
enum Console {
  /// Writes a line of results.
  static func print(_ line: String) { writeResult(PrintableText.plain(line)) }

  /// Writes a figure drawn as text, which may have colours.
  static func draw(_ figure: String) { writeResult(PrintableText.colored(figure)) }

  /// Whether results could not be written. The work goes on, because its files are still wanted; the exit code reports it.
  static var hasLostResults: Bool { lostResults.load(ordering: .relaxed) }
  private static let lostResults = Atomic(false)

  private static func writeResult(_ text: String) {
    // A closed pipe is fine (`| head`); anything else that prevents writing is an error.
    guard !hasLostResults, let problem = write(text + "\n", to: STDOUT_FILENO), problem != EPIPE else { return }
    lostResults.store(true, ordering: .relaxed)
    error("The results could not be written to standard output: \(String(cString: strerror(problem))).")
  }

  /// Writes a message that is not a result.
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

  /// Shows the current step, on a terminal only; the next line overwrites it.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Clears the progress line.
  static func clearProgress() {
    guard isTerminal else { return }
    write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal.
  private static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a text; returns errno if that failed, nil otherwise.
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

/// Texts that are safe to print on a terminal: quoted names and messages could contain control sequences.
package enum PrintableText {
  /// The text with U+FFFD in place of every unprintable character, except line breaks.
  package static func plain(_ text: String) -> String { filtered(text, allowsColors: false) }

  /// The same, but colour sequences (`ESC [ numbers m`) are kept.
  package static func colored(_ text: String) -> String { filtered(text, allowsColors: true) }

  private static func filtered(_ text: String, allowsColors: Bool) -> String {
    var shown = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if allowsColors, let length = colorLength(rest) {
        shown.append(contentsOf: rest.prefix(length))
        rest = rest.dropFirst(length)
        continue
      }
      shown.append(scalar.isPrintable || scalar == "\n" ? scalar : "\u{FFFD}")
      rest.removeFirst()
    }
    return String(shown)
  }

  /// The length of a colour sequence at the start of a text, nil if there is none.
  private static func colorLength(_ text: Substring.UnicodeScalarView) -> Int? {
    guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let numbers = text.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" }
    // A full colour has five numbers; gnuplot sends no more.
    guard numbers.count <= 24, text.dropFirst(2 + numbers.count).first == "m" else { return nil }
    return 2 + numbers.count + 1
  }
}
