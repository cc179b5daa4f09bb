internal import Experiments
internal import Support

/// A sweep, carried out in a folder.
public struct SweepRunner: Sendable {
  /// What is to be done.
  public let plan: SweepPlan
  /// Where it goes.
  public let folder: SweepFolder

  /// Which build of the program this is; nil where that cannot be told.
  let program: String?

  private let record: SweepRecord
  let blocks: SweepBlocks
  private let jobs: Int

  /// A sweep in a folder.
  ///
  /// - Parameters:
  ///   - plan: what is to be done.
  ///   - folder: where.
  ///   - jobs: how many threads compute; nothing that is written depends on it.
  ///   - programVersion: the program's version: one sweep is of one.
  /// - Throws: `SettingsError` for values that no run takes.
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

  /// How far a sweep is.
  public struct Progress: Sendable {
    /// The runs that are there, of those that were asked for.
    public let done: Int
    /// The runs that were there before.
    public let before: Int
    /// The runs that were asked for.
    public let total: Int
  }

  /// What of the sweep is there.
  ///
  /// - Throws: ``SweepError`` where the folder holds another sweep, or none.
  public func state() throws -> SweepState {
    try folder.check(record)
    return SweepState(blocks: blocks, stored: folder.hasTable ? nil : try folder.stored(blocks, record))
  }

  /// Puts the table together if everything is there, and removes the parts.
  ///
  /// - Parameter notify: told how many runs are in the table, of how many.
  /// - Returns: what is there; nothing is written while something is missing.
  /// - Throws: ``SweepError``, `FileError` where it cannot be written, `CancellationError`. The parts are kept then.
  public func collect(_ notify: (Progress) -> Void = { _ in }) throws -> SweepState {
    do {
      let state = try collectParts(notify)
      // What another one has put together meanwhile is missing nowhere.
      return state.isWhole || !folder.hasTable ? state : try self.state()
    } catch let error as SweepError {
      guard case .unreadablePart = error, folder.hasTable else { throw error }
      return try state()
    }
  }

  private func collectParts(_ notify: (Progress) -> Void) throws -> SweepState {
    let state = try state()
    // While others work on it, what is missing can be told without disturbing them.
    guard state.isWhole else { return state }
    let locks = try folder.take(.whole)
    defer { withExtendedLifetime(locks) {} }
    if folder.hasTable {
      // Parts are only removed for a table that has everything.
      if folder.hasParts { _ = try folder.summary(plan) }
    } else {
      // Looked at again now that nobody else changes it; what is not whole then is not written.
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

  /// Sees that the folder is, or can be, that of this sweep, and begins it there.
  ///
  /// - Throws: ``SweepError``, `FileError`, `RunDirectoryError`.
  public func begin() throws { try folder.begin(record) }

  /// Computes what is missing of a part of the sweep. What was computed is kept, whatever happens.
  ///
  /// - Parameters:
  ///   - shard: the part.
  ///   - notify: told how far it is, from any thread.
  /// - Throws: ``SweepError/otherProgram(path:row:)`` where a program that was built from other sources began it;
  ///   ``SweepError/inUse(path:)`` while another process does the same; `FileError`, `RunDirectoryError` where nothing can be
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
    // A part of which nothing is there yet looks at what others have; what the whole has was looked at.
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
              // The others finish and keep what they have in hand, and begin nothing more.
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

  /// Missing pieces as successive ones on one basis each.
  private func groups(_ missing: [Int]) -> [Range<Int>] {
    missing.runs { $1 == $0 + 1 && blocks.basis(of: $0) == blocks.basis(of: $1) }
      .compactMap { run in run.first.map { $0..<$0 + run.count } }
  }
}

extension SweepRunner {
  /// Sees that rows which another build of the program stored are those that this one computes.
  ///
  /// Some of them are computed again and compared byte for byte. Which build stored a piece is written behind it; a sweep that
  /// one build began and ended is never looked at here.
  ///
  /// - Parameters:
  ///   - stored: what is there.
  ///   - isGoingOn: whether this program adds rows to it.
  /// - Throws: ``SweepError/otherProgram(path:row:)``; what the computing throws.
  func checkPrograms(of stored: StoredBlocks, isGoingOn: Bool) throws {
    var programs = Set(stored.programs)
    if isGoingOn { programs.insert(program) }
    // Rows of unknown origin are not taken for those of a program that does not know itself either.
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

  /// Pieces that other programs stored: the first and the last of each program, and the first of each dataset. Of the last the
  /// last run is meant, so that both ends of what is varied are among them.
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

/// What of a sweep is there and what is missing.
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

  /// How many runs are there.
  public var kept: Int { blocks.runs - missingRuns }

  /// The missing runs as ranges of rows, from 1.
  public var missingRanges: [ClosedRange<Int>] {
    missing.map { blocks.runs(of: $0) }.runs { $0.upperBound == $1.lowerBound }.compactMap { run in
      run.first.map { first in first.lowerBound + 1...run.reduce(first.upperBound) { $1.upperBound } }
    }
  }

  /// Into how many parts it can be divided at most without one that is empty.
  public var mostParts: Int { blocks.count }

  /// The parts of so many in which something is missing, from 1.
  public func missingParts(of tasks: Int) -> [Int] {
    let missing = Set(missing)
    return SweepShard.parts(of: tasks, blocks: blocks.count) { missing.contains($0) }
  }
}

/// How long single runs of a sweep take: the first and the last, of which one may be much larger.
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
  /// Carries out the first run and the last and forgets them, to see how long they take.
  ///
  /// - Returns: the mean of both; nil where one is so large that it is not tried, see ``reckoned()``.
  /// - Throws: what such a run fails of, so that it is known before thousands do; `CancellationError`.
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

  /// Seconds for the whole sweep by one thread, if all runs are like the largest and a processor does twenty thousand million
  /// multiplications a second, of those that `WorkEstimate` counts: what it did for networks of 30 to 500 hidden units.
  package func reckoned() throws -> Double { Double(plan.count) * (try RunSize(plan).work) / 2e10 }

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
