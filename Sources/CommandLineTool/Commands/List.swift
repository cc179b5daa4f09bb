internal import ArgumentParser
internal import Experiments
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Lists the plugins.
  struct List: ParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(abstract: "List the datasets and analyses there are.")

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print the reference page of all plugins and settings (Markdown).")
    var markdown = false

    func validate() throws {
      guard !(json && markdown) else {
        throw ValidationError("--json and --markdown contradict each other. Choose one.")
      }
    }

    var plugins = PluginSource()

    func run() throws {
      let registry = try plugins.registry()
      if markdown {
        Console.print(String(PluginCatalogue(registry).markdown.dropLast()))
        return
      }
      if json {
        Console.print(try PluginCatalogue(registry).jsonText())
        return
      }
      let datasets = registry.datasets.map(\.description)
      let analyses = registry.analyses.map(\.description)
      let width = 2 + (registry.descriptions.map(\.identifier.count).max() ?? 0)
      for (title, plugins) in [("Datasets", datasets), ("Analyses", analyses)] {
        Console.print(title)
        for plugin in plugins {
          let mark = plugin.isPartOfTutorial ? "*" : " "
          Console.print(TextWrapping.entry("  \(mark) \(plugin.identifier)", plugin.summary, column: width + 4))
        }
        Console.print("")
      }
      Console.print("* part of a run without --plugin. '\(Program.name) describe ID' tells more.")
    }
  }
}
