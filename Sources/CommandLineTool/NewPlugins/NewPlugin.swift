internal import Experiments
internal import PluginKit
internal import Support

/// A new plugin from a template: a working file for the user to change.
struct NewPlugin {
  enum Kind {
    case dataset, datasetFile, history, historyFile, analysis

    /// Whether it is written as YAML.
    var isFile: Bool { self == .datasetFile || self == .historyFile }
  }

  let identifier: String
  let kind: Kind

  /// - Throws: ``NewPluginError`` if the identifier is malformed, belongs to an existing plugin, or gives a reserved type
  ///   name.
  init(_ identifier: String, _ kind: Kind, registry: PluginRegistry) throws {
    guard PluginRegistry.isIdentifier(identifier) else { throw NewPluginError.badIdentifier(identifier) }
    if registry.descriptions.contains(where: { $0.identifier == identifier }) {
      throw NewPluginError.taken(identifier, by: "see 'dlnn-sim describe \(identifier)'")
    }
    self.identifier = identifier
    self.kind = kind
    if !kind.isFile, Self.reservedTypes.contains(typeName) {
      throw NewPluginError.reserved(identifier, type: typeName)
    }
  }

  /// The Swift type's name: the identifier's words with capitals.
  var typeName: String {
    identifier.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The text of the file.
  var text: String {
    switch kind {
    case .dataset: PluginTemplate.dataset(typeName, identifier)
    case .datasetFile: PluginTemplate.datasetFile
    case .history: PluginTemplate.history(typeName, identifier)
    case .historyFile: PluginTemplate.historyFile
    case .analysis: PluginTemplate.analysis(typeName, identifier)
    }
  }

  /// Writes the file: a dataset file into the current folder, Swift code into the checkout.
  ///
  /// - Returns: its path, and the root of the checkout.
  /// - Throws: ``NewPluginError`` outside a checkout, or if a file or type with that name exists; `FileError` if the file
  ///   cannot be written.
  func write() throws -> (path: String, root: String) {
    let path: String
    var root = ""
    switch kind {
    case .datasetFile, .historyFile:
      path = "\(identifier).yaml"
    case .dataset, .history, .analysis:
      guard let checkout = Checkout() else { throw NewPluginError.noCheckout }
      root = checkout.root
      if let file = checkout.file(declaring: typeName, orIdentifier: identifier) {
        throw NewPluginError.typeTaken(identifier, type: typeName, file: file)
      }
      path = "\(root)plugins/\(kind == .analysis ? "analyses" : "datasets")/\(typeName).swift"
    }
    let (folder, name) = try FileSystem.place(path)
    guard try folder.writeNew(name, text) else { throw NewPluginError.fileExists(path) }
    return (path, root)
  }

  /// Swift types and modules of the program that a type with the same name would hide.
  private static let reservedTypes: Set<String> = [
    "Any", "AnyObject", "Array", "Bool", "Character", "Class", "Collection", "Comparable", "Double", "Encodable",
    "Enum",
    "Equatable", "Error", "Extension", "Float", "Hashable", "Import", "Int", "Never", "Optional", "Protocol", "Range",
    "Result", "Self", "Sendable", "Sequence", "Set", "String", "Struct", "Substring", "Swift", "Task", "Type", "Void",
    "Dictionary", "Foundation", "LearningDynamics", "Gnuplot", "PluginKit", "Experiments", "BuiltInPlugins",
    "CommandLineTool", "BuiltInRegistry",
  ]
}

/// A plugin that cannot be created.
enum NewPluginError: Error, Equatable, CustomStringConvertible {
  case badIdentifier(String)
  case reserved(String, type: String)
  case taken(String, by: String)
  case typeTaken(String, type: String, file: String)
  case fileExists(String)
  case noCheckout

  var description: String {
    switch self {
    case .badIdentifier(let name):
      """
      '\(name)' is not a valid plugin name. Use lowercase letters, digits and single hyphens, such as \
      '\(Self.suggestion(name) ?? "my-penguin")', and at most 64 characters. The name 'all' is reserved.
      """
    case .reserved(let name, let type):
      "'\(name)' would become the Swift type '\(type)', but that name is reserved. Try '\(Self.alternative(name))'."
    case .taken(let name, let file):
      "A plugin named '\(name)' already exists (\(file)). Try '\(Self.alternative(name))'."
    case .typeTaken(let name, let type, let file):
      "'\(name)' would become the Swift type '\(type)', which \(file) already declares. Try '\(Self.alternative(name))'."
    case .fileExists(let path):
      "\(path) already exists; it was not overwritten. Choose another name, or remove the file."
    case .noCheckout:
      """
      No dlnn-sim source folder found here or in a parent folder; Swift plugins go into it. Change to that folder, or \
      create a dataset file, which can be anywhere: 'dlnn-sim new dataset NAME --yaml'.
      """
    }
  }

  private static func alternative(_ name: String) -> String {
    name.hasPrefix("my-") ? "another-\(name.dropFirst(3))" : "my-\(name)"
  }

  private static func suggestion(_ name: String) -> String? {
    let spaced = name.flatMap { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }
    let words = String(spaced).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let joined = words.joined(separator: "-")
    return PluginRegistry.isIdentifier(joined) ? joined : nil
  }
}

/// A checkout of the program, where Swift plugins are put.
struct Checkout {
  /// Its folder with a slash at the end; empty for the current folder.
  let root: String

  /// The checkout around the current folder, nil if there is none.
  init?() {
    for up in 0...32 {
      let root = String(repeating: "../", count: up)
      if ["Package.swift", "plugins/datasets", "plugins/analyses"].allSatisfy({ FileSystem.exists(root + $0) }) {
        self.root = root
        return
      }
    }
    return nil
  }

  /// The folders whose declarations a plugin can see.
  private static let rooms = [
    "plugins/datasets", "plugins/analyses", "Sources/GSL", "Sources/LearningDynamics", "Sources/Gnuplot",
    "Sources/PluginKit",
  ]

  /// The file that declares a type or a plugin identifier; nil if there is none.
  func file(declaring type: String, orIdentifier identifier: String) -> String? {
    let declarations = ["struct", "enum", "class", "actor", "protocol", "typealias"].map { "\($0) \(type)" }
    return Self.rooms.lazy.flatMap { sources(in: $0) }.first { path in
      guard path.hasSuffix(".swift") else {
        return ["yaml", "yml"].contains { path.hasSuffix("/\(identifier).\($0)") }
      }
      let code = String(decoding: FileSystem.read(root + path, atMost: 1 << 20) ?? [], as: UTF8.self)
      return code.contains("identifier = \"\(identifier)\"")
        || declarations.contains { declaration in
          code.ranges(of: declaration).contains { range in
            let next = range.upperBound < code.endIndex ? code[range.upperBound] : " "
            return !next.isLetter && !next.isNumber && next != "_"
          }
        }
    }
  }

  /// The sources in a folder and its subfolders.
  private func sources(in folder: String) -> [String] {
    FileSystem.entries(root + folder).sorted().flatMap { entry in
      let path = "\(folder)/\(entry)"
      return entry.contains(".") ? [path] : sources(in: path)
    }
  }
}
