internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// Another program that this one starts, without a shell, and waits for.
package struct ChildProcess: Sendable {
  /// The program's path.
  package var program: String
  package var arguments: [String]
  /// Where it runs; in this program's own folder when nil.
  package var folder: String?
  package var environment = Environment.inherited(without: [])
  /// Whether it has its own session: then Ctrl-C does not reach it, and what it starts ends with it.
  package var hasOwnSession = false

  /// The variables that a program sees.
  package enum Environment: Sendable {
    /// Those of this program, but for some.
    case inherited(without: [String])
    /// These and no others.
    case only([String: String])
  }

  /// A program with its arguments.
  package init(_ program: String, _ arguments: [String], in folder: String? = nil) {
    (self.program, self.arguments, self.folder) = (program, arguments, folder)
  }

  /// What a program wrote.
  package struct Answer: Sendable {
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let message: String
    /// Whether it ended with 0.
    package let succeeded: Bool

    /// The output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// The message without empty lines, at most ten of them.
    package var shortMessage: String { ChildProcess.shortened(message) }
  }

  /// Why a program gave no answer.
  package enum Failure: Error, Sendable {
    /// The task was cancelled.
    case interrupted
    /// The program was not found.
    case missing
    /// It took too long and was stopped.
    case timedOut(seconds: Int)
    /// Anything else that kept it from running.
    case notRun(reason: String)
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads; nothing when nil.
  ///   - limit: how many bytes of its output are kept, the first ones.
  ///   - messageLimit: how many of its message.
  ///   - time: how long it may take; then it is asked to end, and a fifth of a second later killed.
  package func run(
    input: String? = nil, limit: Int, messageLimit: Int = 8192, within time: Duration
  ) async throws(Failure) -> Answer {
    try await guarded(time) {
      if let input {
        try await answer(to: .string(input), limit, messageLimit)
      } else {
        try await answer(to: .none, limit, messageLimit)
      }
    }
  }

  /// Runs the program to its end, and tells whether it ended with 0. What it starts and leaves behind goes on.
  ///
  /// - Parameters:
  ///   - messages: an open file for its standard error; nil where nobody reads that.
  ///   - time: how long it may take; nil for as long as it likes.
  package func runWithoutAnswer(messages: CInt? = nil, within time: Duration? = nil) async throws(Failure) -> Bool {
    try await guarded(time) {
      if let messages {
        let file = FileDescriptor(rawValue: messages)
        return try await run(.fileDescriptor(file, closeAfterSpawningProcess: false))
      }
      return try await run(.discarded)
    }
  }

  private func guarded<Value: Sendable>(
    _ time: Duration?, _ work: @escaping @Sendable () async throws -> Value
  ) async throws(Failure) -> Value {
    // A process that is started in a task already cancelled may never be reported as ended.
    guard !Task.isCancelled else { throw .interrupted }
    do {
      let value = if let time { try await within(time, work) } else { try await Optional(work()) }
      // What a program answers that was stopped with the task says nothing.
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

  private func answer(to input: some InputProtocol, _ limit: Int, _ messageLimit: Int) async throws -> Answer {
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
