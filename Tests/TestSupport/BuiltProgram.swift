public import Foundation
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// The program as it was built beside the tests, run as a reader would.
public enum BuiltProgram {
  /// What a run of the program gave.
  public struct Answer: Sendable {
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
    /// The exit code, or minus the signal that ended it.
    public let code: Int

    /// Standard error with line breaks folded, so that wrapping does not matter.
    public var foldedErrors: String { errors.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Standard output with line breaks folded.
    public var foldedOutput: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// The folder of build products.
  public static let folder: URL = {
    // The test runner is in it (Linux), or a few levels below (a bundle on macOS).
    var url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      url = bundle.bundleURL.deletingLastPathComponent()
    }
    return url
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - path: replaces PATH, so that a test can put its own gnuplot first or none at all.
  public static func run(_ arguments: String..., in directory: String? = nil, path: String? = nil) async throws
    -> Answer
  {
    try await run(arguments, in: directory, path: path)
  }

  /// Runs the program with a list of arguments.
  public static func run(_ arguments: [String], in directory: String? = nil, path: String? = nil) async throws -> Answer
  {
    try await run(folder.appendingPathComponent("dlnn-sim").path, arguments, in: directory, path: path)
  }

  /// Runs a script of bash, in which `$PROGRAM` is the program: for what has to be done from outside.
  ///
  /// `wait_until 'COMMANDS'` waits until the commands succeed; where they never do, the script ends with 98.
  public static func shell(_ script: String) async throws -> Answer {
    let program = folder.appendingPathComponent("dlnn-sim").path
    let preparation = """
      PROGRAM='\(program)'
      wait_until() {
        local round
        for ((round = 0; round < \(mostRounds); round++)); do
          if eval "$1"; then return; fi
          sleep 0.01
        done
        echo "waited in vain until $1" >&2
        kill -KILL $(jobs -p)
        exit 98
      }

      """
    return try await run("/bin/bash", ["-c", preparation + script], in: nil, path: nil)
  }

  private static func run(_ program: String, _ arguments: [String], in directory: String?, path: String?) async throws
    -> Answer
  {
    let environment: Environment = path.map { .inherit.updating(["PATH": $0]) } ?? .inherit
    let result = try await Places.programs.take {
      try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments),
        environment: environment, workingDirectory: directory.map { FilePath($0) },
        output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    }
    let code =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Answer(output: result.standardOutput, errors: result.standardError, code: code)
  }
}
