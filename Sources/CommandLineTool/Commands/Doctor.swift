internal import ArgumentParser
internal import Experiments
internal import Support

extension DLNNSim {
  /// Tells what is installed and what is missing.
  struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what is installed, what is missing, and how to get it.",
      discussion: "Ends with 0 only if all is well.")

    @Flag(
      help: ArgumentHelp(
        """
        Check the program's numbers on this machine instead: GSL against NumPy, the program's own answers to the exercises \
        (not yours), one known run.
        """))
    var selfTest = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder whose free space to look at.", valueName: "dir"))
    var output = "plots/latest"

    func run() async throws {
      if selfTest {
        try runSelfTest()
        return
      }
      let installation = await Installation(output: RunDirectory(output), programVersion: Program.version)
      for finding in installation.findings {
        let mark = finding.isWell ? "ok     " : "missing"
        Console.print(TextWrapping.entry("\(mark) \(finding.subject)", finding.found, column: 24))
        if let advice = finding.advice { Console.print(TextWrapping.entry("", advice, column: 24)) }
      }
      if !installation.isWell { throw ExitCode.failure }
    }

    private func runSelfTest() throws {
      let test = try SelfTest()
      for check in test.checks {
        let mark = check.isRight ? "ok     " : "wrong  "
        let found = check.isRight ? check.found : "\(check.found); should be \(check.expected)"
        Console.print(TextWrapping.entry(mark + check.subject, found, column: 52))
      }
      if !test.isRight { throw ExitCode.failure }
    }
  }
}
