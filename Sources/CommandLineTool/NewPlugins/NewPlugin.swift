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
