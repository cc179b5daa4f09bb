internal import Support

extension GnuplotProgram {
  /// The terminals that open a window, the best first.
  public static let windowTerminals = ["qt", "wxt", "aqua", "x11"]

  /// Draws one script's figure as text.
  ///
  /// - Parameters:
  ///   - figure: the script's name without extension.
  ///   - directory: the folder of the script and its tables.
  ///   - size: the size of a panel.
  ///   - colors: the colours of the user's terminal.
  /// - Throws: ``GnuplotError``, also for a figure with matrices only.
  public func text(
    of figure: String, in directory: String, size: TextFigure.Size, colors: TextColors
  ) async throws(GnuplotError) -> TextFigure {
    let name = "\(figure).gp"
    let script = TextFigure.script(try Self.script(name, in: directory), size: size, colors: colors)
    guard let commands = script.text else { throw .notForText(script: name) }
    let answer = try await run(["-d", "-"], input: commands, in: directory, script: name, limit: 1 << 22)
    let (message, pages) = (answer.message, TextFigure.pages(of: answer.text))
    guard answer.succeeded, !message.contains("Cannot find or open file"), !pages.isEmpty else {
      throw .failed(script: name, message: ChildProcess.shortened(message))
    }
    var parts: [String] = []
    for (index, page) in pages.enumerated() {
      let notes = index < script.notes.count ? script.notes[index] : []
      parts.append(([page] + notes.map { Self.wrapped($0, columns: size.columns) }).joined(separator: "\n"))
    }
    return TextFigure(text: parts.joined(separator: "\n\n"), matrixCount: script.matrixCount)
  }

  /// Opens a window with one script's figure, which stays open after gnuplot and this program have ended.
  ///
  /// - Parameters:
  ///   - figure: the script's name without extension.
  ///   - directory: the folder of the script and its tables.
  ///   - terminal: one of ``windowTerminals``.
  ///   - write: writes a text into a temporary file and returns its path: with X11 windows, gnuplot loses lines of its
  ///     standard input.
  /// - Throws: ``GnuplotError``; what `write` throws.
  public func openWindow(
    of figure: String, in directory: String, terminal: String, writing write: (String) throws -> String
  ) async throws {
    let name = "\(figure).gp"
    let script = ScriptLines(try Self.script(name, in: directory))
    // The window's process keeps its output open: a pipe would never end.
    guard let file = tmpfile() else {
      throw GnuplotError.notRun(reason: "no temporary file: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    let messages = fileno(file)
    let size = "size \(script.size.width),\(script.size.height)"
    let commands = (["set terminal \(terminal) enhanced \(size) title '\(figure)'"] + script.lines + [""])
    let path = try write(commands.joined(separator: "\n"))
    let succeeded = try await runDetached(
      ["-d", "-persist", path], in: directory, script: name, messages: messages)
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = pread(messages, &bytes, bytes.count, 0)
    let message = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let isBroken = ["Cannot find or open file", "unable to open display", "could not connect to display"]
      .contains(where: message.contains)
    guard succeeded, !isBroken else {
      throw GnuplotError.failed(script: name, message: ChildProcess.shortened(message))
    }
  }

  /// Our scripts have a few kilobytes; with many item names, a few hundred.
  private static let largestScript = 1 << 24

  static func script(_ name: String, in directory: String) throws(GnuplotError) -> String {
    let path = "\(directory)/\(name)"
    // Only a regular file is read: a pipe would wait for a writer, and a device has no end.
    if let bytes = FileSystem.read(path, atMost: largestScript) { return String(decoding: bytes, as: UTF8.self) }
    let reason = String(cString: strerror(errno))
    let size = FileSystem.ordinarySize(path, followingLinks: true)
    guard FileSystem.exists(path), size == nil else {
      let isLarge = size.map { $0 > largestScript } ?? false
      throw .failed(script: name, message: "the script could not be read: \(isLarge ? "it is too large" : reason)")
    }
    throw .failed(
      script: name,
      message: "it is not a regular file; remove it, and run again to write it")
  }

  /// A line broken between words.
  private static func wrapped(_ text: String, columns: Int) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = "  \(word)"
      } else if lines[lines.count - 1].count + 1 + word.count <= columns {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append("    \(word)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
