internal import ArgumentParser
internal import Experiments
internal import LearningDynamics
internal import PluginKit

extension DLNNSim {
  /// Predicts a run from theory, without training.
  struct Predict: ParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Predict a run without training: learning rates, modes, stages, illusions.",
      discussion: """
        Generates the data and the initial weights of a run, and computes from theory how it will learn. Nothing is \
        trained or written. If no theory applies, the output gives the reason.
        """)

    @OptionGroup var options: RunOptions

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A run to predict: its folder or run.json. Other options override it.", valueName: "path"))
    var from: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    var plugins = PluginSource()

    func validate() throws {
      if options.theory == false {
        throw ValidationError("A prediction needs theory. Leave out --no-theory.")
      }
    }

    func run() throws {
      let plan = try options.plan(from: from, plugins)
      plan.warnings.forEach(Console.warning)
      let forecasts = try plan.forecasts()
      if json {
        Console.print(try forecasts.jsonText())
      } else {
        Console.print(forecasts.datasets.map { ForecastText($0).text }.joined(separator: "\n\n"))
      }
    }
  }
}
