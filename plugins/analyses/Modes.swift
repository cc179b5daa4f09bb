import Gnuplot
import LearningDynamics
import PluginKit

/// The singular values of the end-to-end map over time: each step of the loss is a mode being learned.
struct Modes: AnalysisPlugin {
  static let identifier = "modes"
  static let summary = "Singular values of the end-to-end map over time, and what each mode tells apart"
  static let tutorialPosition: Int? = 3

  struct Result: Encodable, Sendable {
    let modes: [Mode]
    let stages: [LearningStage]
    let divergedAtEpoch: Int?
    /// The levels of a dataset whose features were sampled; none for others.
    let levels: [Level]
    /// Why theory says nothing.
    let theoryLimit: String?
  }

  /// Modes that are equally strong before sampling, and the means of their half-rise epochs.
  struct Level: Encodable, Sendable {
    let name: String
    let modes: Int
    let halfRiseEpoch: Double?
    let predictedHalfRiseEpoch: Double?
  }

  /// A mode of the map to be learned: how much of it there is in the end, and when half of it was.
  struct Mode: Encodable, Sendable {
    let strength: Double
    let halfRiseEpoch: Int?
    /// What theory says of it; nil where none holds or is asked for.
    let predictedHalfRiseEpoch: Int?
    let contrast: ModeContrast
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let recording = recordings[0]
    let halfRises = try recording.halfRiseEpochs()
    let strengths = try recording.modeStrengths()[recording.lastEpoch]
    let contrasts = try recording.modeContrasts(names: subject.dataset.inputNames)
    let theory = try TheoryOverlay(recording, of: subject)
    let predicted = theory.course?.halfRiseEpochs ?? halfRises.map { _ in nil }
    let modes = contrasts.indices.map {
      Mode(
        strength: strengths[$0], halfRiseEpoch: halfRises[$0], predictedHalfRiseEpoch: predicted[$0],
        contrast: contrasts[$0])
    }
    return Result(
      modes: modes, stages: try recording.stages(), divergedAtEpoch: recording.divergedAtEpoch,
      levels: try Self.levels(modes, subject.dataset), theoryLimit: theory.note)
  }

  private static func levels(_ modes: [Mode], _ dataset: Dataset) throws -> [Level] {
    guard dataset.isOneHot, let population = try dataset.populationSpectrum() else { return [] }
    var first = 0
    return population.levels.map { level in
      let members = modes[(first..<first + level.multiplicity).clamped(to: modes.indices)]
      first += level.multiplicity
      func mean(_ epochs: [Int?]) -> Double? {
        let known = epochs.compactMap(\.self)
        return known.isEmpty || known.count < epochs.count ? nil : Double(known.reduce(0, +)) / Double(known.count)
      }
      return Level(
        name: level.name, modes: members.count, halfRiseEpoch: mean(members.map(\.halfRiseEpoch)),
        predictedHalfRiseEpoch: mean(members.map(\.predictedHalfRiseEpoch)))
    }
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let negligible = Recording.negligibleStrength * (result.modes.first?.contrast.target ?? 0)
    let modes = result.modes.filter { $0.contrast.target > negligible }
    var lines = modes.prefix(Self.largestListedCount).enumerated().map { index, mode in
      let (value, target) = (mode.strength.significant(), mode.contrast.target.significant())
      let strength = value == target ? value : "\(value) of \(target)"
      guard let epoch = mode.halfRiseEpoch else { return "mode \(index + 1) (\(strength)), not half learned" }
      let contrast = mode.contrast.description(of: subject.dataset.inputNames.count)
      let theory = mode.predictedHalfRiseEpoch.map { " (theory: \($0))" } ?? ""
      return "mode \(index + 1) (\(strength)), half learned at epoch \(epoch)\(theory): \(contrast)"
    }
    if modes.count > lines.count { lines.append("and \(modes.count - lines.count) modes more, see run.json") }
    if modes.count < result.modes.count {
      lines.append(
        "nothing to learn for the other \(result.modes.count - modes.count): the targets have rank \(modes.count)")
    }
    if modes.contains(where: { $0.halfRiseEpoch == nil }) {
      lines.append("not all is learned\(Self.advice(of: result, modes.count, subject))")
    }
    let levels = result.levels.compactMap { level in
      level.halfRiseEpoch.map { epoch in
        let theory = level.predictedHalfRiseEpoch.map { " (\($0.significant()))" } ?? ""
        return "\(level.name) \(epoch.significant())\(theory)"
      }
    }
    // Levels of one mode each were told above.
    if levels.count > 1, levels.count <= Self.largestListedCount, result.levels.contains(where: { $0.modes > 1 }) {
      let isCompared = result.levels.contains { $0.predictedHalfRiseEpoch != nil }
      lines.append(
        "mean epoch by level\(isCompared ? " (and by theory)" : ""): \(levels.joined(separator: ", "))")
    }
    if !subject.dataset.isOneHot {
      lines.append(
        "modes are those of the input–output correlation Σ_yx, in whose order they are learned; each ends where the regression "
          + "map has it")
    }
    if let limit = result.theoryLimit { lines.append(limit) }
    if result.stages.count > 1 {
      lines.append("stages: \(result.stages.map(\.text).joined(separator: ", "))")
    }
    let mixed = Self.nearlyEqual(modes.map(\.contrast.target))
    if !mixed.isEmpty {
      let groups = mixed.map { "\($0.first + 1)–\($0.last + 1)" }.joined(separator: " and ")
      lines.append(
        "modes \(groups) are nearly equal in strength: any mixture of them is as good, so do not read them one by one")
    }
    return lines
  }

  /// What would help a training that has not learned everything: ": train longer …".
  private static func advice(of result: Result, _ rank: Int, _ subject: AnalysisSubject) -> String {
    let plan = subject.mainPlan
    if result.divergedAtEpoch != nil { return ": the training diverged" }
    if let narrowest = plan.hiddenWidths.min(), narrowest < rank {
      return ": a hidden layer of \(narrowest) holds \(narrowest) modes at most, and there are \(rank) (--hidden)"
    }
    let stable = (try? subject.dataset.largestStableLearningRate(depth: plan.hiddenWidths.count + 1)) ?? 0
    let faster =
      plan.learningRate < stable / 2 ? ", or faster (--eta; stable up to \(stable.significant()) here)" : ""
    return ": train longer (--epochs)\(faster)\(plan.isZeroDepth ? "" : ", or from larger weights (--gamma)")"
  }

  /// More modes than this are not told one by one.
  private static let largestListedCount = 16

  /// Groups of neighbours in a descending list that differ by less than 2 %, so little that sampling other features
  /// would change what each of them tells apart.
  static func nearlyEqual(_ values: [Double]) -> [(first: Int, last: Int)] {
    var groups: [(first: Int, last: Int)] = []
    for index in values.indices.dropFirst() where values[index] > 0.98 * values[index - 1] {
      if let last = groups.last, last.last == index - 1 {
        groups[groups.count - 1].last = index
      } else {
        groups.append((index - 1, index))
      }
    }
    return groups
  }
}
