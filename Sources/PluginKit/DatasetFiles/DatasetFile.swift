import LearningDynamics
internal import Support

/// A dataset in a file: a description (YAML) with the table that it names, or a table alone (CSV, TSV).
///
/// It is a value, so that a run can record it and be repeated without the file.
public struct DatasetFile: Codable, Hashable, Sendable {
  /// The file's name without its folder, such as "penguin-fly.yaml" or "animals.csv"; it names the dataset.
  public let name: String
  /// The file's content.
  public let text: String
  /// The texts of the tables that a description names, by file name; they are in the same folder.
  public private(set) var tables: [String: String]

  /// The largest description: 256 kB. Longer tables need a separate file.
  public static let largestSize = 256 << 10
  /// The largest table: 8 MB.
  public static let largestTableSize = 8 << 20

  /// The kind of a file, known from its ending.
  public enum Kind: CaseIterable, Sendable {
    /// Keys and values in YAML.
    case description
    /// A line for each item, a column for each feature.
    case table

    /// The endings of its name.
    public var endings: [String] {
      switch self {
      case .description: [".yaml", ".yml"]
      case .table: ParameterDeclaration.tableEndings
      }
    }

    /// The endings in words: ".yaml or .yml".
    var endingsInWords: String { "\(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")" }

    /// The largest text of a file.
    public var largestSize: Int { self == .table ? DatasetFile.largestTableSize : DatasetFile.largestSize }
  }

  /// The kind of a file by its name; nil for an unknown ending.
  public static func kind(of name: String) -> Kind? {
    Kind.allCases.first { kind in kind.endings.contains(where: name.lowercased().hasSuffix) }
  }

  /// A dataset with the tables in the folder of its description.
  ///
  /// - Parameters:
  ///   - name: the file's name without its folder.
  ///   - text: the file's content.
  ///   - tables: texts by file name; only those that a description names are kept.
  public init(name: String, text: String, tables: [String: String] = [:]) {
    self.name = name
    self.text = text
    self.tables = Self.kind(of: name) == .table ? [:] : tables.filter { text.contains($0.key) }
  }

  /// Reads a stored file.
  ///
  /// - Throws: `DecodingError` if it cannot be a file.
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

  /// The dataset's identifier: the file's name without its ending. A table may have any name; its identifier is made from
  /// the letters and digits in it: "My Animals.csv" becomes my-animals.
  public var identifier: String {
    guard let kind = Self.kind(of: name), let ending = kind.endings.first(where: name.lowercased().hasSuffix) else {
      return name
    }
    let stem = String(name.dropLast(ending.count))
    guard kind == .table else { return stem }
    return PluginRegistry.identifier(like: stem) ?? PluginRegistry.identifier(like: "table-\(stem)") ?? "table"
  }

  /// The names of the tables that a description asks for, and the lines in which it does.
  ///
  /// - Throws: ``DatasetFileError`` for a text that does not describe a dataset.
  public func tableFiles() throws(DatasetFileError) -> [(name: String, line: Int)] {
    try DatasetDocument.tableFiles(of: self)
  }

  /// Every key of a description, with what it takes.
  public static var keys: [(name: String, meaning: String)] {
    DatasetKey.allCases.map { ($0.rawValue, $0.meaning) }
  }

  /// Whether a text on a command line means a file rather than a plugin.
  public static func isPath(_ text: String) -> Bool { text.contains("/") || kind(of: text) != nil }
}

extension PluginRegistry {
  /// An identifier made from a name: its letters and digits (of ASCII, in lower case), with hyphens between them; nil if
  /// there are too few.
  static func identifier(like name: String) -> String? {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let short = words.joined(separator: "-").prefix(64).split(separator: "-").joined(separator: "-")
    return isIdentifier(short) ? short : nil
  }
}

/// An error in a dataset file: where it is, what is wrong, and how to fix it.
public struct DatasetFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// The line, from 1; nil for an error in the whole file.
  public let line: Int?
  /// What is wrong, and how to fix it, in sentences.
  public let reason: String

  /// An error in a file. In quotations, characters that cannot be shown are replaced.
  public init(file: String, line: Int? = nil, reason: String) {
    self.file = String(file.unicodeScalars.suffix(300)).legible
    self.line = line
    self.reason = reason.legible
  }

  /// The error in words.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}

/// Checks names: none may be empty, too long, unprintable or used twice.
struct NameCheck {
  private let file: String
  private var seen: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  /// Checks a name and remembers it.
  ///
  /// - Parameter kind: what it names: "item".
  /// - Throws: ``DatasetFileError`` for a name that cannot be used.
  mutating func add(_ name: String, of kind: String, line: Int) throws(DatasetFileError) {
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: file, line: line, reason: reason) }
    let article = kind == "item" ? "an" : "a"
    switch name.nameProblem {
    case .empty: throw refuse("This line has \(article) \(kind) without a name.")
    case .tooLong:
      throw refuse(
        "The name of the \(kind) '\(name.shortened)' is too long: use up to \(NameProblem.longest) characters.")
    case .unprintable(let scalar):
      throw refuse(
        "The name of the \(kind) '\(name.shortened)' has \(scalar.nameInMessages), which cannot be shown. Remove it.")
    case nil: break
    }
    if let other = seen.updateValue(line, forKey: name) {
      let place = other == line ? "" : "; the first is in line \(other)"
      throw refuse("This is a second \(kind) '\(name.shortened)'\(place). Rename one of them.")
    }
  }
}
