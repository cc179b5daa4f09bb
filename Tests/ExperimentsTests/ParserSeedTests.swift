import ParserChecks
import Testing

/// Inputs that once caused errors, and similar ones: `make fuzz` starts from them too.
@Suite struct ParserSeedTests {
  @Test(arguments: ParserCheck.allCases)
  func everySeedIsTakenOrRefused(check: ParserCheck) {
    #expect(check.seeds.count >= 5)
    for seed in check.seeds {
      let problem = check.problem(with: seed.bytes)
      #expect(problem == nil, "\(seed.name): \(problem ?? "")")
      // The names of seeds say whether they should be accepted: a parser that refuses everything would be useless.
      #expect(check.takes(seed.bytes) == !seed.name.hasPrefix("refused-"), "\(seed.name)")
    }
  }
}
