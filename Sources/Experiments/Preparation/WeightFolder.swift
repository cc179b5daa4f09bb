internal import GSL
public import LearningDynamics
internal import PluginKit
internal import Support

/// A folder with the initial weights of a network, one array of NumPy for each layer: `layer-1.npy`, `layer-2.npy`, …, input
/// side first, each outputs × inputs, as PyTorch's `layer.weight.detach().numpy()` is.
public enum WeightFolder {
  /// The most bytes of all arrays together, because a run's record has the weights.
  private static let largestSize = OwnWeights.largestSize

  /// Reads a folder.
  ///
  /// - Throws: `DatasetFileError` for a file that is not an array of numbers; `TrainingError` for layers that do not fit together.
  public static func weights(in path: String) throws -> OwnWeights {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    func refuse(_ file: String, _ reason: String) -> DatasetFileError { DatasetFileError(file: file, reason: reason) }
    var (layers, size) = ([Matrix](), 0)
    while FileSystem.exists("\(folder)/\(fileName(layers.count + 1))") {
      let file = "\(folder)/\(fileName(layers.count + 1))"
      guard let bytes = FileSystem.read(file, atMost: largestSize) else {
        let isLarge = FileSystem.ordinarySize(file, followingLinks: true).map { $0 > largestSize } ?? false
        throw refuse(
          file,
          isLarge
            ? "It is larger than \(largestSize >> 20) MB. Save 32-bit numbers, or use a smaller network."
            : "It cannot be read; check that it is a file, and its permissions.")
      }
      size += bytes.count
      guard size <= largestSize else {
        throw refuse(
          file,
          "The weights are larger than \(largestSize >> 20) MB together. Save 32-bit numbers, or use a smaller network."
        )
      }
      guard let array = NumPyArray(bytes: bytes) else {
        throw refuse(
          file, "It is not an array of 32-bit or 64-bit numbers as numpy.save writes it. Save it as float32 or float64."
        )
      }
      guard array.values.count > 0 else { throw refuse(file, "It has no weights.") }
      guard array.shape.count == 2, let matrix = array.matrix else {
        throw refuse(
          file, "It has \(array.shape.count) dimension\(array.shape.count == 1 ? "" : "s") instead of outputs × inputs."
        )
      }
      guard matrix.isFinite else {
        throw refuse(file, "It has numbers that are not finite. Replace NaN and infinities.")
      }
      layers.append(matrix)
    }
    if !layers.isEmpty, FileSystem.exists("\(folder)/\(fileName(layers.count + 2))") {
      throw refuse(
        path,
        "There is \(fileName(layers.count + 2)), but no \(fileName(layers.count + 1)). Number the layers 1, 2, 3, …")
    }
    guard !layers.isEmpty else {
      let isFolder = FileSystem.isFolder(folder, followingLinks: true)
      let kind =
        isFolder
        ? "It has no \(fileName(1))."
        : FileSystem.exists(folder) ? "It is not a folder." : "Folder not found."
      throw refuse(path, "\(kind) Save each layer as layer-1.npy, layer-2.npy, …, outputs × inputs.")
    }
    return try OwnWeights(name: folder.split(separator: "/").last.map(String.init) ?? folder, layers: layers)
  }

  private static func fileName(_ layer: Int) -> String { "layer-\(layer).npy" }
}
