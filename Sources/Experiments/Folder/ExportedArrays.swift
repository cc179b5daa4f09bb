internal import GSL
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The files of a run's exports: arrays for NumPy, and a list that says what each of them holds.
struct ExportedArrays {
  /// Names and contents, each name once; empty without exports.
  let files: [(name: String, content: FileContent)]

  init(_ exports: [Export], of outcome: DatasetOutcome) throws {
    var arrays: [ExportedArray] = []
    for export in exports {
      for array in try export.arrays(of: outcome) where !arrays.contains(where: { $0.name == array.name }) {
        arrays.append(array)
      }
    }
    var files = arrays.map { (name: "\($0.name).npy", content: FileContent.bytes($0.array.bytes)) }
    var lines = arrays.map(\.line)
    if exports.contains(.data) {
      files.append((name: "targets.csv", content: .text(DatasetTable(outcome.plan.dataset).text)))
      lines.append("targets.csv: the targets with their names, a line for each item; it can be used as a dataset")
    }
    if !files.isEmpty {
      let text = lines.map { "\($0)\n" }.joined()
      files.append(
        (
          name: Export.contentsName,
          content: .text("Arrays as numpy.load reads them, 64-bit numbers; (…) are their shapes.\n\n" + text)
        ))
    }
    self.files = files
  }
}

/// An array with what it holds.
private struct ExportedArray {
  let name: String
  let array: NumPyArray
  let meaning: String

  init(_ name: String, _ array: NumPyArray, _ meaning: String) {
    (self.name, self.array, self.meaning) = (name, array, meaning)
  }

  init(_ name: String, _ values: [Double], _ meaning: String) {
    self.init(name, NumPyArray(shape: [values.count], values: values), meaning)
  }

  init(_ name: String, _ values: VectorSeries, _ meaning: String) {
    self.init(
      name, NumPyArray(shape: [values.count, values.length], values: values.flatMap(Array.init)), meaning)
  }

  init(_ name: String, _ matrices: [Matrix], _ meaning: String) {
    self.init(
      name,
      NumPyArray(
        shape: [matrices.count, matrices.first?.rows ?? 0, matrices.first?.columns ?? 0],
        values: matrices.flatMap(\.elements)), meaning)
  }

  init(_ name: String, _ matrices: MatrixSeries, _ meaning: String) {
    self.init(name, (0..<matrices.count).map { matrices[$0] }, meaning)
  }

  /// Its line in the list.
  var line: String { "\(name).npy (\(array.shape.map(String.init).joined(separator: ", "))): \(meaning)" }
}

extension Export {
  /// The folder within a dataset's.
  static let folderName = "arrays"

  /// The list of its files.
  static let contentsName = "contents.txt"

  /// The endings of its other files.
  static let arrayEndings = ["npy", "csv"]

  fileprivate func arrays(of outcome: DatasetOutcome) throws -> [ExportedArray] {
    let dataset = outcome.plan.dataset
    if self == .data {
      let frequencies = dataset.itemInputs.frequencies
      return [
        ExportedArray("inputs", NumPyArray(dataset.inputs), "the inputs: items × inputs"),
        ExportedArray("targets", NumPyArray(dataset.targets), "the targets: items × features"),
      ] + (frequencies.map { [ExportedArray("frequencies", $0, "how often an epoch shows each item")] } ?? [])
    }
    // A run whose analyses need no training has none.
    guard let run = outcome.main else { return [] }
    let recording = run.recording
    let epochs = ExportedArray(
      "epochs", recording.keptEpochs.map(Double.init), "the epochs at which matrices were kept")
    let strengths = ExportedArray(
      "mode-strengths", try run.modeStrengths, "the strength of each mode of the data: epochs × modes")
    switch self {
    case .data: return []
    case .recording:
      return [
        epochs, ExportedArray("losses", run.losses, "the loss at each epoch"),
        ExportedArray("predictions", try run.followedPrediction, "the prediction for the probe at each epoch"),
        ExportedArray(
          "singular-values", recording.singularValues, "the singular values of the end-to-end map: epochs × modes"),
        strengths,
      ]
        + recording.representationalSimilarities.enumerated().map { layer, series in
          ExportedArray(
            "similarities-\(layer + 1)", series,
            "dot products of the items' activity in hidden layer \(layer + 1): kept epochs × items × items")
        }
    case .weights:
      let states = try NetworkStates(of: recording, on: dataset)
      func layers(_ name: String, _ layers: [Matrix], _ what: String) -> [ExportedArray] {
        layers.enumerated().map {
          ExportedArray("\(name)-\($0 + 1)", NumPyArray($1), "\(what) layer \($0 + 1): outputs × inputs")
        }
      }
      return layers("first-weights", states.firstWeights, "the initial weights of")
        + layers("last-weights", states.lastWeights, "the weights at epoch \(recording.lastEpoch) of")
        + states.lastBiases.enumerated().map {
          ExportedArray(
            "last-biases-\($0 + 1)", $1.elements, "the biases at epoch \(recording.lastEpoch) of layer \($0 + 1)")
        }
    case .activity:
      let states = try NetworkStates(of: recording, on: dataset, keepingActivity: true)
      return [epochs]
        + states.activities.enumerated().map {
          ExportedArray("activity-\($0 + 1)", $1, "the activity of hidden layer \($0 + 1): kept epochs × items × units")
        }
    case .map:
      let asked = outcome.plan.analyses.first?.subject.shownEpochs.filter { $0 <= recording.lastEpoch } ?? []
      let places = asked.isEmpty ? [0, recording.keptEpochs.count - 1] : asked.map { recording.keptIndex(nearest: $0) }
      let chosen = Set(places).sorted()
      return [
        ExportedArray(
          "map-epochs", chosen.map { Double(recording.keptEpochs[$0]) }, "the epochs of map.npy"),
        ExportedArray(
          "map", try chosen.map(recording.endToEndMap),
          run.plan.variant.isLinear
            ? "the map from inputs to outputs: epochs × features × inputs"
            : "the responses to the items: epochs × features × items"),
      ]
    case .modes:
      let modes = try recording.correlationModes()
      return [
        ExportedArray("modes-u", NumPyArray(modes.left), "the features of each mode: features × modes"),
        ExportedArray("modes-s", modes.values, "the singular value of each mode in the input-output correlation"),
        ExportedArray("modes-v", NumPyArray(modes.right), "the inputs of each mode: inputs × modes"), strengths,
      ]
    }
  }
}
