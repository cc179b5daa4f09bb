internal import ArgumentParser
internal import Experiments
internal import LearningDynamics
internal import PluginKit

extension DLNNSim {
  /// Tells what a training will do, without training.
  struct Predict: ParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what a run will do before it is done: rates, modes, stages, illusions.",
      discussion: """
        Takes the options of a run that decide how a network learns, draws its data and its initial weights, and reckons by theory; nothing is trained or \
        written. Where no theory holds it says why.
        """)

    @OptionGroup var options: RunOptions

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A run to predict: its folder or run.json. Options given beside it win.", valueName: "path"))
    var from: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    var plugins = PluginSource()

    func validate() throws {
      if options.theory == false {
        throw ValidationError("Without theory there is nothing to predict. Leave out --no-theory.")
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
