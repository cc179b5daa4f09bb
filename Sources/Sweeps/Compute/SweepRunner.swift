internal import Experiments
internal import Support

/// Runs a sweep in a folder.
public struct SweepRunner: Sendable {
  /// The plan of the sweep.
  public let plan: SweepPlan
  /// The folder of the sweep.
  public let folder: SweepFolder

  /// The build of this program; nil if unknown.
  let program: String?

  private let record: SweepRecord
  let blocks: SweepBlocks
  private let jobs: Int

  /// Prepares a sweep in a folder.
  ///
  /// - Parameters:
  ///   - plan: the plan of the sweep.
  ///   - folder: the folder of the sweep.
  ///   - jobs: how many threads compute; results do not depend on it.
  ///   - programVersion: the program's version; all runs of a sweep have the same.
  /// - Throws: `SettingsError` for invalid values.
  public init(_ plan: SweepPlan, in folder: SweepFolder, jobs: Int, programVersion: String) throws {
    try self.init(
      plan, in: folder, jobs: jobs, programVersion: programVersion, program: RunningProgram.checksum)
  }

  /// As ``init(_:in:jobs:programVersion:)``, by any build of the program.
  init(_ plan: SweepPlan, in folder: SweepFolder, jobs: Int, programVersion: String, program: String?) throws {
    self.program = program
    self.plan = plan
    self.folder = folder
    self.jobs = jobs
    blocks = try SweepBlocks(plan)
    record = SweepRecord(plan, pieces: blocks.count, programVersion: programVersion)
  }

  /// The progress of a sweep.
  public struct Progress: Sendable {
    /// The finished runs among the requested ones.
    public let done: Int
    /// The runs that were finished before.
    public let before: Int
    /// The requested runs.
    public let total: Int
  }

  /// The finished and missing runs of the sweep.
  ///
  /// - Throws: ``SweepError`` if the folder holds another sweep, or none.
  public func state() throws -> SweepState {
    try folder.check(record)
    return SweepState(blocks: blocks, stored: folder.hasTable ? nil : try folder.stored(blocks, record))
  }

  /// Merges the parts into the table if nothing is missing, and removes the parts.
  ///
  /// - Parameter notify: called with the number of runs in the table, and of all runs.
  /// - Returns: the state of the sweep; nothing is written while runs are missing.
  /// - Throws: ``SweepError``, `FileError` if it cannot be written, `CancellationError`. The parts are kept then.
  public func collect(_ notify: (Progress) -> Void = { _ in }) throws -> SweepState {
    do {
      let state = try collectParts(notify)
      // Another process may have merged the parts in the meantime.
      return state.isWhole || !folder.hasTable ? state : try self.state()
    } catch let error as SweepError {
      guard case .unreadablePart = error, folder.hasTable else { throw error }
      return try state()
    }
  }

  private func collectParts(_ notify: (Progress) -> Void) throws -> SweepState {
    let state = try state()
    // Missing runs can be listed while other processes work on the sweep.
    guard state.isWhole else { return state }
    let locks = try folder.take(.whole)
    defer { withExtendedLifetime(locks) {} }
    if folder.hasTable {
      // Parts are removed only if the table is complete.
      if folder.hasParts { _ = try folder.summary(plan) }
    } else {
      // Checked again with the lock held; an incomplete table is not written.
      let stored = try folder.stored(blocks, record)
      let state = SweepState(blocks: blocks, stored: stored)
      guard state.isWhole else { return state }
      try checkPrograms(of: stored, isGoingOn: false)
      try SweepTableWriter(plan, blocks, stored).write(to: folder.tablePath) { block in
        notify(Progress(done: blocks.runs(of: block).upperBound, before: 0, total: blocks.runs))
      } beforeNaming: { table in
        try folder.finish(record, with: table)
      }
    }
    folder.removeParts()
    return state
  }

  /// Starts the sweep in the folder, or checks that it holds this sweep.
  ///
  /// - Throws: ``SweepError``, `FileError`, `RunDirectoryError`.
  public func begin() throws { try folder.begin(record) }

