internal import Experiments
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The pieces of a sweep: runs that are computed one after the other and stored together, or not at all.
///
/// They depend only on the sweep, not on who computes them, so processes, threads and machines can come and go. A piece is
/// small, usually seconds of work, so that little is lost when a process is killed, but large enough that there are at most
/// some millions of them: each takes a few bytes of memory. No piece has runs of two bases unless it has all runs of both.
struct SweepBlocks: Hashable, Sendable {
  let runs: Int
  /// The number of pieces.
  let count: Int

  private let ownCount: Int
  /// The most runs of a piece.
  private let size: Int

  /// The pieces of a sweep.
  ///
  /// - Throws: `SettingsError`.
  init(_ plan: SweepPlan) throws {
    self.init(sharedCount: plan.sharedCount, ownCount: plan.ownCount, work: try RunSize(plan).work)
  }

  /// The pieces of a number of runs.
  ///
  /// - Parameter work: of one run, in multiplications.
  init(sharedCount: Int, ownCount: Int, work: Double = 1) {
    runs = sharedCount * ownCount
    self.ownCount = ownCount
    let affordable = Int(max(1, min(64, Self.mostWork / work)))
    let wanted = max(1, min(affordable, runs / 256), runs >> 21)
    if ownCount > wanted {
      // Equal parts, so that the last one is not a small remainder.
      let pieces = (ownCount + wanted - 1) / wanted
      size = (ownCount + pieces - 1) / pieces
      count = sharedCount * ((ownCount + size - 1) / size)
    } else {
      size = wanted / ownCount * ownCount
      count = (runs + size - 1) / size
    }
  }

  /// Some seconds of one processor, in multiplications as `WorkEstimate` counts them (more than a sweep does).
  private static let mostWork = 1e11

  /// The runs of a piece.
  func runs(of block: Int) -> Range<Int> {
    guard ownCount > size else { return block * size..<min(runs, (block + 1) * size) }
    let pieces = (ownCount + size - 1) / size
    let (basis, piece) = block.quotientAndRemainder(dividingBy: pieces)
    return basis * ownCount + piece * size..<basis * ownCount + min(ownCount, (piece + 1) * size)
  }

  /// The first basis of a piece.
  func basis(of block: Int) -> Int { runs(of: block).lowerBound / ownCount }
}

/// The i-th of n parts of a sweep: successive pieces. All parts have the same number of pieces, or one more.
public struct SweepShard: Hashable, Sendable {
  /// i, from 1.
  public let index: Int
  /// n.
  public let count: Int

  /// The whole sweep.
  public static let whole = SweepShard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    (self.index, self.count) = (index, count)
  }

  /// Reads "3/50".
  ///
  /// - Throws: ``SweepError/shard(text:)``.
  public init(_ text: String) throws(SweepError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], (1...1_000_000).contains(count),
      (1...count).contains(index)
    else { throw .shard(text: text) }
    self.init(index: index, count: count)
  }

  /// The pieces of the part.
  func blocks(of count: Int) -> Range<Int> {
    count * (index - 1) / self.count..<count * index / self.count
  }

  /// The parts that contain a wanted piece, ascending.
  ///
  /// - Parameters:
  ///   - tasks: n.
  ///   - blocks: the number of pieces.
  ///   - isWanted: whether a piece is wanted.
  static func parts(of tasks: Int, blocks: Int, where isWanted: (Int) -> Bool) -> [Int] {
    (1...tasks).filter { SweepShard(index: $0, count: tasks).blocks(of: blocks).contains(where: isWanted) }
  }
}

/// The size of the largest run of a sweep, estimated in advance. Nothing is recorded, so memory holds only the data, the
/// random numbers and the basis.
///
/// It depends only on the request, because the pieces of a sweep depend on it.
struct RunSize: Hashable {
  /// Bytes.
  let memory: Int
  /// Multiplications, as `WorkEstimate` counts them.
  let work: Double

  /// Looks at the first and the last value of each axis and at all datasets and widths, and at all combinations of these.
  ///
  /// - Throws: `SettingsError`.
  init(_ plan: SweepPlan) throws {
    // Datasets and widths are not sorted by size.
    let places = plan.axes.map { axis in
      [.dataset, .option(.hidden)].contains(axis.setting)
        ? Array(0..<min(axis.values.count, 64)) : Array(Set([0, axis.values.count - 1])).sorted()
    }
    var combinations = [[Int]()]
    for places in places {
      // With very many combinations, only the last values of later axes are used.
      let places = combinations.count < 4096 ? places : [places[places.count - 1]]
      combinations = combinations.flatMap { combination in places.map { combination + [$0] } }
    }
    var (memory, work) = (1, 1.0)
    for places in combinations {
      var request = plan.request.run
      for (axis, place) in zip(plan.axes, places) { try axis.set(place, in: &request) }
      guard let name = request.plugins.first, let descriptor = plan.datasets[name] else { continue }
      let values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
      // Settings that make no dataset are reported when they are run; a dataset without a known shape is small.
      var shape = ((try? descriptor.shape(values)) ?? nil) ?? DatasetShape(items: 16, features: 1000)
      shape.targetCount += request.history.phases.count { $0.setsTargets }
      memory = max(memory, Self.memory(shape, request.training).bytes)
      work = max(work, Self.work(shape, request))
    }
    (self.memory, self.work) = (memory, work)
  }

  /// How many runs may be computed at once: as many as fit into half of the machine's memory.
  var threads: Int { max(1, FileSystem.physicalMemory / 2 / memory) }

  static func work(_ shape: DatasetShape, _ request: RunRequest) -> Double {
    let usual = request.training.epochs ?? TrainingSettings.Default.epochs
    let phases = request.history.phases.map { phase in
      phase.epochs ?? phase.largestEpochs ?? (phase.endLoss == nil ? usual : LearningPhase.largestEpochs)
    }
    return WorkEstimate(shape, request.training, epochs: phases.isEmpty ? usual : phases.reduce(0, +)).multiplications
  }

  private static func memory(_ shape: DatasetShape, _ training: TrainingSettings) -> MemoryEstimate {
    MemoryEstimate(shape, training, epochs: 0)
  }

  /// Refuses a run that does not fit into the machine's memory, before it is tried.
  ///
  /// - Throws: ``SweepError/tooLarge(_:)``.
  static func requireMemory(
    for shape: DatasetShape, _ training: TrainingSettings, of dataset: String
  ) throws(SweepError) {
    do throws(TooLarge) { _ = try memory(shape, training).fitting(dataset) } catch { throw .tooLarge(error) }
  }
}
