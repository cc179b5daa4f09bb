internal import ArgumentParser

extension DLNNSim {
  /// Many runs: ranges of settings, one table, maps.
  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train over ranges of settings: one table with a row for each run, and maps.",
      discussion: """
        '\(name) sweep --vary NAME=VALUES …' trains on every combination of the values; '\(name) sweep run --help' shows \
        its options.

        EXAMPLES
          \(name) sweep --vary eta=20:200:10 --vary gamma=1e-12:1:13:log
          \(name) sweep --vary 'hidden=10;30;30,30' --vary seed=1...50 -o plots/depths
          \(name) sweep --vary eta=20:200:10 --dry-run      how much it would be
          \(name) sweep figures plots/sweep --x eta --y gamma
          \(name) sweep --vary 'seed=0..<100000' --on slurm --tasks 50 -o shared/seeds
          \(name) sweep collect shared/seeds
        """,
      subcommands: [Begin.self, Figures.self, Collect.self], defaultSubcommand: Begin.self)
  }
}
