/// Medians and quartiles of the quantities of a sweep, for each cell of its figures.
struct CellSummaries {
  let groups: CellGroups
  /// How many runs each cell has.
  let runs: [Int]
  /// How many of them diverged.
  let diverged: [Int]
  private var quantities: [String: [Quartiles]] = [:]

  /// More runs than this are refused.
  static let mostRuns = 50_000_000
  /// Larger numbers cannot be shown on an axis and count as infinite.
  private static let infinite = 1e300
  /// How many numbers are held at once: 64 MB.
  private static let mostNumbers = 8_000_000

  /// Counts the runs by reading the table once.
  ///
  /// - Throws: ``SweepTableError``, `CancellationError`.
  init(_ groups: CellGroups, mostRuns: Int = mostRuns) throws {
    var groups = groups
    let status = try groups.table.column("status")
    var (runs, diverged) = ([Int](), [Int]())
    var total = 0
    try groups.table.forEachRow(checked: true) { row in
      guard let cell = try groups.cell(of: row) else { return }
      if cell >= runs.count {
        let missing = groups.count - runs.count
        runs += [Int](repeating: 0, count: missing)
        diverged += [Int](repeating: 0, count: missing)
      }
      runs[cell] += 1
      if Self.isDiverged(row[status]) { diverged[cell] += 1 }
      total += 1
      if total > mostRuns { throw SweepTableError.tooManyRuns(path: groups.table.path, limit: mostRuns) }
    }
    self.groups = groups
    self.runs = runs
    self.diverged = diverged
  }

  /// A quantity of a cell; unknown if the table does not have it or it was not requested from ``take(_:)``.
  subscript(_ quantity: String, _ cell: Int) -> Quartiles { quantities[quantity]?[cell] ?? .none }

  /// Whether half or more of a cell's runs diverged.
  func isMostlyDiverged(_ cell: Int) -> Bool { runs[cell] > 0 && 2 * diverged[cell] >= runs[cell] }

  /// Takes the quartiles of quantities over the runs of each cell.
  ///
  /// Runs without a finite value are left out; a cell in which fewer than half of the runs have one is unknown. Runs that
  /// diverged are left out too, and for quantities of the wrong side all runs that did not converge. For the worst prediction
  /// the magnitude is taken.
  ///
  /// - Complexity: reads the table once for as many quantities as fit into 64 MB, with one number for each run and quantity:
  ///   all of them at 300,000 runs, one from 8 million on.
  /// - Throws: ``SweepTableError``, `CancellationError`.
  mutating func take(_ names: [String]) throws {
    let known = names.filter { groups.table.columns.contains($0) && quantities[$0] == nil }
    let size = max(1, Self.mostNumbers / max(1, runs.reduce(0, +)))
    for start in stride(from: 0, to: known.count, by: size) { try takeTogether(known[start...].prefix(size)) }
  }

  private mutating func takeTogether(_ names: ArraySlice<String>) throws {
    let table = groups.table
    let columns = try names.map { try table.column($0) }
    let isMagnitude = names.map { $0 == "wrong_side_worst" }
    let counting = names.map(Self.counting)
    let status = try table.column("status")
    var starts = [Int]()
    var total = 0
    for count in runs {
      starts.append(total)
      total += count
    }
    var numbers = names.map { _ in [Double](repeating: 0, count: total) }
    var counts = names.map { _ in [Int](repeating: 0, count: runs.count) }
    var groups = groups
    try table.forEachRow { row in
      guard let cell = try groups.cell(of: row) else { return }
      // The file may have grown since its runs were counted.
      guard cell < starts.count else { return }
      for (index, column) in columns.enumerated() {
        let value = try table.number(row, column)
        guard value.magnitude < Self.infinite, counts[index][cell] < runs[cell] else { continue }
        guard Self.counts(counting[index], row[status]) else { continue }
        numbers[index][starts[cell] + counts[index][cell]] = isMagnitude[index] ? value.magnitude : value
        counts[index][cell] += 1
      }
    }
    for (index, name) in names.enumerated() {
      quantities[name] = numbers[index].withUnsafeMutableBufferPointer { numbers in
        runs.indices.map { cell in
          let count = counts[index][cell]
          guard 2 * count >= runs[cell] else { return .unknown(of: count) }
          return Quartiles(ordering: .init(rebasing: numbers[starts[cell]..<starts[cell] + count]))
        }
      }
    }
  }

  /// Which runs count.
  private enum Counting {
    case all
    /// Values of a diverged run only show where it was stopped.
    case notDiverged
    /// A run that ended too early may still get to the wrong side later.
    case converged
  }

  private static func counting(_ quantity: String) -> Counting {
    quantity == "stable_eta" ? .all : quantity.hasPrefix("wrong_side_") ? .converged : .notDiverged
  }

  private static func counts(_ counting: Counting, _ status: UnsafeBufferPointer<UInt8>) -> Bool {
    switch counting {
    case .all: true
    case .notDiverged: !isDiverged(status)
    case .converged: status.first == UInt8(ascii: "c")
    }
  }

  private static func isDiverged(_ status: UnsafeBufferPointer<UInt8>) -> Bool {
    status.count == divergedText.count && divergedText.indices.allSatisfy { divergedText[$0] == status[$0] }
  }

  private static let divergedText = Array("diverged".utf8)
}
