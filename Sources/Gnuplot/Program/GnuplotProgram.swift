internal import Support

/// The gnuplot program on PATH, run without a shell and without the user's own gnuplot settings.
public struct GnuplotProgram: Sendable {
  package static let versionOption = "--version"
  /// The oldest version whose language the scripts use.
  public static let oldestVersion = (major: 5, minor: 4)

  /// How long one figure may take: a thousand times the time of our largest figures.
  public var timeLimit: Duration

  /// Gnuplots that are started ahead, for a program that draws again and again; nil to start one for each figure.
  public var waiting: WaitingGnuplots?

  /// How long a query may take: usually milliseconds, but more on busy machines.
  package static let versionTimeLimit = Duration.seconds(10)

  /// Far above the size of our images; stops a program that never stops writing.
  private static let largestImage = 256 << 20

  /// The program on PATH.
  public init(timeLimit: Duration = .seconds(60)) {
    self.timeLimit = timeLimit
  }

  /// The version, such as "5.4.4".
  ///
  /// - Throws: ``GnuplotError`` if it is missing, does not answer, or is older than ``oldestVersion``.
  public func version() async throws(GnuplotError) -> String {
    let answer = try await run(
      [Self.versionOption], in: nil, script: Self.versionOption, timeLimit: Self.versionTimeLimit)
    let (output, message, succeeded) = (answer.text, answer.message, answer.succeeded)
    // "gnuplot 5.4 patchlevel 4"
    let words = output.split(whereSeparator: \.isWhitespace)
    let numbers = words.count > 1 ? words[1].split(separator: ".").compactMap { Int($0) } : []
    guard succeeded, words.first == "gnuplot", numbers.count == 2 else {
      throw .notRun(reason: "'gnuplot --version' answered \(String((output + message).prefix(80)).debugDescription)")
    }
    let version = "\(words[1])" + (words.count > 3 ? ".\(words[3])" : "")
    guard (numbers[0], numbers[1]) >= (Self.oldestVersion.major, Self.oldestVersion.minor) else {
      throw .tooOld(version: version)
    }
    return version
  }

