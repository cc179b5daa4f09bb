internal import ArgumentParser

/// The root command. Without a subcommand it is `run`.
struct DLNNSim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Shows how deep linear networks learn: in stages, strongest structure first, with illusions on the way.",
    discussion: """
      Without a command, \(Program.name) trains the tutorial's networks and draws their figures into plots/latest. \
      '\(Program.name) run --help' shows the options.

      EXAMPLES
        \(Program.name)                                   the whole tutorial
        \(Program.name) --plugin illusion                 the illusions of all datasets
        \(Program.name) --plugin shark-bones --epoch 125  similarities at one epoch
        \(Program.name) --plugin tree --set levels=2 --set branches=3 --epochs 400
        \(Program.name) --plugin illusion --show          the main figure in the terminal
        \(Program.name) --dataset my-birds.yaml           your own dataset
        \(Program.name) --plugin tree --probe Robin:feature-3   follow another prediction
        \(Program.name) explore --open                    a page with sliders
        \(Program.name) sweep --vary eta=20:200:10 --vary seed=1...20   a table and maps
        \(Program.name) predict --plugin shark-bones      predict a run without training
        \(Program.name) list                              all datasets and analyses
        \(Program.name) describe tree                     a plugin and its settings
        \(Program.name) new dataset my-birds --yaml       a dataset file from a template
        \(Program.name) render plots/latest --format pdf  draw the figures again as PDF
        \(Program.name) report plots/latest               one HTML file to share
        \(Program.name) verify plots/latest               run again and compare every byte
        \(Program.name) compare plots/latest plots/my     two runs in one figure
        \(Program.name) exercise                          the tutorial's exercises, in any language
      """,
    version: Program.version,
    subcommands: [
      Run.self, Explore.self, Sweep.self, Predict.self, List.self, Describe.self, New.self, Render.self, Report.self,
      Verify.self,
      Compare.self, ExerciseCommand.self, Doctor.self,
    ],
    defaultSubcommand: Run.self)
}
