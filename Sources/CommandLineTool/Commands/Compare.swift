internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Shows how two finished runs differ, and draws both in one figure.
  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare two finished runs: settings, largest differences, and both in one figure.",
      discussion: """
        Datasets with the same name are compared. If each run has only one dataset, the names may differ. The figures \
        show the learning dynamics, and the prediction if both runs follow the same one. Solid lines are the first run, \
        dashed lines the second; the legend names the settings that differ.
        """)

    @Argument(help: "The folder of a run.")
    var first: String

    @Argument(help: "The folder of another run.")
    var second: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the figures and compare.json.", valueName: "dir"))
    var output = "plots/compare"

    @OptionGroup var images: ImageOptions

    @OptionGroup var drawing: DrawingOptions

    @Flag(help: "Print compare.json instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    func validate() throws {
      guard !output.isEmpty else { throw ValidationError("--output needs a folder name.") }
    }

    func run() async throws {
      let images = try images.chosen()
      let runs = (RunDirectory(recordOrFolder: first), RunDirectory(recordOrFolder: second))
      let comparison = try RunComparison(runs.0, runs.1)
      for gap in [try runs.0.gaps(), try runs.1.gaps()] { gap.map(Console.warning) }
      let written = try await ComparisonDirectory(output).write(
        comparison, as: images.format, for: images.medium, with: drawing.gnuplot(),
        programVersion: Program.version)
      written.drawing.warn()
      if json {
        Console.print(written.record)
      } else if !quiet {
        for pair in comparison.pairs { Console.print(text(pair)) }
        if !comparison.unpaired.isEmpty {
          Console.print(
            TextWrapping.wrap("Only in one of the runs: \(comparison.unpaired.joined(separator: ", ")).", indent: 2)
              + "\n")
        }
        Console.print(
          "Written to \(output): \(figures(written.drawing.drawn.count, images.format)), and compare.json.")
        if let format = images.format, let figure = written.drawing.drawn.first {
          Console.print(NextStep.open(figure, in: output, as: format))
        }
      }
      for failure in written.drawing.failures {
        Console.error("\(failure.told) Scripts and tables are in \(output).")
      }
      if let code = written.drawing.exitCode { throw code }
    }

    private func figures(_ drawn: Int, _ format: ImageFormat?) -> String {
      guard let format else { return "scripts and tables" }
      return "\(drawn) \(drawn == 1 ? "figure" : "figures") as \(format.rawValue.uppercased())"
    }

    private func text(_ pair: RunComparison.Pair) -> String {
      var lines = [
        "\(pair.first == pair.second ? pair.first : "\(pair.first) and \(pair.second)"): \(first) and \(second)"
      ]
      if pair.parameters.isEmpty { lines.append("  the same settings") }
      for parameter in pair.parameters {
        lines.append(
          TextWrapping.entry("  \(parameter.name)", "\(parameter.first) and \(parameter.second)", column: 28))
      }
      lines.append("  largest differences, epochs 0 to \(pair.lastCommonEpoch):")
      for quantity in pair.quantities {
        let place = quantity.epoch.map { " at epoch \($0)" } ?? ""
        let values =
          quantity.difference == 0
          ? "none"
          : "\(quantity.difference.significant(3))\(place): \(quantity.first.significant()) and \(quantity.second.significant())"
        lines.append(TextWrapping.entry("    \(quantity.name)", values, column: 28))
      }
      for reason in pair.leftOut { lines.append(TextWrapping.wrap("    not compared: \(reason)", indent: 2)) }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
