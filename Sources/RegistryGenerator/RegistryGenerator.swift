import Foundation

/// Writes the Swift source that lists a target's plugins: `RegistryGenerator OUTPUT SOURCE…`.
///
/// Sources are Swift files, of which the plugins they declare are listed, and dataset files with their tables, whose texts
/// are put into the list.
@main
struct RegistryGenerator {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      print("usage: RegistryGenerator OUTPUT SOURCE…")
      exit(64)
    }
    let sources = try arguments.dropFirst().map { path in
      let file = URL(fileURLWithPath: path)
      return (file: file, text: try String(contentsOf: file, encoding: .utf8))
    }
    func files(_ endings: Set<String>) -> [(name: String, text: String)] {
      sources.filter { endings.contains($0.file.pathExtension) }.map { ($0.file.lastPathComponent, $0.text) }
    }
    let registry = registry(
      of: files(["swift"]).flatMap { PluginScanner.plugins(in: $0.text) }, files: files(["yaml", "yml"]),
      tables: files(["csv", "tsv"]))
    try Data(registry.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
  }

  static func registry(
    of plugins: [PluginScanner.Plugin], files: [(name: String, text: String)] = [],
    tables: [(name: String, text: String)] = []
  ) -> String {
    func list(_ kinds: Set<PluginScanner.Kind>, _ descriptor: String) -> String {
      plugins.filter { kinds.contains($0.kind) }.map { "      \(descriptor)(\($0.type).self),\n" }.joined()
    }
    func dictionary(_ texts: [(name: String, text: String)]) -> String {
      let entries = texts.map { "      \(literal($0.name)): \(literal($0.text)),\n" }.joined()
      return entries.isEmpty ? "[:]" : "[\n\(entries)    ]"
    }
    return """
      // Made by RegistryGenerator from the sources in plugins/. Not to be edited.
      public import PluginKit

      extension PluginRegistry {
        /// Every plugin in plugins/, in the order of their files.
        ///
        /// - Throws: `PluginRegistryError` when two plugins share an identifier or one has no proper identifier;
        ///   `DatasetFileError` for a file that describes no dataset.
        public static func builtIn() throws -> PluginRegistry {
          let tables: [String: String] = \(dictionary(tables))
          let files: KeyValuePairs<String, String> = \(dictionary(files))
          return try PluginRegistry(
            datasets: [
      \(list([.dataset, .illusoryCorrelation], "      DatasetDescriptor"))      ]
              + files.map { try DatasetDescriptor(DatasetFile(name: $0.key, text: $0.value, tables: tables)) },
            analyses: [
      \(list([.analysis], "      AnalysisDescriptor"))      ])
        }
      }

      """
  }

  /// A text as a Swift string literal.
  static func literal(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 32 || scalar.value == 127: "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
