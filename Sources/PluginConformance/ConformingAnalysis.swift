internal import Foundation
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// An analysis plugin under test on a dataset.
struct ConformingAnalysis: Sendable {
  private let descriptor: AnalysisDescriptor
  private let sample: SampleDataset

  init(_ descriptor: AnalysisDescriptor, on sample: SampleDataset) {
    self.descriptor = descriptor
    self.sample = sample
  }

  var checks: [ConformanceCheck] {
    let name = "\(descriptor.description.identifier) of \(sample.name)"
    return [
      ConformanceCheck("\(name): gives a result, sentences and figures") { try await problems(sample.make()) },
      ConformanceCheck("\(name): survives nasty names") { try await problems(sample.make().underNastyNames()) },
    ]
  }

  /// Whether the analysis applies to the dataset.
  func applies() throws -> Bool { try descriptor.applies(subject(sample.make())) }

  private func subject(_ dataset: Dataset) throws -> AnalysisSubject {
    var settings = TrainingSettings()
    settings.epochs = 40
    settings.hiddenWidths = [6]
    return AnalysisSubject(
      dataset: dataset, mainPlan: try settings.plan(for: dataset),
      values: try ParameterValues(descriptor.description.parameters))
  }

  /// Runs a short training and its analysis, and checks the result; nothing if the analysis does not apply.
  private func problems(_ dataset: Dataset) async throws -> [String] {
    let subject = try subject(dataset)
    guard descriptor.applies(subject) else { return [] }
    try descriptor.check(subject)
    let runs = try descriptor.trainings(subject).map {
      AnalyzedRun(try Recording(training: $0, on: dataset), on: dataset)
    }
    let outcome = try descriptor.analyze(runs, subject)
    return try sentences(outcome) + result(outcome) + attachments(outcome) + (await figures(outcome))
  }

  private func sentences(_ outcome: Analysis) -> [String] {
    var problems: [String] = []
    let sentences = outcome.summary + outcome.details
    if sentences.isEmpty { problems.append("It has no text: summary and details are empty.") }
    if sentences.contains(where: { $0.isEmpty || $0.contains(where: \.isNewline) }) {
      problems.append(
        "A sentence of the summary or the details is empty or has a line break. Write one sentence per line.")
    }
    return problems
  }

  /// Checks the result as JSON, which does not have NaN and infinity.
  private func result(_ outcome: Analysis) -> [String] {
    do {
      let text = try JSONEncoder().encode(Wrapped(value: outcome.result))
      let document = try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed)
      return document is NSNull ? ["The result is empty in JSON."] : []
    } catch {
      return ["The result cannot be written as JSON: \(error)"]
    }
  }

  private func attachments(_ outcome: Analysis) -> [String] {
    let names = outcome.attachments.map(\.fileName)
    var problems = outcome.attachments.filter { !Figure.isFileName($0.name) }.map { attachment in
      "The attachment \(attachment.fileName.debugDescription) cannot be a file name. Use lowercase letters, digits and hyphens."
    }
    if Set(names).count < names.count { problems.append("Two attachments have the same name.") }
    for attachment in outcome.attachments where attachment.kind == .npy && NumPyArray(bytes: attachment.bytes) == nil {
      problems.append("The attachment '\(attachment.fileName)' is not an array of NumPyArray.")
    }
    return problems
  }

  private struct Wrapped: Encodable {
    let value: any Encodable & Sendable
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }

  private func figures(_ outcome: Analysis) async throws -> [String] {
    var problems: [String] = []
    if outcome.figures.isEmpty { problems.append("It draws no figures.") }
    if Set(outcome.figures.map(\.name)).count < outcome.figures.count {
      problems.append("Two figures have the same name.")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A generous limit: while other tests are running, the end of gnuplot may be noticed late.
    let gnuplot = GnuplotProgram(timeLimit: .seconds(3600))
    var expected: Set<String> = []
    for figure in outcome.figures {
      var texts = [(figure.scriptName, try figure.script())]
      for table in figure.tables { texts.append((table.fileName, try table.text())) }
      for (name, text) in texts {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        expected.insert(name)
      }
      do {
        _ = try await gnuplot.image(
          of: figure.name, in: folder.path, as: figure.animation == nil ? .svg : nil)
      } catch {
        problems.append("The figure '\(figure.name)' cannot be drawn: \(error)")
      }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let others = files.filter { !expected.contains($0) }
    if !others.isEmpty {
      problems.append("Drawing left files that are not figures: \(others.joined(separator: ", ")).")
    }
    return problems
  }
}
