internal import Experiments
internal import PluginKit
internal import Support

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
