internal import Support

/// What is read back from a `run.json`: enough to run again, and to know which files are the run's.
package struct StoredRecord: Decodable, Hashable, Sendable {
  /// Who wrote it.
  package struct Program: Codable, Hashable, Sendable {
    /// What the program is called.
    package let name: String
    /// Its version.
    package let version: String
    /// The number of the record's format; it grows when older programs would misread a record.
    package let recordFormat: Int

    init(version: String) {
      name = Self.ours
      self.version = version
      recordFormat = Self.currentFormat
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      version = try container.decode(String.self, forKey: .version)
      // The first records did not say their format.
      recordFormat = try container.decodeIfPresent(Int.self, forKey: .recordFormat) ?? 1
    }

    static let ours = "dlnn-sim"
    static let currentFormat = 1

    /// What stands in this part of a record.
    static let keys: Set<JSONValue.Step> = [.key("name"), .key("version"), .key("recordFormat")]
  }

  /// What the run was made with, beside the program.
  package struct Versions: Codable, Hashable, Sendable {
    let gsl: String
    let gnuplot: String?
    let swift: String

    /// What stands in this part of a record.
    static let keys: Set<JSONValue.Step> = [.key("gsl"), .key("gnuplot"), .key("swift")]
  }

  /// Who wrote it.
  package let program: Program
  /// What it was made with.
  package let versions: Versions
  /// What was asked for.
  package let request: RunRequest
  /// Datasets that an interruption left out, if it was interrupted.
  package let unfinished: [String]?
  /// Figures that have no image although images were asked for.
  package let undrawn: [String]?
  /// The files of the run, by their paths within its folder.
  package let files: [String]

  /// More than this is no record: a full run of all datasets has 65 kB. Large are only those of runs on tables of the
  /// reader's own, which hold these tables; see ``RunRequest/largestFileSize``.
  static let largestSize = 64 << 20

  /// Reads a record.
  ///
  /// - Throws: ``Damage``, which says what is wrong with it.
  package init(_ bytes: [UInt8]) throws(Damage) {
    self = try Self.decode(StoredRecord.self, bytes)
    do {
      try request.validate()
    } catch {
      throw Damage(reason: "\("\(error)".dropLast())")
    }
  }

  /// The files that a record lists, whatever else stands in it: enough to replace them.
  ///
  /// - Throws: ``Damage``.
  package static func files(in bytes: [UInt8]) throws(Damage) -> [String] {
    struct Listing: Decodable { let files: [String] }
    return try decode(Listing.self, bytes).files
  }

  /// What a record says of its figures.
  struct Figures: Decodable {
    struct Dataset: Decodable { let identifier: String }
    let datasets: [Dataset]
    /// The figure to look at first; older records do not say it.
    let mainFigure: String?
  }

  /// The figures of a run.
  ///
  /// - Throws: ``Damage``.
  static func figures(in bytes: [UInt8]) throws(Damage) -> Figures { try decode(Figures.self, bytes) }

  /// Decodes a part of a record that this program wrote.
  private static func decode<Part: Decodable>(_ type: Part.Type, _ bytes: [UInt8]) throws(Damage) -> Part {
    guard bytes.count <= largestSize else { throw Damage(reason: "it is too large to be one") }
    guard JSONOutline(bytes).values <= JSONOutline.mostValues else {
      throw Damage(reason: "it has more values than any run writes")
    }
    do {
      // Who wrote it comes first: what another program or a later version wrote need not be readable.
      let program = try JSONText.read(Author.self, bytes).program
      guard program.name == Program.ours else { throw Damage(reason: "another program wrote it") }
      guard program.recordFormat <= Program.currentFormat else {
        throw Damage(reason: "a later version of the program wrote it, \(program.version)")
      }
      return try JSONText.read(type, bytes)
    } catch let damage as Damage {
      throw damage
    } catch let error as DecodingError {
      // Foundation calls a number that does not fit its type bad JSON, and does not say where.
      let isJSON = (try? JSONValue(bytes)) != nil
      throw Damage(
        reason: error.place ?? (isJSON ? "it holds a number that no run writes" : "it is cut short or not JSON"))
    } catch {
      throw Damage(reason: "\("\(error)".dropLast())")
    }
  }

  private struct Author: Decodable {
    let program: Program
  }

  /// What is wrong with a record, in words that end a sentence.
  package struct Damage: Error, Hashable, CustomStringConvertible {
    /// The words.
    let reason: String

    package var description: String { reason }
  }
}

extension DecodingError {
  /// Where a document is not what it should be: "'request.training.seed' is missing"; nil if that is not told.
  fileprivate var place: String? {
    func name(_ path: [any CodingKey]) -> String {
      path.isEmpty
        ? "the whole of it" : "'\(path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))'"
    }
    switch self {
    case .keyNotFound(let key, let context): return "\(name(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context), .typeMismatch(_, let context):
      return "\(name(context.codingPath)) is of the wrong kind"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(name(context.codingPath)) is not what a run writes"
    default: return nil
    }
  }
}
