#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

internal import Subprocess

/// Another program that this one runs, without a shell.
package struct ChildProcess: Sendable {
  /// The program's path.
  package var program: String
  package var arguments: [String]
  /// Its working directory; nil for this program's.
  package var folder: String?
  package var environment = Environment.inherited(without: [])
  /// Whether it has its own session: then Ctrl-C does not reach it, and the programs it starts end with it.
  package var hasOwnSession = false

  /// The environment of a program.
  package enum Environment: Sendable {
    /// This program's environment with some changes.
    case inherited(without: [String])
    /// Only these variables.
    case only([String: String])
  }

  package init(_ program: String, _ arguments: [String], in folder: String? = nil) {
    (self.program, self.arguments, self.folder) = (program, arguments, folder)
  }

  /// The result of a program.
  package struct Answer: Sendable {
    package let output: [UInt8]
    /// Its standard error.
    package let message: String
    /// Whether it exited with 0.
    package let succeeded: Bool

    /// The output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// The message without empty lines, at most ten of them.
    package var shortMessage: String { ChildProcess.shortened(message) }
  }

  /// Why a program gave no result.
  package enum Failure: Error, Sendable {
    /// The task was cancelled.
    case interrupted
    /// The program was not found.
    case missing
    /// It exceeded its time limit and was stopped.
    case timedOut(seconds: Int)
    /// It could not be run for another reason.
    case notRun(reason: String)
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - input: its standard input; nil for none.
  ///   - limit: how many bytes of its output are kept.
  ///   - messageLimit: how many bytes of its standard error are kept.
  ///   - time: its time limit; then it is asked to end, and killed a fifth of a second later.
  package func run(
    input: String? = nil, limit: Int, messageLimit: Int = 8192, within time: Duration
  ) async throws(Failure) -> Answer {
    try await Self.guarded(time) {
      if let input {
        try await answer(to: .string(input), limit, messageLimit)
      } else {
        try await answer(to: .none, limit, messageLimit)
      }
    }
  }

  /// Runs the program to its end, and returns whether it exited with 0. Programs that it leaves behind go on.
  ///
  /// - Parameters:
  ///   - messages: an open file for its standard error; nil to discard it.
  ///   - time: its time limit; nil for none.
  package func runWithoutAnswer(messages: CInt? = nil, within time: Duration? = nil) async throws(Failure) -> Bool {
    try await Self.guarded(time) {
      if let messages {
        let file = FileDescriptor(rawValue: messages)
        return try await run(.fileDescriptor(file, closeAfterSpawningProcess: false))
      }
      return try await run(.discarded)
    }
  }

  fileprivate static func guarded<Value: Sendable>(
    _ time: Duration?, _ work: @escaping @Sendable () async throws -> Value
  ) async throws(Failure) -> Value {
    // The end of a process that is started in a cancelled task may never be reported.
    guard !Task.isCancelled else { throw .interrupted }
    do {
      let value = if let time { try await within(time, work) } else { try await Optional(work()) }
      // The result of a program that was stopped with the task is meaningless.
      try Task.checkCancellation()
      guard let value else { throw Failure.timedOut(seconds: Int(time?.components.seconds ?? 0)) }
      return value
    } catch let failure as Failure {
      throw failure
    } catch is CancellationError {
      throw .interrupted
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .missing
    } catch {
      throw .notRun(reason: "\(error)")
    }
  }

  fileprivate func answer(to input: some InputProtocol, _ limit: Int, _ messageLimit: Int) async throws -> Answer {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: variables,
      workingDirectory: folder.map { FilePath($0) }, platformOptions: options(stopping: true), input: input,
      output: .sequence, error: .sequence
    ) { execution in
      async let output = Self.beginning(of: execution.standardOutput, limit)
      async let message = Self.beginning(of: execution.standardError, messageLimit)
      return try await (output, message)
    }
    return Answer(
      output: result.closureResult.0, message: String(decoding: result.closureResult.1, as: UTF8.self),
      succeeded: result.terminationStatus.isSuccess)
  }

  private func run(_ messages: some OutputProtocol & ErrorOutputProtocol) async throws -> Bool {
    try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: variables,
      workingDirectory: folder.map { FilePath($0) }, platformOptions: options(stopping: false), input: .none,
      output: .discarded, error: messages
    ).terminationStatus.isSuccess
  }

  private func options(stopping: Bool) -> PlatformOptions {
    var options = PlatformOptions()
    options.createSession = hasOwnSession
    if stopping {
      options.teardownSequence = [
        .send(
          signal: .terminate, toProcessGroup: hasOwnSession, allowedDurationToNextStep: .milliseconds(200))
      ]
    }
    return options
  }

  private var variables: Subprocess.Environment {
    func keys<Value>(_ values: [String: Value]) -> [Subprocess.Environment.Key: Value] {
      values.reduce(into: [:]) { all, next in
        if let key = Subprocess.Environment.Key(rawValue: next.key) { all[key] = next.value }
      }
    }
    switch environment {
    case .only(let values): return .custom(keys(values))
    case .inherited(let names):
      return .inherit.updating(keys(Dictionary(names.map { ($0, String?.none) }) { first, _ in first }))
    }
  }

  private static func beginning(of stream: SubprocessOutputSequence, _ limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in stream where bytes.count < limit {
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(limit - bytes.count)) }
    }
    return bytes
  }

  /// A message without empty lines, at most ten of them.
  package static func shortened(_ message: String) -> String {
    let lines = message.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.isEmpty ? "it gave no reason" : lines.prefix(10).joined(separator: "\n  ")
  }
}

