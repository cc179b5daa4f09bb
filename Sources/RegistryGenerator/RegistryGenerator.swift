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
    let sources = arguments.dropFirst().map { path in
      let file = URL(fileURLWithPath: path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        fail("\(path):1:1: error: this is not a text in UTF-8")
      }
      return (file: file, text: text)
    }
    // Dataset files and tables are known by their names alone.
    let data = sources.map(\.file).filter { $0.pathExtension != "swift" }
    for (name, files) in Dictionary(grouping: data, by: \.lastPathComponent) where files.count > 1 {
      fail("\(files[0].path):1:1: error: there is a second '\(name)', \(files[1].path); call one of them otherwise")
    }
    func files(_ endings: Set<String>) -> [(name: String, text: String)] {
      sources.filter { endings.contains($0.file.pathExtension) }.map { file, text in
        // A dataset file by its folder too, for errors; a table by its name alone, as dataset files name it.
        let isTable = ["csv", "tsv"].contains(file.pathExtension)
        return (isTable ? file.lastPathComponent : file.pathComponents.suffix(3).joined(separator: "/"), text)
      }
    }
    let registry = registry(
      of: files(["swift"]).flatMap { PluginScanner.plugins(in: $0.text) }, files: files(["yaml", "yml"]),
      tables: files(["csv", "tsv"]))
    try Data(registry.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
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
              + files.map { path, text in
                let name = path.split(separator: "/").last.map(String.init) ?? path
                return try DatasetDescriptor(
                  builtIn: DatasetFile(name: name, text: text, tables: tables), from: path)
              },
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

/// Finds the plugin types that a Swift source declares.
///
/// A plugin is a type, or an extension of one, whose inheritance clause names a plugin protocol. Comments and string
/// literals are blanked first, so that text about plugins is not taken for one. This is a reading of declarations, not
/// a Swift parser: a type made a plugin by a macro or a type alias is not found.
struct PluginScanner {
  enum Kind: String {
    case dataset = "DatasetPlugin"
    case illusoryCorrelation = "IllusoryCorrelationPlugin"
    case analysis = "AnalysisPlugin"
  }

  struct Plugin: Equatable {
    let type: String
    let kind: Kind
  }

  /// The plugins in the order of their declarations.
  static func plugins(in source: String) -> [Plugin] {
    let code = withoutCommentsAndStrings(source)
    let declaration = #/\b(?:struct|enum|class|actor|extension)\s+([\w.]+)\s*:\s*([^{]*)\{/#
    return code.matches(of: declaration).compactMap { match in
      let inherited = match.2.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
        .map { $0.split(separator: ".").last.map(String.init) ?? "" }
      guard let kind = inherited.lazy.compactMap(Kind.init).first else { return nil }
      return Plugin(type: String(match.1), kind: kind)
    }
  }

  /// The source with comments and string literals replaced by blanks.
  static func withoutCommentsAndStrings(_ source: String) -> String {
    let hidden =
      #/(?s:/\*.*?\*/)|//[^\n]*|#"(?s:.*?)"#|"""(?s:.*?)"""|"(?:\\.|[^"\\\n])*"/#
    return source.replacing(hidden, with: " ")
  }
}
