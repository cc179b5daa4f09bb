public import GSL
internal import Support

/// Similarities from outside, such as ratings by people: a matrix over some of a dataset's items.
public struct GivenSimilarities: Hashable, Sendable {
  /// What they are called: the name of a file.
  public let name: String
  /// The dataset's items that they cover, as indices, ascending.
  public let items: [Int]
  /// In the order of ``items``; symmetric.
  public let matrix: Matrix
  /// Whether large values stand for items that are far apart.
  public let areDistances: Bool
  /// What does not fit the dataset, in sentences.
  public let notes: [String]

  /// What large values stand for.
  public enum Kind: String, CaseIterable, Sendable {
    /// As the diagonal says: zeros are distances, the largest values of their rows similarities.
    case auto
    case distances
    case similarities
  }

  /// Matches a matrix with a dataset's items.
  ///
  /// - Parameters:
  ///   - name: what it is called in messages.
  ///   - labels: the names of its rows; nil for the dataset's items in their order.
  ///   - matrix: square. An entry that is not finite is taken from the other side of the diagonal. On the diagonal it may be missing.
  ///   - kind: what large values stand for.
  ///   - dataset: the names of the dataset's items.
  /// - Throws: ``GivenSimilaritiesError``.
  /// - Complexity: O(P²).
  public init(
    name: String, labels: [String]?, matrix: Matrix, kind: Kind = .auto, of dataset: [String]
  ) throws(GivenSimilaritiesError) {
    func refuse(_ reason: String) -> GivenSimilaritiesError { GivenSimilaritiesError(name: name, reason: reason) }
    guard matrix.rows == matrix.columns else {
      throw refuse("It has \(matrix.rows) rows and \(matrix.columns) columns. Give each item a row and a column.")
    }
    let labels = if let labels { labels } else { try Self.inOrder(dataset, matrix.rows, refuse) }
    guard labels.count == matrix.rows else { throw refuse("It has \(labels.count) names for \(matrix.rows) rows.") }
    if let twice = labels.indices.first(where: { labels[..<$0].contains(labels[$0]) }) {
      throw refuse("The item '\(labels[twice].shortened)' is there twice. Leave one of them out.")
    }
    let (items, rows) = Self.matched(labels, dataset)
    guard items.count >= Self.fewestItems else {
      let found = items.isEmpty ? "none" : "only \(items.count)"
      throw refuse(
        "It has \(found) of the dataset's items, \(dataset.prefix(8).joined(separator: ", "))"
          + "\(dataset.count > 8 ? ", …" : ""). Name at least \(Self.fewestItems) of them as they are named there"
          + "\(Self.differInCase(labels, dataset) ? ": capital letters count." : ".")")
    }
    var known = Matrix(rows: items.count, columns: items.count)
    let largest = matrix.elements.lazy.filter(\.isFinite).reduce(0) { max($0, $1.magnitude) }
    for (row, from) in rows.enumerated() {
      known[row, row] = matrix[from, from]
      for (column, to) in rows[..<row].enumerated() {
        let (one, other) = (matrix[from, to], matrix[to, from])
        let value = one.isFinite ? one : other
        let names = "'\(labels[from].shortened)' and '\(labels[to].shortened)'"
        guard value.isFinite else {
          throw refuse("The pair \(names) has no number. Fill it in, or leave an item out.")
        }
        guard !one.isFinite || !other.isFinite || (one - other).magnitude <= 1e-9 * largest else {
          throw refuse(
            "The pair \(names) has two numbers, \(one.significant()) and \(other.significant()). A matrix of similarities is symmetric: "
              + "give the mean, or leave one side of the diagonal empty.")
        }
        (known[row, column], known[column, row]) = (value, value)
      }
    }
    guard let first = known.upperTriangle.first, known.upperTriangle.contains(where: { $0 != first }) else {
      throw refuse("All pairs have the same number, so there is nothing to compare.")
    }
    areDistances = try Self.areDistances(known, kind, name)
    self.name = name
    self.items = items
    self.matrix = known
    notes = Self.notes(name, labels, dataset)
  }

