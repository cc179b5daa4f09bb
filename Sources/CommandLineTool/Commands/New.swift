internal import ArgumentParser
internal import PluginKit

extension DLNNSim {
  /// Begins a plugin.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a dataset or an analysis of your own: writes a working file to change.",
      discussion: """
        In a checkout of dlnn-sim, from whichever of its folders, a Swift file is written into plugins/. A dataset can \
        also be a file without Swift (--yaml), in any folder.
        """,
      subcommands: [Dataset.self, Analysis.self])

    struct Dataset: ParsableCommand, PluginCommand {
      static let configuration = CommandConfiguration(
        abstract: "Begin a dataset: an illusory correlation on a tree of named items.")

      @Argument(help: "Its name: small letters, digits and hyphens, such as my-penguin.")
      var name: String

      @Flag(help: "Write a file that needs neither Swift nor a build, into the current folder.")
      var yaml = false

      var plugins = PluginSource()

      func run() throws {
        let plugin = try NewPlugin(name, yaml ? .datasetFile : .dataset, registry: plugins.registry())
        let (path, root) = try plugin.write()
        Console.print("Written: \(path)")
        yaml
          ? Console.print("Run it:  \(Program.name) --dataset \(path) -o plots/\(name)")
          : New.tellHowToRun(name, root)
      }
    }

    struct Analysis: ParsableCommand, PluginCommand {
      static let configuration = CommandConfiguration(
        abstract: "Begin an analysis: a result, a sentence and a figure.")

      @Argument(help: "Its name: small letters, digits and hyphens, such as half-way.")
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
