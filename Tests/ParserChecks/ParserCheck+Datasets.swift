internal import Foundation
internal import GSL
internal import LearningDynamics
internal import PluginKit

extension ParserCheck {
  /// A dataset file of some text.
  static func file(_ text: String) -> DatasetFile { DatasetFile(name: "d.yaml", text: text) }

  /// A dataset file that names a table of some text.
  static func file(table: String) -> DatasetFile {
    DatasetFile(name: "d.yaml", text: "summary: s\ntable-file: t.csv\n", tables: ["t.csv": table])
  }

  /// What is accepted makes a dataset that fits together, or says as a dataset why not, and is stored whole.
  static func dataset(_ text: String) -> String? { problem(of: file(text)) }

  /// The same of a table, beside a description and as it stands.
  static func items(_ text: String) -> String? {
    problem(of: file(table: text)) ?? problem(of: DatasetFile(name: "d.csv", text: text))
  }

  private static func problem(of file: DatasetFile) -> String? {
    let descriptor: DatasetDescriptor
    do throws(DatasetFileError) {
      descriptor = try DatasetDescriptor(file)
    } catch {
      return error.description.unicodeScalars.contains { $0.value < 32 } ? "the error has control characters" : nil
    }
    do {
      let stored = try JSONDecoder().decode(DatasetFile.self, from: JSONEncoder().encode(file))
      guard stored == file else { return "it is stored as \(stored)" }
      let values = try ParameterValues(descriptor.description.parameters, settings: ["features": "8"])
      var sampler = try DataSampler(seed: 1, convention: .tutorial)
      let dataset = try descriptor.makeDataset(values, &sampler)
      guard dataset.identifier == "d", dataset.targets.elements.allSatisfy(\.isFinite) else { return "\(dataset)" }
      if let shape = try descriptor.shape(values) {
        let isAnnounced = shape.items == dataset.itemCount && shape.features == dataset.featureCount
        return isAnnounced ? nil : "it announces \(shape)"
      }
      return nil
    } catch {
      return "it is taken, and then: \(error)"
    }
  }
}
