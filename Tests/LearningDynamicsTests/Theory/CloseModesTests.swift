import LearningDynamics
import Testing

@Suite struct CloseModesTests {
  @Test func neighboursWithinTheToleranceAreOneGroup() {
    // shark-bones: level 2 has two modes, level 3 four.
    let values = [157.7, 121.8, 100.5, 100.3, 71.42, 71.24, 70.68, 70.58]
    #expect(CloseModes.groups(of: values, within: CloseModes.nearlyEqual) == [0...0, 1...1, 2...3, 4...7])
    #expect(CloseModes.groups(of: values, within: 0) == values.indices.map { $0...$0 })
  }

  /// A chain is one group even if its ends are far apart: each mode mixes with its neighbours.
  @Test func chainsAreOneGroup() {
    #expect(CloseModes.groups(of: [100, 99, 98, 97, 90], within: 0.02) == [0...3, 4...4])
  }

  @Test(arguments: [[], [0], [5], [0, 0], [1, 0, 0]] as [[Double]]) func fewAndNone(values: [Double]) {
    // Modes of strength 0 are not a group: there is nothing to mix.
    #expect(CloseModes.groups(of: values, within: CloseModes.nearlyEqual) == values.indices.map { $0...$0 })
  }

  @Test func namesAreThoseOfModesCountedFromOne() {
    #expect((1...1).modesText == "mode 2" && (2...3).modesText == "modes 3–4")
  }

  @Test func aModeInALine() {
    let names = ["Goldfish", "Tuna", "Robin", "Canary", "A name of far too many letters"]
    let contrast = ModeContrast(target: 1, vector: [1, 1, 1, 1, -1], names: names)
    #expect(contrast.shortDescription(of: 5) == "Goldfish, Tuna, … against A name of far t…")
    #expect(
      contrast.description(of: 5) == "Goldfish, Tuna, Robin, Canary against A name of far too many letters")
    let all = ModeContrast(target: 1, vector: [1, 1, 1, 1, 1], names: names)
    #expect(all.shortDescription(of: 5) == "all together")
    // A third name is hardly longer than an ellipsis.
    let three = ModeContrast(target: 1, vector: [1, 1, 1, 0, 0], names: names)
    #expect(three.shortDescription(of: 5) == "Goldfish, Tuna, Robin")
  }
}
