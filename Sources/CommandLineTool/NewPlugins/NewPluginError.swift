internal import PluginKit

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
