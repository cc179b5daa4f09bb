internal import ArgumentParser

/// The program: `dlnn-sim [run]`, and what else there is to do with runs and plugins.
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
        dlnn-sim --dataset my-birds.yaml           a dataset of your own
        dlnn-sim --plugin tree --probe Robin:feature-3   any cell of any dataset
        dlnn-sim list                              the plugins there are
        dlnn-sim describe tree                     a plugin and its settings
        dlnn-sim new dataset my-birds --yaml       a file to begin with
        dlnn-sim render plots/latest --format pdf  draw again, for print
        dlnn-sim verify plots/latest               run again and compare every byte
        dlnn-sim compare plots/latest plots/my     two runs in one figure
      """,
    version: version,
    subcommands: [
      Run.self, List.self, Describe.self, New.self, Render.self, Verify.self, Compare.self, Doctor.self,
    ],
    defaultSubcommand: Run.self)
}