/// A process that was started ahead and waits for its standard input: when it is needed, it has already started.
///
/// It ends when this object is released.
package final class WaitingProcess: Sendable {
  private let input: AsyncStream<String>.Continuation
  private let result: Task<ChildProcess.Answer, any Error>

  /// Starts a process.
  ///
  /// - Parameters:
  ///   - process: the process; it reads its standard input.
  ///   - limit: how many bytes of its output are kept.
  package init(_ process: ChildProcess, limit: Int) {
    let (stream, input) = AsyncStream<String>.makeStream()
    self.input = input
    result = Task { try await process.answer(to: LaterInput(text: stream), limit, 8192) }
  }

  deinit {
    // The end of its input ends a process that was never used.
    input.finish()
  }

  /// Gives the process its whole input, and waits for its end. Can be called once.
  ///
  /// - Parameter time: its time limit, from now on; then it is stopped.
  package func answer(to text: String, within time: Duration) async throws(ChildProcess.Failure) -> ChildProcess.Answer
  {
    input.yield(text)
    input.finish()
    return try await ChildProcess.guarded(time) { [result] in
      try await withTaskCancellationHandler {
        try await result.value
      } onCancel: {
        result.cancel()
      }
    }
  }
}

/// A standard input that is written when it comes.
private struct LaterInput: InputProtocol {
  let text: AsyncStream<String>

  func write(with writer: StandardInputWriter) async throws {
    for await part in text { _ = try await writer.write(Array(part.utf8)) }
  }
}

/// Programs on PATH.
///
/// They are searched for before a process is started, because trying to start one in every folder of PATH takes longer than
/// drawing a figure.
package enum ExecutableSearch {
  /// The absolute path of the first program with a name; nil if there is none.
  package static func path(of name: String) -> String? {
    getenv("PATH").flatMap { path(of: name, in: String(cString: $0)) }
  }

  /// The same in other folders, in the format of PATH.
  package static func path(of name: String, in folders: String) -> String? {
    for folder in folders.split(separator: ":", omittingEmptySubsequences: false) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else { continue }
      return path.hasPrefix("/") ? path : currentFolder.map { "\($0)/\(path)" }
    }
    return nil
  }

  private static var currentFolder: String? {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder)
  }
}

/// The limit on open files of this process.
package enum OpenFiles {
  /// Open files for a drawing while gnuplot starts and runs, with some reserve.
  private static let perDrawing = 12
  /// Open files for everything else: messages, a folder and its lock, files of a run that are written together.
  private static let reserve = 48
  /// The limit is not raised above this, because some programs visit every possible file descriptor.
  private static let mostWanted = 4096

  /// The fewest open files with which a command can train or draw: one drawing at a time.
  package static let least = reserve + perDrawing

  /// Raises the limit to the allowed maximum; the default is low on some systems.
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
    // Count the files that are open already; above this number enough are left anyway.
    let looked = min(most, mostWanted)
    return most - (0..<CInt(looked)).count { fcntl($0, F_GETFD) >= 0 }
  }

  /// How many drawings can be made in parallel.
  package static var drawingsAtOnce: Int { max(1, (left - reserve) / perDrawing) }

  #if canImport(Glibc)
    private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let kind = RLIMIT_NOFILE
  #endif
}