  /// The terminals it was built with, such as "svg" and "pngcairo".
  ///
  /// - Throws: ``GnuplotError`` if it does not answer.
  public func terminals() async throws(GnuplotError) -> [String] {
    let answer = try await run(
      ["-d", "-e", "print GPVAL_TERMINALS"], in: nil, script: "-e", timeLimit: Self.versionTimeLimit)
    guard answer.succeeded else { throw .notRun(reason: answer.shortMessage) }
    return (answer.text + answer.message).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Draws one script's image.
  ///
  /// gnuplot writes it into a pipe, so no full disk and no other file can damage it; the result is a complete image or an error.
  ///
  /// - Parameters:
  ///   - figure: the script's name without extension.
  ///   - directory: the folder of the script and its tables.
  ///   - format: the image's format; nil for an animated figure, whose image is a GIF.
  ///   - medium: the medium; the script's own if nil.
  ///   - letters: the letters that fonts have; every other is drawn as a box.
  /// - Returns: the image's bytes.
  /// - Throws: ``GnuplotError``.
  public func image(
    of figure: String, in directory: String, as format: ImageFormat?, for medium: Medium? = nil,
    letters: InstalledLetters? = nil
  ) async throws(GnuplotError) -> [UInt8] {
    let script = "\(figure).gp"
    let settings =
      (format.map { "format='\($0.rawValue)'; " } ?? "") + (medium.map { "medium='\($0.rawValue)'; " } ?? "")
      + "output='/dev/stdout'"
    let input = try letters.map { (letters) throws(GnuplotError) in
      letters.boxed(try Self.script(script, in: directory))
    }
    let commands = [settings, input ?? "load \(Self.quoted(script))"]
    if let image = try await imageOfWaiting(commands, in: directory, script: script, format) {
      startAhead()
      return image
    }
    let answer = try await run(
      ["-d", "-e", settings, input == nil ? script : "-"], input: input, in: directory, script: script,
      limit: Self.largestImage)
    let (output, message) = (answer.output, answer.message)
    // A missing table is only a warning to gnuplot when other layers can be drawn.
    guard answer.succeeded, !message.contains("Cannot find or open file"), !output.isEmpty else {
      throw .failed(script: script, message: answer.shortMessage)
    }
    guard ImageFormat.isWhole(output, format) else {
      let kind = format?.rawValue.uppercased() ?? ImageFormat.animationEnding.uppercased()
      throw .failed(
        script: script,
        message: message.isEmpty ? "its output is not a complete \(kind) image" : answer.shortMessage)
    }
    startAhead()
    return output
  }

  /// The image that a gnuplot draws which was started ahead; nil if there is none, or it fails: then another is started, whose message
  /// is that of the script alone.
  private func imageOfWaiting(
    _ commands: [String], in directory: String, script: String, _ format: ImageFormat?
  ) async throws(GnuplotError) -> [UInt8]? {
    guard let process = waiting?.take() else { return nil }
    let text = (["cd \(Self.quoted(directory))"] + commands).joined(separator: "\n") + "\n"
    do {
      let answer = try await process.answer(to: text, within: timeLimit)
      let isWhole = answer.succeeded && answer.message.isEmpty && ImageFormat.isWhole(answer.output, format)
      return isWhole ? answer.output : nil
    } catch .notRun, .missing {
      return nil
    } catch {
      throw GnuplotError(error, script)
    }
  }

  /// Starts a gnuplot ahead, if that is wanted.
  func startAhead() {
    guard let waiting, var process = try? Self.process(["-d", "-"], in: nil) else { return }
    process.environment = .only(Self.environment)
    waiting.start(process, limit: Self.largestImage)
  }

  /// A path as a gnuplot string, in which nothing but the quotation mark has a meaning.
  private static func quoted(_ path: String) -> String { "'\(path.replacing("'", with: "''"))'" }

  /// The output of another program, in gnuplot's environment; nil if it is missing, fails, or does not answer.
  static func output(of name: String, _ arguments: [String], limit: Int) async -> String? {
    guard let program = ExecutableSearch.path(of: name) else { return nil }
    var process = ChildProcess(program, arguments)
    process.environment = .only(environment)
    let answer = try? await process.run(limit: limit, within: versionTimeLimit)
    return answer.flatMap { $0.succeeded ? $0.text : nil }
  }

  /// Runs gnuplot to its end, with a script on its standard input if there is one.
  ///
  /// - Parameters:
  ///   - limit: how many bytes of its output are kept.
  ///   - timeLimit: how long it may take; as long as a drawing if nil.
  func run(
    _ arguments: [String], input: String? = nil, in directory: String?, script: String, limit: Int = 8192,
    timeLimit: Duration? = nil
  ) async throws(GnuplotError) -> ChildProcess.Answer {
    var process = try Self.process(arguments, in: directory)
    process.environment = .only(Self.environment)
    do {
      return try await process.run(input: input, limit: limit, within: timeLimit ?? self.timeLimit)
    } catch {
      throw GnuplotError(error, script)
    }
  }

  /// Runs gnuplot away from this program's terminal; windows that it opens stay.
  ///
  /// - Parameter messages: an open file for its messages.
  func runDetached(
    _ arguments: [String], in directory: String, script: String, messages: CInt
  ) async throws(GnuplotError) -> Bool {
    var process = try Self.process(arguments, in: directory)
    process.hasOwnSession = true
    do {
      return try await process.runWithoutAnswer(messages: messages, within: timeLimit)
    } catch {
      throw GnuplotError(error, script)
    }
  }

  private static func process(_ arguments: [String], in directory: String?) throws(GnuplotError) -> ChildProcess {
    guard !Task.isCancelled else { throw GnuplotError(.interrupted, "") }
    guard let program = ExecutableSearch.path(of: "gnuplot") else { throw .missing }
    return ChildProcess(program, arguments, in: directory)
  }

  /// The environment variables that gnuplot inherits: the locations of programs, fonts and caches. Language and time zone are
  /// fixed, because they affect PNG and PDF images.
  private static let environment: [String: String] = {
    let inherited = [
      "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS",
      "XDG_DATA_HOME", "XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "LD_LIBRARY_PATH",
      "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    ]
    var variables = ["LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC0"]
    for name in inherited { variables[name] = getenv(name).map { String(cString: $0) } }
    return variables
  }()
}

/// Why an image was not drawn. The script and its tables are still written.
public enum GnuplotError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No gnuplot on PATH.
  case missing
  /// An older gnuplot than the scripts need.
  case tooOld(version: String)
  /// gnuplot ended with an error; its own message.
  case failed(script: String, message: String)
  /// gnuplot did not end in time.
  case timedOut(script: String, seconds: Int)
  /// A figure with matrices only, which cannot be shown as text.
  case notForText(script: String)
  /// Anything else that kept gnuplot from running.
  case notRun(reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .missing:
      "gnuplot was not found on PATH. Install it (Debian: gnuplot-nox, Homebrew: gnuplot)."
    case .tooOld(let version):
      "gnuplot \(version) is too old for the scripts. Install 5.4 or later."
    case .failed(let script, let message):
      "gnuplot could not draw \(script): \(message)"
    case .timedOut(let script, let seconds):
      "gnuplot did not finish \(script) within \(seconds) seconds and was stopped. Give it more time."
    case .notForText(let script):
      """
      \(script) cannot be shown as text: it holds matrices only, whose cells need colours. Look at its image, or choose \
      another figure.
      """
    case .notRun(let reason):
      "gnuplot could not be started: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)."
    }
  }
}

extension GnuplotError {
  /// Why gnuplot gave no answer to a script.
  fileprivate init(_ failure: ChildProcess.Failure, _ script: String) {
    switch failure {
    case .interrupted: self = .notRun(reason: "the work was interrupted")
    case .missing: self = .missing
    case .timedOut(let seconds): self = .timedOut(script: script, seconds: seconds)
    case .notRun(let reason): self = .notRun(reason: reason)
    }
  }
}