  /// Whether names would match without regard to capital letters.
  private static func differInCase(_ labels: [String], _ dataset: [String]) -> Bool {
    let names = Set(dataset.map { $0.lowercased() })
    return labels.contains { !dataset.contains($0) && names.contains($0.lowercased()) }
  }

  /// Correlations need at least three pairs.
  private static let fewestItems = 3

  private static func inOrder(
    _ dataset: [String], _ count: Int, _ refuse: (String) -> GivenSimilaritiesError
  ) throws(GivenSimilaritiesError) -> [String] {
    guard count == dataset.count else {
      throw refuse(
        "It has no names of items, so it needs a row for each of the dataset's \(dataset.count.grouped), but it has \(count.grouped). Add "
          + "the names, or the missing rows.")
    }
    return dataset
  }

  /// The dataset's items that have a row, and their rows.
  private static func matched(_ labels: [String], _ dataset: [String]) -> (items: [Int], rows: [Int]) {
    let rows = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
    let found = dataset.enumerated().compactMap { item, name in rows[name].map { (item, $0) } }
    return (found.map(\.0), found.map(\.1))
  }

  private static func areDistances(
    _ matrix: Matrix, _ kind: Kind, _ name: String
  ) throws(GivenSimilaritiesError) -> Bool {
    switch kind {
    case .distances: return true
    case .similarities: return false
    case .auto:
      let diagonal = (0..<matrix.rows).map { matrix[$0, $0] }
      let pairs = matrix.upperTriangle
      // Computed matrices have rounding errors on their diagonal.
      let rounding = 1e-9 * pairs.reduce(0) { max($0, $1.magnitude) }
      if diagonal.allSatisfy({ $0.magnitude <= rounding }), pairs.allSatisfy({ $0 >= -rounding }),
        pairs.contains(where: { $0 > rounding })
      {
        return true
      }
      let areLargest = (0..<matrix.rows).allSatisfy { row in
        diagonal[row].isFinite && matrix.row(row).allSatisfy { $0 <= diagonal[row] + rounding }
      }
      let isKnown = diagonal.contains { $0.magnitude > rounding } || pairs.contains { $0 < -rounding }
      guard areLargest, isKnown else {
        throw GivenSimilaritiesError(
          name: name,
          reason:
            "The diagonal does not say whether the numbers are distances (zeros) or similarities (the largest of each row). Fill it in.",
          isAboutKind: true)
      }
      return false
    }
  }

  private static func notes(_ name: String, _ labels: [String], _ dataset: [String]) -> [String] {
    let missing = dataset.filter { !labels.contains($0) }
    let unknown = labels.filter { !dataset.contains($0) }
    var notes: [String] = []
    if !missing.isEmpty { notes.append("\(name) lacks \(listed(missing)); compared are the other items") }
    if let first = unknown.first {
      let nearest = NearestName.to(first, among: dataset).map { " (did you mean '\($0)'?)" } ?? ""
      notes.append("\(name) has \(listed(unknown)), not in the dataset: left out\(nearest)")
    }
    return notes
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(4).map { "'\($0.shortened)'" }.joined(separator: ", ")
      + (names.count > 4 ? " and \(names.count - 4) more" : "")
  }

  /// The pairs of some of its items, large for similar ones.
  ///
  /// - Parameter items: of the dataset, all of them among ``items``.
  func pairs(of items: [Int]) -> [Double] {
    let places = items.compactMap { self.items.firstIndex(of: $0) }
    return Matrix(places.map { row in places.map { matrix[row, $0] } }).upperTriangle.map { areDistances ? -$0 : $0 }
  }
}

/// Similarities that cannot be used.
public struct GivenSimilaritiesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What they are called.
  public let name: String
  /// What is wrong, and what to do.
  public let reason: String
  /// Whether saying what large values stand for would help; see ``GivenSimilarities/Kind``.
  public var isAboutKind = false

  /// The error in words.
  public var description: String { "\(name): \(reason)" }
}
