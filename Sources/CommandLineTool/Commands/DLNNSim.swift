internal import ArgumentParser

/// The program: `dlnn-sim [run]`, and what else there is to do with runs and plugins.
struct DLNNSim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Shows how deep linear networks learn: in stages, strongest structure first, with illusions on the way.",
    discussion: """
      Without a command it runs: it trains the tutorial's networks and draws their figures into plots/latest. \
      '\(Program.name) run --help' shows the options of a run.

      EXAMPLES
        \(Program.name)                                   the whole tutorial
        \(Program.name) --plugin illusion                 every illusion there is
        \(Program.name) --plugin shark-bones --epoch 125  similarities at one epoch
        \(Program.name) --plugin tree --set levels=2 --set branches=3 --epochs 400
        \(Program.name) --plugin illusion --show         the main figure in the terminal
        \(Program.name) --dataset my-birds.yaml           a dataset of your own
        \(Program.name) --plugin tree --probe Robin:feature-3   any cell of any dataset
        \(Program.name) explore --open                    a page with sliders
        \(Program.name) sweep --vary eta=20:200:10 --vary seed=1...20   many runs: a table, maps
        \(Program.name) predict --plugin shark-bones      what a run will do, before it is done
        \(Program.name) list                              the plugins there are
        \(Program.name) describe tree                     a plugin and its settings
        \(Program.name) new dataset my-birds --yaml       a file to begin with
        \(Program.name) render plots/latest --format pdf  draw again, for print
        \(Program.name) report plots/latest               one HTML file, to be sent
        \(Program.name) verify plots/latest               run again and compare every byte
        \(Program.name) compare plots/latest plots/my     two runs in one figure
      """,
    version: Program.version,
    subcommands: [
      Run.self, Explore.self, Sweep.self, Predict.self, List.self, Describe.self, New.self, Render.self, Report.self,
      Verify.self,
      Compare.self, Doctor.self,
    ],
    defaultSubcommand: Run.self)
}
