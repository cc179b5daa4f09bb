internal import ArgumentParser

/// The program: `dlnn-sim [run]`, and what else there is to do with runs and plugins.
struct DLNNSim: AsyncParsableCommand {
  static let version = "0.1.0"

  /// What the program is called: another package's may be called otherwise.
  static let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "dlnn-sim"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Shows how deep linear networks learn: in stages, strongest structure first, with illusions on the way.",
    discussion: """
      Without a command it runs: it trains the tutorial's networks and draws their figures into plots/latest. \
      '\(name) run --help' shows the options of a run.

      EXAMPLES
        \(name)                                   the whole tutorial
        \(name) --plugin illusion                 every illusion there is
        \(name) --plugin shark-bones --epoch 125  similarities at one epoch
        \(name) --plugin tree --set levels=2 --set branches=3 --epochs 400
        \(name) --plugin illusion --show         the main figure in the terminal
        \(name) --dataset my-birds.yaml           a dataset of your own
        \(name) --plugin tree --probe Robin:feature-3   any cell of any dataset
        \(name) explore --open                    a page with sliders
        \(name) sweep --vary eta=20:200:10 --vary seed=0..<20   a table and maps of many runs
        \(name) predict --plugin shark-bones      what a run will do, before it is done
        \(name) list                              the plugins there are
        \(name) describe tree                     a plugin and its settings
        \(name) new dataset my-birds --yaml       a file to begin with
        \(name) render plots/latest --format pdf  draw again, for print
        \(name) report plots/latest               one HTML file, to be sent
        \(name) verify plots/latest               run again and compare every byte
        \(name) compare plots/latest plots/my     two runs in one figure
      """,
    version: version,
    subcommands: [
      Run.self, Explore.self, Sweep.self, Predict.self, List.self, Describe.self, New.self, Render.self, Report.self,
      Verify.self,
      Compare.self, Doctor.self,
    ],
    defaultSubcommand: Run.self)
}
