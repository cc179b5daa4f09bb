import GSL
import LearningDynamics
import PluginKit
import Support

/// What is forgotten when something else is learned.
///
/// McCloskey, M. & Cohen, N. J. (1989). Catastrophic interference in connectionist networks. Psychology of Learning and Motivation
/// 24, 109–165. doi:10.1016/S0079-7421(08)60536-8. McClelland, J. L., McNaughton, B. L. & Lampinen, A. K. (2020). Integration of
/// new information in memory. Phil. Trans. R. Soc. B 375. doi:10.1098/rstb.2019.0637
struct Forgetting: AnalysisPlugin {
  static let identifier = "forgetting"
  static let summary = "What each phase of a history makes the network forget, with theory from each switch"
  static let requirement = "needs a history: a dataset with phases, where something is taught after something else"
  static let leadPosition: Int? = 1

  struct Result: Encodable, Sendable {
    let phases: [String]
    let phaseStarts: [Int]
    let lastEpoch: Int
    let switches: [Switch]
  }

  /// What a phase does.
  struct Switch: Encodable, Sendable {
    let phase: String
    let firstEpoch: Int
    let epochs: Int
    /// Whether it diverged, so that its losses are those of the last state before that.
    let hasDiverged: Bool
    /// Whether it ended at its loss; nil if it was to last its epochs.
    let reachedItsLoss: Bool?
    let oldItems: [String]
    let newItems: [String]
    /// The mean loss of the old items at its beginning and at its end, against what they were taught before.
    let oldLossBefore: Double
    let oldLossAfter: Double
    /// The loss up to which items count as known.
    let knownLoss: Double
    /// The largest mean loss of the old items in it, and when.
    let oldLossPeak: Double
    let oldLossPeakEpoch: Int
    /// The mean loss of the new items at its end, against what it teaches.
    let newLossAfter: Double?
    let nearestRelative: String?
    let relativeLossAfter: Double?
    /// The old item that loses the most.
    let mostForgotten: String?
    let mostForgottenLoss: Double?
    /// How many epochs after its end the old items are known again; nil if they are not, or were not forgotten.
    let relearnedAfter: Int?
    /// The same by theory, if all items were taught as before.
    let relearningEpochs: Int?
    /// What teaching all items at once instead would need, by theory, until the new items are known as well.
    let interleavedEpochs: Int?
    let interleavedOldLoss: Double?
    /// The largest difference of theory and simulation: of the mean loss, and of the similarities as a part of their largest entry.
    let theoryLossError: Double?
    let theorySimilarityError: Double?
    let theoryLimit: String?
    /// How many of the modes that it teaches have no part in the old knowledge.
    let unhelpedModes: Int?
    let modes: Int?
  }

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.phases.count > 1 }

  func multiplications(for subject: AnalysisSubject) -> Double { HistoryCourse.multiplications(subject) }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let course = try HistoryCourse(runs[0], of: subject)
    let knowledge = try subject.dataset.oldKnowledge(for: runs[0].plan)
    let reached = subject.dataset.switches.filter { $0.phase < course.starts.count }
    let switches = try reached.map { change in
      let place = change.phase - 1
      return try measure(change, course, knowledge.indices.contains(place) ? knowledge[place] : nil)
    }
    let result = Result(
      phases: subject.dataset.phases.map(\.name), phaseStarts: course.starts, lastEpoch: course.recording.lastEpoch,
      switches: switches)
    let sentences = switches.map { self.sentences($0, of: subject) }
    let missing = course.recording.divergedAtEpoch.map { epoch in
      let names = subject.dataset.phases.map(\.name)
      let rest = names.dropFirst(course.starts.count).map { "'\($0)'" }.joined(separator: ", ")
      return "'\(names[course.starts.count - 1])' diverged at epoch \(epoch.grouped)"
        + (rest.isEmpty ? "" : ", so \(rest) could not be taught")
    }
    return Analysis(
      result: result, summary: sentences.flatMap(\.summary) + [missing].compactMap(\.self),
      details: sentences.flatMap(\.details),
      figures: figures(course, of: subject))
  }

  private func measure(_ change: PhaseSwitch, _ course: HistoryCourse, _ knowledge: OldKnowledge?) throws -> Switch {
    let (phase, dataset) = (change.phase, course.dataset)
    let (start, end) = course.ends(ofPhase: phase)
    let names = dataset.items
    let before = course.oldLosses(change, at: start)
    let after = course.oldLosses(change, at: end)
    let losses = Dictionary(uniqueKeysWithValues: zip(change.oldItems, after))
    let worst = change.oldItems.max { (losses[$0] ?? 0, $1) < (losses[$1] ?? 0, $0) }
    let newLoss = change.newItems.isEmpty ? nil : course.meanLoss(change.newItems, againstPhase: phase, at: end)
    let settings = dataset.phases[phase]
    let epochs = end - start
    let known = course.knownLoss
    let shown = dataset.frequencies(inPhase: phase)
    let isForgotten = after.mean > known && after.mean > 2 * before.mean
    let peak = course.peak(change, from: start, to: end)
    let relearned = isForgotten ? course.relearned(change, after: end) : nil
    let interleaved =
      isForgotten && !change.newItems.isEmpty && change.oldItems.contains { shown[$0] == 0 }
      ? try course.interleaved(change, until: settings.endLoss ?? max(newLoss ?? 0, known)) : nil
    return Switch(
      phase: settings.name, firstEpoch: start, epochs: epochs,
      hasDiverged: phase == course.starts.count - 1 && course.recording.divergedAtEpoch != nil,
      reachedItsLoss: settings.endLoss.map { _ in
        course.recording.reachedLoss.indices.contains(phase) && course.recording.reachedLoss[phase]
      },
      oldItems: change.oldItems.map { names[$0] }, newItems: change.newItems.map { names[$0] },
      oldLossBefore: before.mean, oldLossAfter: after.mean, knownLoss: known, oldLossPeak: peak.loss,
      oldLossPeakEpoch: peak.epoch,
      newLossAfter: newLoss,
      nearestRelative: change.nearestRelative.map { names[$0] },
      relativeLossAfter: change.nearestRelative.flatMap { losses[$0] },
      mostForgotten: worst.map { names[$0] }, mostForgottenLoss: worst.flatMap { losses[$0] },
      relearnedAfter: relearned,
      relearningEpochs: isForgotten && relearned == nil ? try course.relearning(change, from: end) : nil,
      interleavedEpochs: interleaved?.epochs, interleavedOldLoss: interleaved?.oldLoss,
      theoryLossError: course.errors[phase]?.loss, theorySimilarityError: course.errors[phase]?.similarities,
      theoryLimit: course.limits[phase], unhelpedModes: knowledge?.unhelpedCount, modes: knowledge?.modeCount)
  }

  private func sentences(_ change: Switch, of subject: AnalysisSubject) -> (summary: [String], details: [String]) {
    func items(_ names: [String], _ kind: String) -> String {
      names.count == 1 ? names[0] : "the \(names.count.grouped) \(kind) items"
    }
    if change.hasDiverged {
      return (["\(change.phase): diverged after \(change.epochs.grouped) epoch\(change.epochs == 1 ? "" : "s")"], [])
    }
    if change.epochs == 0 { return (["\(change.phase): 0 epochs, because the loss is already below its end"], []) }
    let length = "\(change.epochs.grouped) epoch\(change.epochs == 1 ? "" : "s")"
    let end = change.reachedItsLoss == false ? ", without reaching its loss" : ""
    let isRetaught = change.newItems == change.oldItems
    let learned = change.newLossAfter.map {
      isRetaught
        ? ", the loss on what is new ends at \($0.lossText)"
        : ", \(items(change.newItems, "new"))\(change.newItems.count == 1 ? "'s" : "'") loss ends at \($0.lossText)"
    }
    let isWorse = change.oldLossAfter > 2 * change.oldLossBefore && change.oldLossAfter > 1e-6
    let moves = isWorse ? "rises from" : "goes from"
    var summary = ["\(change.phase): \(length)\(end)\(learned ?? "")"]
    var lost =
      "\(isRetaught ? "what was known" : items(change.oldItems, "old")): mean loss \(moves) \(change.oldLossBefore.lossText) to \(change.oldLossAfter.lossText)"
    if change.oldLossPeak > max(1e-6, 2 * max(change.oldLossBefore, change.oldLossAfter)) {
      lost += ", with \(change.oldLossPeak.lossText) at epoch \(change.oldLossPeakEpoch.grouped) in between"
    }
    if isWorse, let relative = change.nearestRelative, let loss = change.relativeLossAfter {
      lost += "; the nearest relative, \(relative), ends at \(loss.lossText)"
    } else if isWorse, change.oldItems.count > 1, let worst = change.mostForgotten, let loss = change.mostForgottenLoss
    {
      lost += "; \(worst) loses the most, to \(loss.lossText)"
    }
    summary.append(lost)
    var details: [String] = []
    if change.oldLossBefore > change.knownLoss {
      summary.append("before \(change.phase) the old items were not learned yet: let the phases before it last longer")
    }
    if let count = change.unhelpedModes, let all = change.modes, count > 0 {
      summary.append(OldKnowledge.words(unhelped: count, of: all))
    }
    if let epochs = change.interleavedEpochs, let loss = change.interleavedOldLoss {
      summary.append(
        "taught among all items instead, \(items(change.newItems, "new")) would need \(epochs.grouped) epochs, and the old items "
          + "would end at \(loss.lossText) (theory)")
    }
    if let epochs = change.relearnedAfter {
      summary.append("the old items are known again \(epochs.grouped) epochs later")
    } else if let epochs = change.relearningEpochs {
      summary.append("teaching all items as before would bring the old ones back in \(epochs.grouped) epochs (theory)")
    }
    if let loss = change.theoryLossError, let similarities = change.theorySimilarityError {
      details.append(
        "theory from the switch to \(change.phase): the mean loss differs by at most \(loss.significant(2)), similarities by "
          + "\(max(similarities, 1e-9).percentText) of the largest")
    } else if let limit = change.theoryLimit {
      details.append("no theory is drawn for \(change.phase): \(limit)")
    }
    return (summary, details)
  }
}

extension Double {
  /// A loss in a sentence; a loss that is only rounding is 0.
  fileprivate var lossText: String { self < 1e-9 ? "0" : significant(3) }
}

extension [Double] {
  fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