  /// Computes the missing runs of a part of the sweep. Finished pieces are kept, whatever happens.
  ///
  /// - Parameters:
  ///   - shard: the part.
  ///   - notify: called with the progress, from any thread.
  /// - Throws: ``SweepError/otherProgram(path:row:)`` if a different build of the program started it;
  ///   ``SweepError/inUse(path:)`` while another process does the same; `FileError`, `RunDirectoryError` if nothing can be
  ///   written; `CancellationError`.
  public func run(
    _ shard: SweepShard = .whole, _ notify: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws {
    try begin()
    let locks = try folder.take(shard)
    defer { withExtendedLifetime(locks) {} }
    try folder.check(record)
    if folder.hasTable { return }
    let asked = shard.blocks(of: blocks.count)
    let stored = try folder.stored(blocks, record, of: asked)
    let missing = asked.filter { stored.places[$0] == nil }
    let total = asked.reduce(0) { $0 + blocks.runs(of: $1).count }
    let left = missing.reduce(0) { $0 + blocks.runs(of: $1).count }
    notify(Progress(done: total - left, before: total - left, total: total))
    guard !missing.isEmpty else { return }
    // A part without stored pieces checks those of other parts; those of the whole sweep were checked already.
    let known = try stored.count > 0 || shard == .whole ? stored : folder.anyStored(blocks, record)
    try await ComputingThreads.run { try checkPrograms(of: known, isGoingOn: true) }
    try await compute(missing, of: asked, before: total - left, total: total, notify)
  }

  private func compute(
    _ missing: [Int], of asked: Range<Int>, before: Int, total: Int, _ notify: @escaping @Sendable (Progress) -> Void
  ) async throws {
    let threads = try min(jobs, RunSize(plan).threads, missing.count)
    let bases = SharedBases(plan, capacity: threads + 1)
    let queue = BlockQueue(groups(missing))
    let journal = try SweepJournal(in: folder, of: asked, sweep: record.checksum(), program: program)
    try await withThrowingTaskGroup { group in
      for _ in 0..<threads {
        group.addTask {
          try await ComputingThreads.run {
            do {
              var computation = BlockComputation(plan, blocks, bases)
              var place: Int?
              while let next = queue.next(after: place) {
                place = next.place
                let added = try journal.add(computation.rows(of: next.block), of: next.block)
                notify(Progress(done: before + added, before: before, total: total))
              }
            } catch {
              // The other threads finish and store their current pieces, and begin no more.
              queue.close()
              throw error
            }
          }
        }
      }
      try await group.waitForAll()
    }
    try journal.sync()
  }

  /// The missing pieces, grouped into successive ones with the same basis.
  private func groups(_ missing: [Int]) -> [Range<Int>] {
    missing.runs { $1 == $0 + 1 && blocks.basis(of: $0) == blocks.basis(of: $1) }
      .compactMap { run in run.first.map { $0..<$0 + run.count } }
  }
}

extension SweepRunner {
  /// Checks that this program computes the same rows as another build that stored them.
  ///
  /// Some of them are computed again and compared byte for byte. The mark after a piece names its build; a sweep of a single
  /// build is not checked.
  ///
  /// - Parameters:
  ///   - stored: the stored pieces.
  ///   - isGoingOn: whether this program adds rows to it.
  /// - Throws: ``SweepError/otherProgram(path:row:)``; errors of the computation.
  func checkPrograms(of stored: StoredBlocks, isGoingOn: Bool) throws {
    var programs = Set(stored.programs)
    if isGoingOn { programs.insert(program) }
    // Two unknown builds are not assumed to be the same.
    guard programs.count > 1 || isGoingOn && programs.contains(nil) && stored.count > 0 else { return }
    var computation = BlockComputation(plan, blocks, SharedBases(plan, capacity: 1))
    for (block, isLast) in samples(of: stored) {
      try Task.checkCancellation()
      let rows = try stored.rows(of: block).split(separator: UInt8(ascii: "\n"))
      let runs = blocks.runs(of: block)
      let run = isLast ? runs.upperBound - 1 : runs.lowerBound
      var text = ""
      try computation.addRow(of: run, to: &text)
      guard text.utf8.dropLast().elementsEqual(rows[run - runs.lowerBound]) else {
        throw SweepError.otherProgram(path: folder.path, row: run + 1)
      }
    }
  }

