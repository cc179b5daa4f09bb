internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Sweeps

extension DLNNSim {
  /// Many runs: ranges of settings, one table, maps.
  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run many trainings over ranges of settings: one table with a row for each, and maps.",
      discussion: """
        'dlnn-sim sweep --vary NAME=VALUES …' trains on every combination; see 'dlnn-sim sweep run --help'.
        """,
      subcommands: [Begin.self, Figures.self, Collect.self], defaultSubcommand: Begin.self)
  }
}
