internal import ArgumentParser
internal import Experiments
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Describes a plugin and its settings.
  struct Describe: ParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Describe a plugin or a dataset file, and its settings.",
      discussion: """
        A dataset file is a description (YAML) or a table (CSV, TSV). Errors in it are reported with line numbers.
        """)

    @Argument(help: ArgumentHelp("A plugin, or the path of a dataset file.", valueName: "name"))
    var id: String

    @Flag(help: "Print one JSON document.")
    var json = false

    var plugins = PluginSource()

    func run() throws {
      let file = DatasetFile.isPath(id) ? try DatasetFile(path: id) : nil
      let registry = try plugins.registry().including(file.map { [$0] } ?? [])
      try describe(
        file?.identifier ?? id, registry,
        selectedBy: file == nil ? "--plugin \(id)" : "--dataset \(ShellWord.quoted(id))")
    }

    private func describe(_ id: String, _ registry: PluginRegistry, selectedBy option: String) throws {
      let known = registry.descriptions.map(\.identifier)
      guard let plugin = registry.descriptions.first(where: { $0.identifier == id }) else {
        throw PlanError.unknownPlugin(id, nearest: NearestName.to(id, among: known), known: known)
      }
      if json {
        Console.print(try PluginCatalogue(registry, version: Program.version).jsonText(of: id) ?? "null")
        return
      }
      let analysis = registry.analyses.first { $0.description.identifier == id }
      Console.print("\(id) (\(analysis == nil ? "dataset" : "analysis"))")
      Console.print(TextWrapping.wrap("  \(plugin.summary)."))
      if let analysis { Console.print(TextWrapping.wrap("  It \(analysis.requirement).")) }
      if let dataset = registry.datasets.first(where: { $0.description.identifier == id }) {
        for (name, text) in try entries(dataset) {
          Console.print(TextWrapping.entry("  \(name)", text, column: 14))
        }
      }
      Console.print("")
      if plugin.parameters.isEmpty {
        Console.print("It has no settings.")
      } else {
        Console.print("Settings (--set NAME=VALUE)")
        let width = 2 + (plugin.parameters.map(\.name.count).max() ?? 0)
        for parameter in plugin.parameters {
          let text = "\(parameter.help): \(parameter.allowed) (default: \(parameter.defaultText))"
          Console.print(TextWrapping.entry("  " + parameter.name, text, column: width + 2))
        }
      }
      Console.print("")
      Console.print("Run it: \(Program.name) \(option)")
    }

    /// The dataset with the default seed and settings. Only its size, if creating it would take long.
    private func entries(_ descriptor: DatasetDescriptor) throws -> [(name: String, text: String)] {
      let values = try ParameterValues(descriptor.description.parameters)
      if let shape = try descriptor.shape(values), shape.items > 300 {
        return [("items", shape.items.grouped), ("features", shape.features.grouped)]
          + descriptor.notes.map { ("note", $0) }
      }
      return DatasetText(try made(descriptor, values), notes: descriptor.notes).entries
    }

    private func made(_ descriptor: DatasetDescriptor, _ values: ParameterValues) throws -> Dataset {
      let settings = TrainingSettings()
      return try descriptor.dataset(values, seed: settings.seed, convention: settings.sampling)
    }
  }
}
