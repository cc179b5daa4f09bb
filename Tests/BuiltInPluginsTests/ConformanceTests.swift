import BuiltInPlugins
import Foundation
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// What holds for every registered plugin, those that are yet to be added included.
@Suite struct ConformanceTests {
  static let registry = try? PluginRegistry.builtIn()
  static let datasets = (registry?.datasets ?? []).map(\.description.identifier)
  static let analyses = (registry?.analyses ?? []).map(\.description.identifier)

  private func dataset(_ identifier: String, seed: UInt32 = 2021) throws -> Dataset {
    let descriptor = try #require(Self.registry?.datasets.first { $0.description.identifier == identifier })
    // Fewer features than by default keep the tests quick.
    let values = try ParameterValues(descriptor.description.parameters, settings: ["features": "200"])
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try descriptor.makeDataset(values, &sampler)
  }

  @Test func thereAreTheTutorials() throws {
    let registry = try #require(Self.registry)
    #expect(registry.datasets.filter(\.description.isPartOfTutorial).count >= 5)
    #expect(Self.datasets.prefix(3) == ["tree", "shark-bones", "parrot-speak"])
    #expect(Self.analyses.prefix(6) == ["data", "loss", "modes", "rsa", "illusion", "regression"])
  }

  @Test(arguments: datasets + analyses)
  func describesItself(identifier: String) throws {
    let plugin = try #require(Self.registry?.descriptions.first { $0.identifier == identifier })
    #expect(!plugin.summary.isEmpty && plugin.summary.count <= 90 && !plugin.summary.contains("\n"))
    #expect(Set(plugin.parameters.map(\.name)).count == plugin.parameters.count)
    for parameter in plugin.parameters {
      #expect(PluginRegistry.isIdentifier(parameter.name))
      #expect(parameter.canonical(parameter.defaultText) == parameter.defaultText)
      #expect(!parameter.help.isEmpty)
    }
  }

  @Test(arguments: datasets)
  func makesTheSameDatasetFromTheSameSeed(identifier: String) throws {
    let made = try dataset(identifier)
    #expect(made.identifier == identifier)
    #expect(try made == dataset(identifier))
    #expect(made.targets.rows == made.itemCount && made.targets.columns == made.featureCount)
  }

  /// A short run of every dataset through every analysis that applies.
  @Test(arguments: datasets, analyses)
  func analysesAndDraws(dataset identifier: String, analysis: String) async throws {
    let data = try dataset(identifier)
    let descriptor = try #require(Self.registry?.analyses.first { $0.description.identifier == analysis })
    var settings = TrainingSettings()
    settings.epochs = 40
    settings.hiddenWidths = [6]
    let subject = AnalysisSubject(
      dataset: data, mainPlan: try settings.plan(for: data),
      values: try ParameterValues(descriptor.description.parameters))
    guard descriptor.applies(subject) else { return }
    let recordings = try descriptor.trainings(subject).map { try Recording(training: $0, on: data) }
    let outcome = try descriptor.analyze(recordings, subject)
    #expect(!outcome.summary.isEmpty && !outcome.figures.isEmpty)
    let encoder = JSONEncoder()
    #expect(try !encoder.encode(Wrapped(value: outcome.result)).isEmpty)
    let folder = try TemporaryFolder()
    for figure in outcome.figures {
      try folder.write(try figure.script(), to: figure.scriptName)
      for table in figure.tables { try folder.write(try table.text(), to: table.fileName) }
      try await GnuplotProgram().render(figure.name, in: folder.path, as: .svg)
    }
  }

  private struct Wrapped: Encodable {
    let value: any Encodable & Sendable
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }
}
