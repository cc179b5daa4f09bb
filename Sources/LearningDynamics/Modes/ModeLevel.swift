internal import Support

/// Modes that belong together, because their strengths are equal by construction or nearly equal.
public struct ModeLevel: Codable, Hashable, Sendable {
  /// The level's name: "level 1", or "modes 3–4".
  public let name: String
  /// The modes, from 0 in the order of their size.
  public let modes: [Int]

  public init(name: String, modes: [Int]) {
    self.name = name
    self.modes = modes
  }

  /// When the level is half learned: the mean of its modes' half-rise epochs; nil if not all of them rise.
  ///
  /// - Parameter epochs: for each mode the first state with at least half of its target, as ``Recording/halfRiseEpochs()``.
  public func halfRise(_ epochs: [Int?]) -> Double? {
    let known = modes.compactMap { $0 < epochs.count ? epochs[$0] : nil }
    return known.isEmpty || known.count < modes.count ? nil : Double(known.reduce(0, +)) / Double(known.count)
  }
}

extension Dataset {
  /// The modes by level: the levels with which the features were sampled, restricted to the first `count` modes.
  ///
  /// - Parameter count: the number of modes, at most min(n, N).
  /// - Returns: nil for features that were not sampled, and if there are fewer modes than the levels have.
  /// - Throws: `GSLError` if the spectrum cannot be computed.
  /// - Complexity: as ``populationSpectrum()`` and ``targetSingularValues()``.
  public func sampledLevels(count: Int) throws -> [ModeLevel]? {
    // Other inputs, and items that are shown more often, have other modes than the features were sampled with.
    guard let population = try populationSpectrum() else { return nil }
    let levelOfMode = population.levelOfMode
    guard levelOfMode.count == (try targetSingularValues().count) else { return nil }
    return population.levels.enumerated().compactMap { index, level in
      let modes = levelOfMode.prefix(count).indices.filter { levelOfMode[$0] == index }
      return modes.isEmpty ? nil : ModeLevel(name: level.name, modes: modes)
    }
  }

  /// The relevant modes (at least a twentieth of the strongest) by level: as ``sampledLevels(count:)``; if the features were
  /// not sampled, modes whose strengths are within `CloseModes.oneStep` form a level.
  ///
  /// - Throws, complexity: as ``sampledLevels(count:)``.
  public func countedLevels() throws -> [ModeLevel] {
    let values = try correlationSingularValues()
    let counted = values.prefix { $0 > 0 && $0 >= ModeThreshold.relevant(beside: values[0]) }
    if let sampled = try sampledLevels(count: counted.count) { return sampled }
    return CloseModes.groups(of: Array(counted), within: CloseModes.oneStep).map { modes in
      ModeLevel(name: modes.modesText, modes: Array(modes))
    }
  }
}

/// The rule for modes that belong together because their strengths are close.
public enum CloseModes {
  /// Two modes are nearly equal if they differ by less than this fraction of the stronger one.
  ///
  /// Any mixture of such modes describes the data equally well, and other samples of the features would give other mixtures,
  /// so single modes should not be interpreted.
  public static let nearlyEqual = 0.02

  /// Modes this close are learned almost at the same time, so they form one step of the loss.
  package static let oneStep = 0.05

  /// Groups of neighbours in a list, each close to the next; a value that is close to neither neighbour is a group
  /// by itself.
  ///
  /// - Parameters:
  ///   - values: strengths, usually the largest first.
  ///   - tolerance: the allowed difference, as a fraction of the stronger of two, such as ``nearlyEqual``.
  /// - Returns: ranges of indices, in order, which cover all indices.
  public static func groups(of values: [Double], within tolerance: Double) -> [ClosedRange<Int>] {
    values.runs { min($0, $1) > (1 - tolerance) * max($0, $1) }.map { $0.startIndex...$0.endIndex - 1 }
  }
}
