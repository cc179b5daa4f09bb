internal import Experiments
internal import PluginKit
internal import Support

/// A plugin to begin with: a working file that its reader changes.
struct NewPlugin {
  /// What is begun.
  enum Kind {
    case dataset, datasetFile, analysis
  }

  let identifier: String
  let kind: Kind

  /// - Throws: ``NewPluginError`` for an identifier that is malformed, taken by a plugin of the program, or would become a
  ///   type that means something else.
  init(_ identifier: String, _ kind: Kind, registry: PluginRegistry) throws {
    guard PluginRegistry.isIdentifier(identifier) else { throw NewPluginError.badIdentifier(identifier) }
    if registry.descriptions.contains(where: { $0.identifier == identifier }) {
      throw NewPluginError.taken(identifier, by: "as 'dlnn-sim describe \(identifier)' tells")
    }
    self.identifier = identifier
    self.kind = kind
    if kind != .datasetFile, Self.reservedTypes.contains(typeName) {
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
    case .analysis: PluginTemplate.analysis(typeName, identifier)
    }
  }

  /// Writes the file, into the checkout or, for the file version, into the current folder.
  ///
  /// - Returns: its path, and the root of the checkout.
  /// - Throws: ``NewPluginError`` outside of a checkout, and if a file or type of that name exists; `FileError` if the file
  ///   cannot be written.
  func write() throws -> (path: String, root: String) {
    let path: String
    var root = ""
    switch kind {
    case .datasetFile:
      path = "\(identifier).yaml"
    case .dataset, .analysis:
      guard let checkout = Checkout() else { throw NewPluginError.noCheckout }
      root = checkout.root
      if let file = checkout.file(declaring: typeName, orIdentifier: identifier) {
        throw NewPluginError.typeTaken(identifier, type: typeName, file: file)
      }
      path = "\(root)plugins/\(kind == .dataset ? "datasets" : "analyses")/\(typeName).swift"
    }
    let (folder, name) = try FileSystem.place(path)
    guard try folder.writeNew(name, text) else { throw NewPluginError.fileExists(path) }
    return (path, root)
  }

  /// Types of Swift, and modules of the program, that a type of the same name would hide.
  private static let reservedTypes: Set<String> = [
    "Any", "AnyObject", "Array", "Bool", "Character", "Class", "Collection", "Comparable", "Double", "Encodable",
    "Enum",
    "Equatable", "Error", "Extension", "Float", "Hashable", "Import", "Int", "Never", "Optional", "Protocol", "Range",
    "Result", "Self", "Sendable", "Sequence", "Set", "String", "Struct", "Substring", "Swift", "Task", "Type", "Void",
    "Dictionary", "Foundation", "LearningDynamics", "Gnuplot", "PluginKit", "Experiments", "BuiltInPlugins",
    "CommandLineTool", "BuiltInRegistry",
  ]
}

/// A plugin that cannot be begun.
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
      '\(name)' cannot name a plugin. Use small letters, digits and single hyphens, such as \
      '\(Self.suggestion(name) ?? "my-penguin")', at most 64 characters, and not 'all'.
      """
    case .reserved(let name, let type):
      "'\(name)' would become the type '\(type)', a name that has a meaning already. Try '\(Self.alternative(name))'."
    case .taken(let name, let file):
      "There is a plugin '\(name)' already, \(file). Try '\(Self.alternative(name))'."
    case .typeTaken(let name, let type, let file):
      "'\(name)' would become the type '\(type)', which \(file) declares already. Try '\(Self.alternative(name))'."
    case .fileExists(let path):
      "There is a file \(path) already, which is not overwritten. Choose another name, or remove it."
    case .noCheckout:
      """
      There is no checkout of dlnn-sim here or in a folder above, into which a plugin could be put. Go to one; or write \
      the file version, which needs none: 'dlnn-sim new dataset NAME --yaml'.
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

/// A checkout of the program, into which plugins can be put.
struct Checkout {
  /// Its folder, with a slash at the end; empty for the current one.
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

  /// The folders in which a plugin sees what others declare.
  private static let rooms = [
    "plugins/datasets", "plugins/analyses", "Sources/GSL", "Sources/LearningDynamics", "Sources/Gnuplot",
    "Sources/PluginKit",
  ]

  /// The file that declares a type of a name, or a plugin of an identifier; nil if there is none.
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

  /// The sources in a folder and those in it.
  private func sources(in folder: String) -> [String] {
    FileSystem.entries(root + folder).sorted().flatMap { entry in
      let path = "\(folder)/\(entry)"
      return entry.contains(".") ? [path] : sources(in: path)
    }
  }
}
