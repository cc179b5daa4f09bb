/// The results of a whole sweep, in a few numbers for each dataset.
public struct SweepSummary: Sendable {
  /// A run that stands out.
  public struct Run: Codable, Hashable, Sendable {
    /// The value that stands out.
    public let value: Double
    /// The varied settings and their values in this run: ("eta", "100").
    public let settings: [Setting]
  }

  /// A setting of a run.
  public struct Setting: Codable, Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value, as in the table.
    public let value: String
  }

  /// The runs on one dataset.
  public struct Dataset: Codable, Hashable, Sendable {
    /// The dataset.
    public let name: String
    /// How many runs.
    public fileprivate(set) var runs = 0
    /// How many of them converged.
    public fileprivate(set) var converged = 0
    /// How many did not converge within their epochs.
    public fileprivate(set) var notConverged = 0
    /// How many diverged.
    public fileprivate(set) var diverged = 0
    /// How many had a learning rate above the largest stable one (theory).
    public fileprivate(set) var unstable = 0
    /// How many failed.
    public fileprivate(set) var failed = 0
    /// Why the first of these failed.
    public fileprivate(set) var firstFailure: String?
    /// The run that converged first; the first in the table if several did.
    public fileprivate(set) var fastest: Run?
    /// The run with the smallest staging index. Runs that diverged are left out here and below.
    public fileprivate(set) var leastStaged: Run?
    /// The run with the largest staging index.
    public fileprivate(set) var mostStaged: Run?
    /// The runs with the smallest and the largest least test error; nil for a dataset whose true map is not known.
    public fileprivate(set) var bestGeneralization: Run?
    public fileprivate(set) var worstGeneralization: Run?
    /// How many runs were on the wrong side; nil for a dataset without a probe.
    public fileprivate(set) var wrongSide: Int?
    /// The run furthest on the wrong side, among those that are stable by theory and did not begin there.
    public fileprivate(set) var worst: Run?
  }

  /// The datasets in the order of the table.
  public private(set) var datasets: [Dataset] = []

  /// Whether the table was compared with its checksum; earlier versions of the program did not record one.
  public let isChecked: Bool

  /// The number of runs.
  public var runs: Int { datasets.reduce(0) { $0 + $1.runs } }
  /// How many of them failed.
  public var failed: Int { datasets.reduce(0) { $0 + $1.failed } }

  /// Reads the table of a sweep once, and compares it with its checksum.
  ///
  /// - Parameters:
  ///   - plan: the sweep; the table must have all of its runs.
  ///   - table: its table.
  /// - Throws: ``SweepTableError``; `CancellationError`.
  /// - Complexity: linear in the number of runs; constant memory.
  package init(_ plan: SweepPlan, of table: SweepTable) throws {
    isChecked = table.mark != nil
    guard table.columns.starts(with: SweepColumns(plan).leading), table.columns.last == "note" else {
      throw SweepError.damaged(path: table.path, reason: "its columns are not those of this sweep")
    }
    let varied = plan.axes.filter { $0.values.count > 1 && $0.setting != .dataset }
    let columns = try varied.map { axis throws(SweepTableError) in
      (name: axis.name, index: try table.column(axis.name))
    }
    let (name, status) = (try table.column("dataset"), try table.column("status"))
    let (epoch, staging) = (try table.column("converged_epoch"), try table.column("staging_index"))
    let (worst, wrongEpochs, note) = (
      try table.column("wrong_side_worst"), try table.column("wrong_side_epochs"), try table.column("note")
    )
    let (rate, stable) = (try table.column("eta"), try table.column("stable_eta"))
    let (wrongEpoch, testError) = (try table.column("wrong_side_epoch"), try table.column("test_error_least"))
    try table.forEachRow(checked: true) { row in
      let place = place(of: row[name])
      datasets[place].runs += 1
      let isUnstable = try table.number(row, rate) > table.number(row, stable)
      if isUnstable { datasets[place].unstable += 1 }
      switch row[status].first {
      case UInt8(ascii: "c"): datasets[place].converged += 1
      case UInt8(ascii: "n"): datasets[place].notConverged += 1
      case UInt8(ascii: "d"):
        datasets[place].diverged += 1
        return
      default:
        datasets[place].failed += 1
        if datasets[place].firstFailure == nil { datasets[place].firstFailure = Self.text(row[note]) }
      }
      let (converged, staged) = (try table.number(row, epoch), try table.number(row, staging))
      let wrong = try table.number(row, worst)
      if converged < datasets[place].fastest?.value ?? .infinity {
        datasets[place].fastest = Self.run(row, columns, converged)
      }
      if staged < datasets[place].leastStaged?.value ?? .infinity {
        datasets[place].leastStaged = Self.run(row, columns, staged)
      }
      if staged > datasets[place].mostStaged?.value ?? -.infinity {
        datasets[place].mostStaged = Self.run(row, columns, staged)
      }
      let error = try table.number(row, testError)
      if error < datasets[place].bestGeneralization?.value ?? .infinity {
        datasets[place].bestGeneralization = Self.run(row, columns, error)
      }
      if error > datasets[place].worstGeneralization?.value ?? -.infinity {
        datasets[place].worstGeneralization = Self.run(row, columns, error)
      }
      guard !wrong.isNaN else { return }
      datasets[place].wrongSide = (datasets[place].wrongSide ?? 0) + (try table.number(row, wrongEpochs) > 0 ? 1 : 0)
      guard !isUnstable, try table.number(row, wrongEpoch) > 0 else { return }
      if wrong.magnitude > datasets[place].worst?.value.magnitude ?? 0 {
        datasets[place].worst = Self.run(row, columns, wrong)
      }
    }
    guard runs == plan.count else {
      throw SweepError.damaged(path: table.path, reason: "it has \(runs) rows, but the sweep has \(plan.count) runs")
    }
  }

  /// A run that stands out.
  private static func run(_ row: borrowing SweepRow, _ columns: [(name: String, index: Int)], _ value: Double) -> Run {
    var settings: [Setting] = []
    for column in columns { settings.append(Setting(name: column.name, value: text(row[column.index]))) }
    return Run(value: value, settings: settings)
  }

  private mutating func place(of name: UnsafeBufferPointer<UInt8>) -> Int {
    if let last = datasets.indices.last, name.elementsEqual(datasets[last].name.utf8) { return last }
    let text = Self.text(name)
    if let known = datasets.firstIndex(where: { $0.name == text }) { return known }
    datasets.append(Dataset(name: text))
    return datasets.count - 1
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The middle of some numbers, and how far they scatter around it.
///
/// Quartiles are interpolated linearly between the ordered numbers: the p-quantile of n numbers is at position (n − 1) p,
/// counted from 0. That is type 7 of Hyndman and Fan, the default of R and of NumPy. Hyndman, R. J. & Fan, Y. (1996),
/// "Sample quantiles in statistical packages", doi:10.1080/00031305.1996.10473566.
struct Quartiles: Equatable, Sendable {
  /// A quarter of the numbers are below.
  let lower: Double
  /// Half of the numbers are below.
  let median: Double
  /// Three quarters of the numbers are below.
  let upper: Double
  /// The number of numbers.
  let count: Int

  /// Nothing is known, because there are too few numbers or none.
  static func unknown(of count: Int) -> Quartiles {
    Quartiles(lower: .nan, median: .nan, upper: .nan, count: count)
  }

  /// Nothing is known.
  static let none = unknown(of: 0)

  /// Whether anything is known.
  var isKnown: Bool { !median.isNaN }

  init(lower: Double, median: Double, upper: Double, count: Int) {
    (self.lower, self.median, self.upper, self.count) = (lower, median, upper, count)
  }

  /// The quartiles of finite numbers, which are sorted; ``none`` for no numbers.
  ///
  /// - Complexity: n log n.
  init(ordering numbers: UnsafeMutableBufferPointer<Double>) {
    guard !numbers.isEmpty else {
      self = .none
      return
    }
    var numbers = numbers
    numbers.sort()
    func quantile(_ part: Double) -> Double {
      let place = part * Double(numbers.count - 1)
      let below = Int(place)
      let (low, high) = (numbers[below], numbers[min(below + 1, numbers.count - 1)])
      // Without taking a difference, which may overflow for two large numbers.
      let weight = place - Double(below)
      return weight == 0 || low == high ? low : low * (1 - weight) + high * weight
    }
    self.init(lower: quantile(0.25), median: quantile(0.5), upper: quantile(0.75), count: numbers.count)
  }

  /// The quartiles of the finite ones among some numbers.
  init(_ numbers: [Double]) {
    var finite = numbers.filter(\.isFinite)
    self = finite.withUnsafeMutableBufferPointer { Quartiles(ordering: $0) }
  }
}
