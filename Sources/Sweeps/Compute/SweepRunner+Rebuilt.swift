internal import Experiments

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
