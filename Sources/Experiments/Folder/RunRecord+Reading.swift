internal import Gnuplot
internal import Support

extension RunRecord {
  /// A larger file is not read. The record of a full run of all datasets has 65 kB; that of a run on the reader's own tables can
  /// be much larger, because it holds the tables (``RunRequest/largestFileSize``).
  static let largestSize = 64 << 20

  /// Reads a record.
  ///
  /// - Throws: ``Damage``, which says what is wrong with it.
  package init(_ bytes: [UInt8]) throws(Damage) {
    guard bytes.count <= Self.largestSize else { throw Damage(reason: "it is too large to be one") }
    guard JSONOutline(bytes).values <= JSONOutline.mostValues else {
      throw Damage(reason: "it has more values than any run writes")
    }
    do {
      // Who wrote it comes first: what another program or a later version wrote need not be readable.
      struct Author: Decodable { let program: Program }
      let program = try JSONText.read(Author.self, bytes).program
      guard program.name == Program.ours else { throw Damage(reason: "another program wrote it") }
      guard program.recordFormat <= Program.currentFormat else {
        throw Damage(reason: "a later version of the program wrote it, \(program.version)")
      }
      self = try JSONText.read(RunRecord.self, bytes)
    } catch let damage as Damage {
      throw damage
    } catch let error as DecodingError where error.place == nil && (try? JSONValue(bytes)) == nil {
      throw Damage(reason: "it is cut short or not JSON")
    } catch {
      throw Damage(error)
    }
  }

  /// What was asked for.
  ///
  /// - Throws: ``Damage`` where that cannot be read, or is not what can be asked for.
  package func wholeRequest() throws(Damage) -> RunRequest {
    let request = try Self.whole(request, "request")
    do {
      try request.validate()
    } catch {
      throw Damage(reason: "\("\(error)".dropLast())")
    }
    return request
  }

  /// Checks that everything can be read that is needed to repeat and verify the run.
  ///
  /// - Throws: ``Damage``.
  func requireWhole() throws(Damage) {
    _ = try Self.whole(versions, "versions")
    _ = try wholeRequest()
    _ = try unfinished?.result.get()
    _ = try undrawn?.result.get()
  }

  /// The datasets that can be read, each once, whose names can be those of folders.
  var readableDatasets: [DatasetRecord] {
    var known: Set<String> = []
    return (datasets?.value ?? []).compactMap(\.value).filter {
      Figure.isFileName($0.identifier) && known.insert($0.identifier).inserted
    }
  }

  /// All datasets, whatever of their trainings and analyses can be read.
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

  /// What a report cannot show because it is damaged, in words.
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
      damages.append("a dataset has a name that no dataset has, or that of another one")
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

  /// What is wrong with a record, in words that end a sentence.
  package struct Damage: Error, Hashable, CustomStringConvertible {
    /// The words.
    let reason: String

    package var description: String { reason }

    init(reason: String) { self.reason = reason }

    fileprivate init(_ error: any Error) {
      switch error {
      case let damage as Damage: self = damage
      // Where a number does not fit its type, Foundation does not say which one.
      default: reason = (error as? DecodingError)?.place ?? "it holds a number that no run writes"
      }
    }
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
