import Foundation

/// Writes the Swift source that lists a target's plugins: `RegistryGenerator OUTPUT SOURCE…`.
@main
struct RegistryGenerator {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      print("usage: RegistryGenerator OUTPUT SOURCE…")
      exit(64)
    }
    let plugins = try arguments.dropFirst().flatMap { path in
      PluginScanner.plugins(in: try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8))
    }
    try Data(registry(of: plugins).utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
  }

  static func registry(of plugins: [PluginScanner.Plugin]) -> String {
    func list(_ kinds: Set<PluginScanner.Kind>, _ descriptor: String) -> String {
      plugins.filter { kinds.contains($0.kind) }.map { "      \(descriptor)(\($0.type).self),\n" }.joined()
    }
    return """
      // Made by RegistryGenerator from the sources in plugins/. Not to be edited.
      public import PluginKit

      extension PluginRegistry {
        /// Every plugin in plugins/, in the order of their files.
        ///
        /// - Throws: `PluginRegistryError` when two plugins share an identifier or one has no proper identifier.
        public static func builtIn() throws -> PluginRegistry {
          try PluginRegistry(
            datasets: [
      \(list([.dataset, .illusoryCorrelation], "      DatasetDescriptor"))      ],
            analyses: [
      \(list([.analysis], "      AnalysisDescriptor"))      ])
        }
      }

      """
  }
}
