import LearningDynamics
internal import Support

/// A dataset in a file: a description (YAML) with the table that it names, or a table (CSV, TSV) as it stands.
///
/// It is a value, so that a run can record it and be repeated without the file.
public struct DatasetFile: Codable, Hashable, Sendable {
  /// The file's name without its folder, such as "penguin-fly.yaml" or "animals.csv"; it names the dataset.
  public let name: String
  /// What stands in it.
  public let text: String
  /// The texts of the tables that a description names, by file name; they lie beside it.
  public private(set) var tables: [String: String]

  /// The largest description: 256 kB. Longer tables belong into a file of their own.
  public static let largestSize = 256 << 10
  /// The largest table: 8 MB.
  public static let largestTableSize = 8 << 20

  /// What a file can be; its ending says which.
  public enum Kind: CaseIterable, Sendable {
    /// Keys and values in YAML.
    case description
    /// A line for each item, a column for each feature.
    case table

    /// The endings of its name.
    public var endings: [String] {
      switch self {
      case .description: [".yaml", ".yml"]
      case .table: [".csv", ".tsv", ".tab", ".txt", ".dat", ".data"]
      }
    }

    /// The endings in words: ".yaml or .yml".
    var endingsInWords: String { "\(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")" }

    /// The largest text of a file.
    public var largestSize: Int { self == .table ? DatasetFile.largestTableSize : DatasetFile.largestSize }
  }

  /// What a file of a name is; nil for an ending that no dataset has.
  public static func kind(of name: String) -> Kind? {
    Kind.allCases.first { kind in kind.endings.contains(where: name.lowercased().hasSuffix) }
  }

  /// A dataset with the tables that lie beside its description.
  ///
  /// - Parameters:
  ///   - name: the file's name without its folder.
  ///   - text: what stands in it.
  ///   - tables: texts by file name; only those whose names stand in a description are kept.
  public init(name: String, text: String, tables: [String: String] = [:]) {
    self.name = name
    self.text = text
    self.tables = Self.kind(of: name) == .table ? [:] : tables.filter { text.contains($0.key) }
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
      && stored.text.utf8.count <= (Self.kind(of: stored.name) ?? .description).largestSize
      && stored.tables.allSatisfy { $0.value.utf8.count <= Self.largestTableSize }
    guard isFile else {
      throw DecodingError.dataCorruptedError(forKey: .name, in: container, debugDescription: "no dataset file")
    }
    self.init(name: stored.name, text: stored.text, tables: stored.tables)
  }

  private enum CodingKeys: String, CodingKey {
    case name, text, tables
  }

  /// The dataset's identifier: the file's name without its ending. That of a table, whose name may be anything, is made
  /// from the letters and digits in it: "My Animals.csv" is my-animals.
  public var identifier: String {
    guard let kind = Self.kind(of: name), let ending = kind.endings.first(where: name.lowercased().hasSuffix) else {
      return name
    }
    let stem = String(name.dropLast(ending.count))
    guard kind == .table else { return stem }
    return PluginRegistry.identifier(like: stem) ?? PluginRegistry.identifier(like: "table-\(stem)") ?? "table"
  }

  /// The name of the table that a description asks for, and the line in which it does; nil if it asks for none.
  ///
  /// - Throws: ``DatasetFileError`` for a text that describes no dataset.
  public func tableFile() throws(DatasetFileError) -> (name: String, line: Int)? {
    try DatasetDocument.tableFile(of: self)
  }

  /// Every key that a description may have, and what it takes.
  public static var keys: [(name: String, meaning: String)] {
    DatasetKey.allCases.map { ($0.rawValue, $0.meaning) }
  }

  /// Whether a text on a command line means a file rather than a plugin.
  public static func isPath(_ text: String) -> Bool { text.contains("/") || kind(of: text) != nil }
}

extension PluginRegistry {
  /// An identifier that reads like a name: its letters and digits (of ASCII, in lower case), with hyphens between them; nil
  /// if these make none.
  static func identifier(like name: String) -> String? {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let short = words.joined(separator: "-").prefix(64).split(separator: "-").joined(separator: "-")
    return isIdentifier(short) ? short : nil
  }
}

/// A dataset file that describes no dataset: where, what is wrong, and what would be right.
public struct DatasetFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1; nil where it is about the whole file.
  public let line: Int?
  /// What is wrong, and what would be right, in sentences.
  public let reason: String

  /// An error in a file; of what it quotes, characters that cannot be shown are replaced.
  public init(file: String, line: Int? = nil, reason: String) {
    self.file = String(file.unicodeScalars.suffix(300)).legible
    self.line = line
    self.reason = reason.legible
  }

  /// The error in words.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}

/// Names that are to be shown and told apart: none empty, too long, unprintable or there twice.
struct NameCheck {
  private let file: String
  private var seen: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  /// Takes note of a name.
  ///
  /// - Parameter kind: what it names: "item".
  /// - Throws: ``DatasetFileError`` for a name that cannot be used.
  mutating func add(_ name: String, of kind: String, line: Int) throws(DatasetFileError) {
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: file, line: line, reason: reason) }
    let article = kind == "item" ? "an" : "a"
    switch name.nameProblem {
    case .empty: throw refuse("There is \(article) \(kind) without a name here.")
    case .tooLong:
      throw refuse(
        "'\(name.shortened)' is too long for the name of \(article) \(kind): up to \(NameProblem.longest) characters.")
    case .unprintable(let scalar):
      throw refuse(
        "The name of the \(kind) '\(name.shortened)' has \(scalar.nameInMessages), which cannot be shown. Remove it.")
    case nil: break
    }
    if let other = seen.updateValue(line, forKey: name) {
      let place = other == line ? "" : "; it stands in line \(other) already"
      throw refuse("There is a second \(kind) '\(name.shortened)'\(place). Give each a name of its own.")
    }
  }
}
