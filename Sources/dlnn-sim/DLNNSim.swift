import ArgumentParser
import BuiltInPlugins
import PluginKit

/// The program: `dlnn-sim [run]`, and what else there is to do with runs and plugins.
@main
struct DLNNSim: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dlnn-sim",
    abstract: "Shows how deep linear networks learn: in stages, strongest structure first, with illusions on the way.",
    discussion: """
      Without a command it runs: it trains the tutorial's networks and draws their figures into plots/latest. \
      'dlnn-sim run --help' shows the options of a run.

      EXAMPLES
        dlnn-sim                                   the whole tutorial
        dlnn-sim --plugin illusion                 every illusion there is
        dlnn-sim --plugin shark-bones --epoch 125  similarities at one epoch
        dlnn-sim --plugin tree --set levels=2 --set branches=3 --epochs 400
        dlnn-sim list                              the plugins there are
        dlnn-sim describe tree                     a plugin and its settings
        dlnn-sim render plots/latest --format pdf  draw again, for print
        dlnn-sim verify plots/latest               run again and compare every byte
        dlnn-sim compare plots/latest plots/my     two runs in one figure
      """,
    version: version,
    subcommands: [Run.self, List.self, Describe.self, Render.self, Verify.self, Compare.self, Doctor.self],
    defaultSubcommand: Run.self)

  /// Parses, runs, and ends with the exit code that the outcome has.
  static func main() async {
    let work = Task {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    }
    let interruption = Interruption { work.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    switch await work.result {
    case .success:
      return
    // Whatever an interrupted command says it failed of, it failed of that.
    case .failure(let error) where error is CancellationError || work.isCancelled:
      Console.note(Interruption.message)
      exit(withError: ExitCode(Interruption.exitCode))
    case .failure(let error):
      guard let code = ExitCode(describing: error) else { exit(withError: error) }
      Console.error("\(error)")
      exit(withError: code)
    }
  }

  /// The plugins of this program.
  static func registry() throws -> PluginRegistry { try PluginRegistry.builtIn() }
}
