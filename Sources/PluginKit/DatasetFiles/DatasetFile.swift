internal import LearningDynamics
internal import Support

/// A dataset described in a file: the YAML text, and the tables it names.
///
/// It is a value, so that a run can record it and be repeated without the file.
public struct DatasetFile: Codable, Hashable, Sendable {
  /// The file's name without its folder, such as "penguin-fly.yaml"; it names the dataset.
  public let name: String
  /// What stands in it.
  public let text: String
  /// The texts of the tables that it names, by file name; they lie beside it.
  public private(set) var tables: [String: String]

  /// The largest description: 256 kB. Longer tables belong into a file of their own.
  public static let largestSize = 256 << 10
  /// The largest table: 8 MB.
  public static let largestTableSize = 8 << 20

  /// The endings that a description's name may have.
  static let endings = [".yaml", ".yml"]

  /// A description with the tables that lie beside it.
  ///
  /// - Parameters:
  ///   - name: the file's name without its folder.
  ///   - text: what stands in it.
  ///   - tables: texts by file name; only those whose names stand in the text are kept.
  public init(name: String, text: String, tables: [String: String] = [:]) {
    self.name = name
    self.text = text
    self.tables = tables.filter { text.contains($0.key) }
  }

  /// Reads a stored file.
  ///
  /// - Throws: `DecodingError` for what no file could be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let stored = (
      name: try container.decode(String.self, forKey: .name), text: try container.decode(String.self, forKey: .text),
      tables: try container.decode([String: String].self, forKey: .tables)
    )
    let isFile =
      !stored.name.isEmpty && stored.name.utf8.count <= 255 && stored.name.isPrintable && !stored.name.contains("/")
      && stored.text.utf8.count <= Self.largestSize
      && stored.tables.allSatisfy { $0.value.utf8.count <= Self.largestTableSize }
    guard isFile else {
      throw DecodingError.dataCorruptedError(forKey: .name, in: container, debugDescription: "no dataset file")
    }
    self.init(name: stored.name, text: stored.text, tables: stored.tables)
  }

  private enum CodingKeys: String, CodingKey {
    case name, text, tables
  }

  /// The dataset's identifier: the file's name without its ending.
  public var identifier: String {
    Self.endings.first(where: name.lowercased().hasSuffix).map { String(name.dropLast($0.count)) } ?? name
  }

  /// The name of the table that the description asks for, and the line in which it does; nil if it asks for none.
  ///
  /// - Throws: ``DatasetFileError`` for a text that is no description.
  public func tableFile() throws(DatasetFileError) -> (name: String, line: Int)? {
    try DatasetDocument.tableFile(in: text, file: name)
  }

  /// Every key that a description may have, and what it takes.
  public static var keys: [(name: String, meaning: String)] {
    DatasetKey.allCases.map { ($0.rawValue, $0.meaning) }
  }

  /// Whether a text on a command line means a file rather than a plugin.
  public static func isPath(_ text: String) -> Bool {
    text.contains("/") || endings.contains(where: text.lowercased().hasSuffix)
  }
}
