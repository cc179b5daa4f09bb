import PackagePlugin

/// Generates the list of a target's plugins before each build in which its sources have changed.
@main
struct RegistryBuildTool: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let kinds = ["swift", "yaml", "yml", "csv", "tsv"]
    let sources = target.sourceFiles.map(\.url).filter { kinds.contains($0.pathExtension) }.sorted { $0.path < $1.path }
    let registry = context.pluginWorkDirectoryURL.appending(path: "BuiltInRegistry.swift")
    return [
      .buildCommand(
        displayName: "Listing the plugins of \(target.name)",
        executable: try context.tool(named: "RegistryGenerator").url,
        arguments: [registry.path] + sources.map(\.path),
        inputFiles: sources,
        outputFiles: [registry])
    ]
  }
}
