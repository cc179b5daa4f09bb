internal import Gnuplot
internal import Support

extension RunRecord {
  /// Larger files are not read. The record of a full run of all datasets has 65 kB; that of a run on the user's own tables can
  /// be much larger, because it contains the tables (``RunRequest/largestFileSize``).
  static let largestSize = 64 << 20

  /// Reads a record.
  ///
  /// - Throws: ``Damage``, with the reason.
  package init(_ bytes: [UInt8]) throws(Damage) {
    guard bytes.count <= Self.largestSize else { throw Damage(reason: "it is too large") }
    guard JSONOutline(bytes).values <= JSONOutline.mostValues else {
      throw Damage(reason: "it has more values than any run writes")
    }
    do {
      // The author is checked first: the record of another program or a later version need not be readable.
      struct Author: Decodable { let program: Program }
      let program = try JSONText.read(Author.self, bytes).program
      guard program.name == Program.ours else { throw Damage(reason: "it was written by another program") }
      guard program.recordFormat <= Program.currentFormat else {
        throw Damage(reason: "it was written by a later version of the program, \(program.version)")
      }
      self = try JSONText.read(RunRecord.self, bytes)
    } catch let damage as Damage {
      throw damage
    } catch let error as DecodingError where error.place == nil && (try? JSONValue(bytes)) == nil {
      throw Damage(reason: "it is incomplete or not JSON")
    } catch {
      throw Damage(error)
    }
  }

  /// Settings that earlier versions recorded under another name.
  private static let renamedSettings = ["zero-depth-rate": "shallow-rate"]

  /// Settings of a record under the names they have today.
  static func renamed(_ settings: [String: String]) -> [String: String] {
    var settings = settings
    for (old, new) in renamedSettings {
      if let value = settings.removeValue(forKey: old), settings[new] == nil { settings[new] = value }
    }
    return settings
  }

  /// The request.
  ///
  /// - Throws: ``Damage`` if it cannot be read or is not valid.
  package func wholeRequest() throws(Damage) -> RunRequest {
    var request = try Self.whole(request, "request")
    request.settings = Self.renamed(request.settings)
    do {
      try request.validate()
    } catch {
      throw Damage(reason: "\("\(error)".dropLast())")
    }
    return request
  }

  /// Checks that all parts that are needed to repeat and verify the run can be read.
  ///
  /// - Throws: ``Damage``.
  func requireWhole() throws(Damage) {
    _ = try Self.whole(versions, "versions")
    _ = try wholeRequest()
    _ = try unfinished?.result.get()
    _ = try undrawn?.result.get()
  }

  /// The readable datasets, each once, whose names are valid names of folders.
  var readableDatasets: [DatasetRecord] {
    var known: Set<String> = []
    return (datasets?.value ?? []).compactMap(\.value).filter {
      Figure.isFileName($0.identifier) && known.insert($0.identifier).inserted
    }
  }

  /// All datasets; their trainings and analyses may be damaged.
  ///
  /// - Throws: ``Damage`` if one of them cannot be read.
  func namedDatasets() throws(Damage) -> [DatasetRecord] {
    for dataset in try Self.whole(datasets, "datasets") { _ = try dataset.result.get() }
    return readableDatasets
  }

  /// All datasets with their trainings and analyses.
  ///
  /// - Throws: ``Damage`` if one of them cannot be read.
  func wholeDatasets() throws(Damage) -> [DatasetRecord] {
    let datasets = try namedDatasets()
    for dataset in datasets {
      for training in dataset.trainings { _ = try training.result.get() }
      for analysis in dataset.analyses.values { _ = try analysis.result.get() }
    }
    return datasets
  }

  /// The damaged parts that a report cannot show, in words.
  var damages: [String] {
    func damage(_ part: Part<some Codable & Sendable>?) -> [String] {
      if case .failure(let damage)? = part?.result { [damage.reason] } else { [] }
    }
    let parts = datasets?.value ?? []
    var damages = damage(request) + damage(versions) + damage(datasets) + parts.flatMap(damage)
    for dataset in readableDatasets {
      damages += dataset.trainings.flatMap(damage)
      damages += dataset.analyses.sorted { $0.key < $1.key }.flatMap { damage($0.value) }
    }
    damages += damage(failures) + damage(warnings) + damage(unfinished) + damage(undrawn) + damage(mainFigure)
    if request == nil { damages.append("'request' is missing") }
    if datasets == nil { damages.append("'datasets' is missing") }
    if parts.compactMap(\.value).count > readableDatasets.count {
      damages.append("a dataset has an invalid name, or the same name as another one")
    }
    return damages
  }

  private static func whole<Value>(_ part: Part<Value>?, _ name: String) throws(Damage) -> Value {
    guard let part else { throw Damage(reason: "'\(name)' is missing") }
    return try part.result.get()
  }

  /// A part of a record, or what is wrong with it.
  package struct Part<Value: Codable & Sendable>: Codable, Sendable {
    let result: Result<Value, Damage>

    init(_ value: Value) { result = .success(value) }

    private init(_ result: Result<Value, Damage>) { self.result = result }

    package init(from decoder: any Decoder) throws {
      do {
        result = .success(try Value(from: decoder))
      } catch {
        result = .failure(Damage(error))
      }
    }

    package func encode(to encoder: any Encoder) throws { try result.get().encode(to: encoder) }

    /// The part, if it can be read.
    package var value: Value? { try? result.get() }

    func map<Other>(_ change: (Value) -> Other) -> Part<Other> { Part<Other>(result.map(change)) }
  }

  /// What is wrong with a record, as the end of a sentence.
  package struct Damage: Error, Hashable, CustomStringConvertible {
    /// The words.
    let reason: String

    package var description: String { reason }

    init(reason: String) { self.reason = reason }

    fileprivate init(_ error: any Error) {
      switch error {
      case let damage as Damage: self = damage
      // If a number does not fit its type, Foundation does not say which one.
      default: reason = (error as? DecodingError)?.place ?? "it holds an invalid number"
      }
    }
  }
}

extension DecodingError {
  /// The faulty place in a document: "'request.training.seed' is missing"; nil if it is unknown.
  fileprivate var place: String? {
    func name(_ path: [any CodingKey]) -> String {
      path.isEmpty
        ? "the whole record" : "'\(path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))'"
    }
    switch self {
    case .keyNotFound(let key, let context): return "\(name(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context), .typeMismatch(_, let context):
      return "\(name(context.codingPath)) has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(name(context.codingPath)) has an invalid value"
    default: return nil
    }
  }
}
