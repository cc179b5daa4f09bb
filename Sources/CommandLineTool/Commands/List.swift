internal import ArgumentParser
internal import Experiments
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Lists the plugins.
  struct List: ParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(abstract: "List all datasets and analyses.")

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print the reference page of all plugins and settings (Markdown).")
    var markdown = false

    @Flag(help: "Print the glossary (Markdown).")
    var glossary = false

    func validate() throws {
      guard [json, markdown, glossary].count(where: { $0 }) <= 1 else {
        throw ValidationError("--json, --markdown and --glossary cannot be used together. Choose one.")
      }
    }

    var plugins = PluginSource()

    func run() throws {
      if glossary {
        Console.print(String(Glossary.markdown.dropLast()))
        return
      }
      let registry = try plugins.registry()
      if markdown {
        Console.print(String(PluginCatalogue(registry, version: Program.version).markdown.dropLast()))
        return
      }
      if json {
        Console.print(try PluginCatalogue(registry, version: Program.version).jsonText())
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
      Console.print("* part of a run without --plugin. For details: '\(Program.name) describe NAME'.")
    }
  }
}
