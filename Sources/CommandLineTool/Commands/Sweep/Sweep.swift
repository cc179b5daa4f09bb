internal import ArgumentParser

extension DLNNSim {
  /// Many runs: ranges of settings, one table, maps.
  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train over ranges of settings: one table with a row for each run, and maps.",
      discussion: """
        '\(Program.name) sweep --vary NAME=VALUES …' trains on every combination of the values; '\(Program.name) sweep run --help' shows \
        its options.

        EXAMPLES
          \(Program.name) sweep --vary eta=20:200:10 --vary gamma=1e-12:1:13:log
          \(Program.name) sweep --vary 'hidden=10;30;30,30' --vary seed=1...50 -o plots/depths
          \(Program.name) sweep --vary eta=20:200:10 --dry-run      how much it would be
          \(Program.name) sweep figures plots/sweep --x eta --y gamma
          \(Program.name) sweep --vary 'seed=0..<100000' --on slurm --tasks 50 -o shared/seeds
          \(Program.name) sweep collect shared/seeds
        """,
      subcommands: [Begin.self, Figures.self, Collect.self], defaultSubcommand: Begin.self)
  }
}
