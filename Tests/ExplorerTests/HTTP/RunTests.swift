import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import Testing

@testable import Explorer

/// The page shows the results of a run, and computes nothing twice.
@Suite(.timeLimit(.minutes(120))) struct RunTests {
  @Test func numbersAreThoseOfARun() async throws {
    let told = try await TestPage().run()
    let plan = try RunPlan(TestPage.quickRequest, registry: .builtIn())
    let outcome = try DatasetOutcome(try #require(plan.datasets.first))
    let main = try #require(outcome.main)
    #expect(told.dataset == "shark-bones" && told.analysis == "illusion")
    // Equal to the last digit: JSON has the shortest text that reads back.
    #expect(told.largestStableLearningRate == outcome.plan.largestStableLearningRate)
    #expect(told.effectiveLearningRate == outcome.plan.effectiveLearningRate)
    #expect(told.lastEpoch == 60 && told.lastEpoch == main.lastEpoch)
    #expect(told.stages == (try main.stages.map { TestPage.Told.Stage(epoch: $0.epoch, text: $0.text) }))
    #expect(told.summary == outcome.analyses.flatMap(\.outcome.summary) && !told.summary.isEmpty)
    #expect(told.details == outcome.analyses.flatMap(\.outcome.details))
    #expect(told.items == outcome.plan.dataset.items)
    #expect(told.figures.map(\.name) == outcome.analyses.flatMap { $0.outcome.figures.map(\.name) })
    #expect(told.command == TestPage.quickRequest.commandLine())
    #expect(told.applicable.contains("illusion") && told.applicable.contains("loss"))
    #expect(told.used["eta"] == "3" && told.used["epochs"] == "60", "\(told.used)")
    #expect(told.diverged == nil && !told.fromMemory)
  }

  @Test func otherEpochsTrainNothing() async throws {
    let page = try TestPage()
    let query = "plugin=tree&plugin=rsa&set=features%3D300&eta=3&epochs=60"
    let first = try await page.run(query)
    #expect(first.milliseconds.training > 0)
    let other = try await page.run(query + "&epoch=33")
    #expect(other.milliseconds.training == 0 && !other.fromMemory && other.shownEpoch == 33)
    // Another analysis of the same training does not train either.
    #expect(try await page.run(query.replacing("rsa", with: "loss")).milliseconds.training == 0)
    #expect(try await page.run(query + "&epoch=33").fromMemory)
    #expect(try await page.run(query + "&seed=3").milliseconds.training > 0)
    // Identical figures have the same key, so that a browser reuses the picture.
    let keys = { (told: TestPage.Told) in told.figures.map(\.key) }
    #expect(Set(keys(first)).isDisjoint(with: keys(other)))
    let loss = query.replacing("rsa", with: "loss")
    #expect(try await keys(page.run(loss)) == keys(page.run(loss + "&epoch=33")))
  }

  @Test func divergenceIsToldWithAWayOut() async throws {
    let page = try TestPage()
    let query = "plugin=tree&plugin=loss&set=features%3D100&epochs=60"
    let told = try await page.run(query + "&eta=500")
    let divergence = try #require(told.diverged)
    #expect(divergence.error.contains("diverged") && divergence.epoch <= 60)
    let rate = try #require(divergence.remedy.set["eta"] ?? nil)
    #expect(try await page.run(query + "&eta=\(rate)").diverged == nil)
  }

  /// A warning names the page's controls and has a button that fixes it.
  @Test(arguments: ["eta=400", "epochs=40", "hidden=2", "gamma=0", "hidden=30,30&gamma=1e-6&epochs=20"])
  func warningsComeWithWhatHelps(options: String) async throws {
    let page = try TestPage()
    let query = "plugin=tree&plugin=loss&set=features%3D10000&"
    let warning = try #require(try await page.run(query + options).warnings.first)
    #expect(!warning.text.contains("--") && !warning.text.hasPrefix("tree") && warning.text.hasSuffix("."))
    #expect(warning.text.first?.isUppercase == true)
    let remedy = try #require(warning.remedies.first)
    var changed = Dictionary(
      uniqueKeysWithValues: options.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=")
        return (String(parts[0]), String(parts[1]))
      })
    for (name, value) in remedy.set { changed[name] = value }
    let after = try await page.run(query + changed.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&"))
    #expect(!after.warnings.map(\.text).contains(warning.text) && after.diverged == nil, "\(remedy)")
  }

  /// No sentence of the page names an option of the command line.
  @Test(arguments: [
    "plugin=tree&plugin=modes&epochs=100", "plugin=tree&plugin=modes&hidden=3",
    "plugin=tree&plugin=depth&set=start%3D1e-200",
    "plugin=shark-bones&plugin=illusion&epochs=100", "plugin=tree&plugin=modes&gamma=1e300",
  ])
  func sentencesNameControls(query: String) async throws {
    let page = try TestPage()
    let response = try await page.get("/run?set=features%3D1000&eta=10&" + query)
    var sentences: [String]
    if response.status == 200 {
      let told = try JSONDecoder().decode(TestPage.Told.self, from: Data(response.body))
      sentences = told.summary + told.details + told.warnings.map(\.text)
    } else {
      sentences = [try #require(try response.refusal?.error)]
    }
    #expect(!sentences.isEmpty && sentences.allSatisfy { !$0.contains("--") }, "\(sentences)")
  }

  /// The page offers at most 5,000 epochs, its limit.
  @Test func remediesStayWithinTheLimits() async throws {
    let page = try TestPage()
    let warnings = try await page.run("plugin=tree&plugin=loss&set=features%3D10000&eta=0.5&epochs=60").warnings
    #expect(warnings.count == 1 && warnings[0].remedies.map(\.label) == ["Use η = 200"])
  }

  @Test func somethingNewerIsAnsweredInstead() async throws {
    let page = try TestPage()
    _ = try await page.run(TestPage.quick + "&page=p&turn=5")
    let late = try await page.get("/run?" + TestPage.quick + "&page=p&turn=4")
    #expect(late.status == 409)
    #expect(try late.refusal?.error == "Superseded by a newer request.")
    _ = try await page.run(TestPage.quick + "&page=p&turn=5")
    _ = try await page.run(TestPage.quick + "&page=q&turn=1")
  }

  /// Older work is dropped even if the newer answer is cached.
  @Test func somethingNewerEndsWhatWasComputed() async throws {
    let endless = Endless()
    let page = try TestPage(try endless.registry())
    let first = try await page.run(TestPage.quick + "&page=p&turn=1")
    let overtaken = Task { try await page.get("/run?plugin=endless&plugin=loss&page=p&turn=2") }
    await endless.begun.pass()
    let again = try await page.run(TestPage.quick + "&page=p&turn=3")
    #expect(again.fromMemory && again.summary == first.summary)
    await endless.ended.pass()
    #expect(try await overtaken.value.status == 409)
  }

  @Test(arguments: [
    ("eta=-1", 400, "'eta'"), ("plugin=nothing", 400, "nothing"), ("plugin=tree&plugin=illusion", 422, "illusion"),
    ("epochs=60&epoch=61", 400, "61"), ("probe=x:y", 422, "x:y"), ("plugin=tree&set=levels%3D12", 400, "4,096"),
    ("plugin=rsa&set=layer%3D2", 400, "layer"), ("engine=full", 400, "engine"),
  ])
  func errorsAreSentences(query: String, status: Int, words: String) async throws {
    let response = try await TestPage().get("/run?set=features%3D100&" + query)
    #expect(response.status == status && response.type == .json)
    let error = try #require(try response.refusal?.error)
    #expect(error.contains(words) && error.hasSuffix("."), "\(error)")
  }
}
