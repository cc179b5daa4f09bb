internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The gnuplot program on PATH, run without a shell and without the reader's own gnuplot settings.
public struct GnuplotProgram: Sendable {
  /// The oldest version whose language the scripts use.
  public static let oldestVersion = (major: 5, minor: 4)

  /// How long one figure may take: a thousand times what the largest of ours needs.
  public var timeLimit: Duration

  /// The program on PATH.
  public init(timeLimit: Duration = .seconds(60)) {
    self.timeLimit = timeLimit
  }

  /// The program for a question: a limit that is short for a figure may be too short to start a program on a busy machine.
  private var asked: GnuplotProgram { GnuplotProgram(timeLimit: max(timeLimit, .seconds(60))) }

  /// The version, such as "5.4.4".
  ///
  /// - Throws: ``GnuplotError`` if there is none, it does not answer, or it is older than ``oldestVersion``.
  public func version() async throws(GnuplotError) -> String {
    let (output, message, succeeded) = try await asked.run(["--version"], in: nil, script: "--version")
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
    let (output, message, succeeded) = try await asked.run(
      ["-d", "-e", "print GPVAL_TERMINALS"], in: nil, script: "-e")
    guard succeeded else { throw .notRun(reason: Self.shortened(message)) }
    return (output + message).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Draws one script's image beside it.
  ///
  /// gnuplot draws to a temporary name; only a whole image gets the final one.
  ///
  /// - Parameters:
  ///   - figure: the script's name without ending.
  ///   - directory: the folder of the script and its tables.
  ///   - format: what the image is made as.
  /// - Throws: ``GnuplotError``.
  public func render(_ figure: String, in directory: String, as format: ImageFormat) async throws(GnuplotError) {
    try await render(figure, in: directory, settings: "format='\(format.rawValue)'; ", ending: format.rawValue)
  }

  /// Draws the image of an animated figure's script beside it, as ``render(_:in:as:)`` does.
  ///
  /// - Parameters:
  ///   - figure: the script's name without ending.
  ///   - directory: the folder of the script and its tables.
  /// - Throws: ``GnuplotError``.
  public func renderAnimation(_ figure: String, in directory: String) async throws(GnuplotError) {
    try await render(figure, in: directory, settings: "", ending: ImageFormat.animationEnding)
  }

  private func render(
    _ figure: String, in directory: String, settings: String, ending: String
  ) async throws(GnuplotError) {
    let script = "\(figure).gp"
    let image = "\(figure).\(ending)"
    let unfinished = ".\(image).\(getpid()).part"
    let settings = "\(settings)output='\(unfinished)'"
    let unfinishedPath = "\(directory)/\(unfinished)"
    defer { unlink(unfinishedPath) }
    let (_, message, succeeded) = try await run(["-d", "-e", settings, script], in: directory, script: script)
    var status = stat()
    // A missing table is only a warning to gnuplot when other layers can be drawn.
    guard succeeded, !message.contains("Cannot find or open file"), stat(unfinishedPath, &status) == 0,
      status.st_size > 0
    else {
      throw .failed(script: script, message: Self.shortened(message))
    }
    guard rename(unfinishedPath, "\(directory)/\(image)") == 0 else {
      throw .failed(script: script, message: "the image could not be renamed: \(String(cString: strerror(errno)))")
    }
  }

  /// Runs gnuplot to its end, with a script on its standard input if there is one.
  func run(
    _ arguments: [String], input: String? = nil, in directory: String?, script: String
  ) async throws(GnuplotError) -> (output: String, message: String, succeeded: Bool) {
    try await withinTime(script) { program in
      if let input {
        try await Self.process(program, arguments, input: .string(input), in: directory, limit: 1 << 22)
      } else {
        try await Self.process(program, arguments, input: .none, in: directory, limit: 8192)
      }
    }
  }

  /// Runs gnuplot away from this program's terminal; windows that it opens stay.
  func runDetached(
    _ arguments: [String], in directory: String, script: String, messages: FileDescriptor
  ) async throws(GnuplotError) -> Bool {
    try await withinTime(script) { program in
      var options = PlatformOptions()
      options.createSession = true
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), workingDirectory: FilePath(directory),
        platformOptions: options, input: .none, output: .discarded,
        error: .fileDescriptor(messages, closeAfterSpawningProcess: false))
      return result.terminationStatus.isSuccess
    }
  }

  private func withinTime<Result: Sendable>(
    _ script: String, _ work: @escaping @Sendable (_ program: String) async throws -> Result
  ) async throws(GnuplotError) -> Result {
    // A process that is started in a task already cancelled may never be reported as ended.
    guard !Task.isCancelled else { throw .notRun(reason: "the work was interrupted") }
    guard let program = ExecutableSearch.path(of: "gnuplot") else { throw .missing }
    do {
      return try await withThrowingTaskGroup { group in
        group.addTask { try await work(program) }
        group.addTask { [timeLimit] in
          try await Task.sleep(for: timeLimit)
          throw GnuplotError.timedOut(script: script, seconds: Int(timeLimit.components.seconds))
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw GnuplotError.notRun(reason: "nothing was run") }
        return first
      }
    } catch let error as GnuplotError {
      throw error
    } catch let error as SubprocessError {
      throw error.code == .executableNotFound ? .missing : .notRun(reason: "\(error)")
    } catch {
      throw .notRun(reason: "\(error)")
    }
  }

  /// Runs gnuplot to its end, keeping the first so many bytes of what it says.
  private static func process(
    _ program: String, _ arguments: [String], input: some InputProtocol, in directory: String?, limit: Int
  ) async throws -> (String, String, Bool) {
    var options = PlatformOptions()
    options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .milliseconds(200))]
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), workingDirectory: directory.map { FilePath($0) },
      platformOptions: options, input: input, output: .sequence, error: .sequence
    ) { execution in
      async let output = beginning(of: execution.standardOutput, limit)
      async let message = beginning(of: execution.standardError, 8192)
      return try await (output, message)
    }
    return (result.closureResult.0, result.closureResult.1, result.terminationStatus.isSuccess)
  }

  private static func beginning(of stream: SubprocessOutputSequence, _ limit: Int) async throws -> String {
    var bytes: [UInt8] = []
    for try await buffer in stream where bytes.count < limit {
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(limit)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A message without empty lines, at most ten of them.
  static func shortened(_ message: String) -> String {
    let lines = message.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.isEmpty ? "it gave no reason" : lines.prefix(10).joined(separator: "\n  ")
  }
}
