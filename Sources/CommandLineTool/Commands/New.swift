internal import ArgumentParser
internal import PluginKit

extension DLNNSim {
  /// Creates a plugin from a template.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a new dataset or analysis from a template: a working file for you to change.",
      discussion: """
        Run it anywhere in the source folder of dlnn-sim: it writes a Swift file into plugins/. With --yaml it writes a \
        dataset file into the current folder, which can be any folder and needs no Swift.
        """,
      subcommands: [Dataset.self, Analysis.self])

    struct Dataset: ParsableCommand, PluginCommand {
      static let configuration = CommandConfiguration(
        abstract: "Create a dataset: an illusory correlation on a tree of named items, or a history.")

      @Argument(help: "Its name: lowercase letters, digits and hyphens, such as my-penguin.")
      var name: String

      @Flag(help: "Write a YAML file into the current folder; it needs neither Swift nor a build.")
      var yaml = false

      @Flag(help: "Teach one thing after another: a dataset with phases.")
      var phases = false

      var plugins = PluginSource()

      func run() throws {
        let plugin = try NewPlugin(
          name, phases ? (yaml ? .historyFile : .history) : (yaml ? .datasetFile : .dataset),
          registry: plugins.registry())
        let (path, root) = try plugin.write()
        Console.print("Written: \(path)")
        yaml
          ? Console.print("Run it:  \(Program.name) --dataset \(path) -o plots/\(name)")
          : New.tellHowToRun(name, root)
      }
    }

    struct Analysis: ParsableCommand, PluginCommand {
      static let configuration = CommandConfiguration(
        abstract: "Create an analysis with a result, a sentence and a figure.")

      @Argument(help: "Its name: lowercase letters, digits and hyphens, such as half-way.")
      var name: String

      var plugins = PluginSource()

      func run() throws {
        let (path, root) = try NewPlugin(name, .analysis, registry: plugins.registry()).write()
        Console.print("Written: \(path)")
        New.tellHowToRun(name, root)
      }
    }

    private static func tellHowToRun(_ name: String, _ root: String) {
      Console.print("Build:   make \(root.isEmpty ? "" : "-C \(root) ")build")
      Console.print("Run it:  \(root).build/release/dlnn-sim --plugin \(name) -o plots/\(name)")
    }
  }
}