  /// Pieces stored by other builds: the first and the last of each build, and the first of each dataset. For the last piece,
  /// the last run is checked, so that both ends of the varied settings are included.
  private func samples(of stored: StoredBlocks) -> [(block: Int, isLast: Bool)] {
    let datasetAxis = plan.sharedAxes.firstIndex { $0.setting == .dataset }
    var ends: [Int32: (first: Int, last: Int)] = [:]
    var ofDatasets: [Int: Int] = [:]
    for (block, place) in stored.places.enumerated() {
      guard let place, stored.programs[Int(place.program)] != program || program == nil else { continue }
      ends[place.program] = (ends[place.program]?.first ?? block, block)
      guard let datasetAxis, plan.sharedAxes[datasetAxis].values.count > 1 else { continue }
      let dataset = SweepPlan.places(plan.sharedAxes, at: blocks.basis(of: block))[datasetAxis]
      if ofDatasets[dataset] == nil { ofDatasets[dataset] = block }
    }
    let firsts = Set(ends.values.map(\.first)).union(ofDatasets.values)
    return firsts.sorted().map { ($0, false) } + Set(ends.values.map(\.last)).sorted().map { ($0, true) }
  }
}

/// The finished and missing runs of a sweep.
public struct SweepState: Sendable {
  private let blocks: SweepBlocks
  private let missing: [Int]

  /// The state with some pieces stored; all of them when nil.
  init(blocks: SweepBlocks, stored: StoredBlocks?) {
    self.blocks = blocks
    missing = stored.map { stored in (0..<blocks.count).filter { stored.places[$0] == nil } } ?? []
  }

  /// Whether nothing is missing.
  public var isWhole: Bool { missing.isEmpty }

  /// How many runs are missing.
  public var missingRuns: Int { missing.reduce(0) { $0 + blocks.runs(of: $1).count } }

  /// How many runs are finished.
  public var kept: Int { blocks.runs - missingRuns }

  /// The missing runs as ranges of rows, from 1.
  public var missingRanges: [ClosedRange<Int>] {
    missing.map { blocks.runs(of: $0) }.runs { $0.upperBound == $1.lowerBound }.compactMap { run in
      run.first.map { first in first.lowerBound + 1...run.reduce(first.upperBound) { $1.upperBound } }
    }
  }

  /// The largest number of parts without an empty one.
  public var mostParts: Int { blocks.count }

  /// The parts, counted from 1, in which runs are missing, given the number of parts.
  public func missingParts(of tasks: Int) -> [Int] {
    let missing = Set(missing)
    return SweepShard.parts(of: tasks, blocks: blocks.count) { missing.contains($0) }
  }
}

/// How long single runs of a sweep take: the mean of the first and the last, because one may be much larger.
package struct SweepTrial: Sendable {
  /// Seconds for the dataset, its random numbers and the basis.
  package let basis: Double
  /// Seconds for one training.
  package let training: Double

  /// Seconds for a whole sweep by one thread, if all runs are like these.
  package func seconds(of plan: SweepPlan) -> Double {
    Double(plan.sharedCount) * basis + Double(plan.count) * training
  }
}

extension SweepRunner {
  /// Runs the first and the last run to measure their time, and discards the results.
  ///
  /// - Returns: the mean of both; nil if one is too large to try, see ``estimatedTime()``.
  /// - Throws: errors of these runs, before thousands of runs fail with them; `CancellationError`.
  package func trial() async throws -> SweepTrial? {
    guard try RunSize(plan).work < 2e10 else { return nil }
    var (basis, training) = (0.0, 0.0)
    for run in [0, plan.count - 1] {
      let seconds = try await seconds(of: run)
      basis += seconds.basis / 2
      training += seconds.training / 2
    }
    return SweepTrial(basis: basis, training: training)
  }

  /// Estimated seconds for the whole sweep by one thread, if all runs are like the largest and a processor does 2e10
  /// multiplications per second, as `WorkEstimate` counts them: measured for networks of 30 to 500 hidden units.
  package func estimatedTime() throws -> Double { Double(plan.count) * (try RunSize(plan).work) / 2e10 }

  private func seconds(of run: Int) async throws -> (basis: Double, training: Double) {
    let (shared, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
    var changed = try plan.sharedRequest(shared)
    try plan.set(own: own, in: &changed)
    return try await ComputingThreads.run { [plan, request = changed] in
      let clock = ContinuousClock()
      let start = clock.now
      let basis = try SharedBasis(plan, shared)
      let made = clock.now
      _ = try basis.trained(request)
      return ((made - start) / .seconds(1), (clock.now - made) / .seconds(1))
    }
  }
}
