import ParserChecks
import Testing

/// Inputs that once made trouble, or nearly: `make fuzz` starts from the same ones.
@Suite struct ParserSeedTests {
  @Test(arguments: ParserCheck.allCases)
  func everySeedIsTakenOrRefused(check: ParserCheck) {
    #expect(check.seeds.count >= 5)
    for seed in check.seeds {
      let problem = check.problem(with: seed.bytes)
      #expect(problem == nil, "\(seed.name): \(problem ?? "")")
      // Seeds say by their names whether they are to be taken: a parser that refuses everything would be no use.
      #expect(check.takes(seed.bytes) == !seed.name.hasPrefix("refused-"), "\(seed.name)")
    }
  }
}
