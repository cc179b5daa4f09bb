#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What goes to the terminal: results to standard output, everything else to standard error.
enum Console {
  /// Writes a line of results.
  static func print(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a message that is no result.
  static func note(_ line: String) {
    clearProgress()
    write(line + "\n", to: STDERR_FILENO)
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

  private static func write(_ text: String, to descriptor: CInt) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// Breaks long lines between words.
enum TextWrapping {
  /// Lines of at most 80 columns; those after the first are indented.
  static func wrap(_ text: String, width: Int = 80, indent: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let leading = line.prefix { $0 == " " }.count
      var lines: [String] = []
      var current = String(repeating: " ", count: leading)
      var isEmpty = true
      for word in line.split(separator: " ") {
        if !isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = String(repeating: " ", count: leading + indent)
          isEmpty = true
        }
        current += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      return (lines + [current]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
