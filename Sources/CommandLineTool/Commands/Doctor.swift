internal import ArgumentParser
internal import Experiments
internal import Support

extension DLNNSim {
  /// Shows what is installed and what is missing.
  struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what is installed, what is missing, and how to install it.",
      discussion: "Exits with 0 only if everything is fine.")

    @Flag(
      help: ArgumentHelp(
        """
        Instead, check the program's numbers on this machine: GSL against NumPy, the program's answers to the exercises \
        (not yours), and one known run.
        """))
    var selfTest = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder whose free space is checked.", valueName: "dir"))
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
