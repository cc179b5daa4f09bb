public import GSL
internal import Support

/// Initial weights of a user's own, such as those of a network in PyTorch.
///
/// Two are equal if their numbers are.
public struct OwnWeights: Hashable, Sendable {
  /// Where they are from, for people: the name of a folder.
  public var name: String
  /// W_1 … W_L, input side first; W_k is n_k × n_(k−1). Empty in a record of a training, which has only the checksum.
  public let layers: [Matrix]
  /// A fingerprint of shapes and numbers (FNV-1a, 64 bits, as hexadecimal digits).
  public let checksum: String
  private let knownNorms = Memo<[Double]>()

  /// The most bytes of numbers that a record holds: 24 MB.
  public static let largestSize = 24 << 20

  /// Weights of layers whose widths fit together.
  ///
  /// - Parameters:
  ///   - name: where they are from.
  ///   - layers: at least one, each with at least one weight.
  /// - Throws: ``TrainingError/weights(name:reason:)`` for layers that do not fit together, and numbers that are not finite.
  /// - Complexity: O(number of weights).
  public init(name: String, layers: [Matrix]) throws(TrainingError) {
    guard !layers.isEmpty, layers.allSatisfy({ !$0.elements.isEmpty }) else {
      throw .weights(name: name, reason: "there are no layers, or one without weights")
    }
    for (index, layer) in layers.enumerated() {
      guard layer.isFinite else {
        throw .weights(name: name, reason: "layer \(index + 1) has numbers that are not finite")
      }
      guard index == 0 || layer.columns == layers[index - 1].rows else {
        throw .weights(
          name: name,
          reason: "layer \(index + 1) reads \(layer.columns) units, but layer \(index) has \(layers[index - 1].rows). "
            + "Weights are outputs × inputs, as PyTorch has them")
      }
    }
    var sum = Checksum()
    for layer in layers {
      sum.add("\(layer.rows) \(layer.columns) ".utf8)
      layer.elements.withUnsafeBytes { sum.add($0.bindMemory(to: UInt8.self)) }
    }
    (self.name, self.layers, checksum) = (name, layers, sum.text)
    guard layers.reduce(0, { $0 + Self.width(of: $1) * $1.elements.count }) <= Self.largestSize else {
      throw .weights(
        name: name, reason: "they are larger than \(Self.largestSize >> 20) MB, the most that a run's record holds")
    }
  }

  fileprivate init(checksum: String) { (name, layers, self.checksum) = ("", [], checksum) }

  /// The bytes of their numbers in a record.
  package var byteCount: Int { layers.reduce(0) { $0 + Self.width(of: $1) * $1.elements.count } }

  /// n_0, …, n_L.
  public var widths: [Int] { layers.isEmpty ? [] : [layers[0].columns] + layers.map(\.rows) }

  /// Refuses a network of other widths.
  ///
  /// - Parameter expected: n_0, …, n_L of the network.
  package func check(fit expected: [Int]) throws(TrainingError) {
    guard widths == expected else { throw .weightShapes(name: name, found: widths, expected: expected) }
  }

  /// The spectral norm of each layer.
  ///
  /// - Complexity: a decomposition of each layer when first asked for.
  func norms() throws(GSLError) -> [Double] {
    try knownNorms { () throws(GSLError) in
      var norms: [Double] = []
      for layer in layers { norms.append(try layer.spectralNorm()) }
      return norms
    }
  }

  /// The bytes of a number: 4 where 32 bits are exact.
  private static func width(of layer: Matrix) -> Int {
    layer.elements.allSatisfy { Double(Float($0)).bitPattern == $0.bitPattern } ? 4 : 8
  }

  /// Equal if their numbers are.
  public static func == (one: OwnWeights, other: OwnWeights) -> Bool {
    guard one.checksum == other.checksum else { return false }
    return one.layers.isEmpty || other.layers.isEmpty || one.layers == other.layers
  }

  /// Hashes the checksum.
  public func hash(into hasher: inout Hasher) { hasher.combine(checksum) }
}

/// Numbers and all, for the record of a request.
extension OwnWeights: Codable {
  private enum CodingKeys: String, CodingKey { case name, layers }

  /// A layer: its numbers as base64 of little-endian floating-point numbers, of 32 bits where these are exact.
  private struct Layer: Codable {
    let rows: Int
    let columns: Int
    let bits: Int
    let numbers: String
  }

  /// Writes the numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(
      layers.map { layer in
        let width = Self.width(of: layer)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * layer.elements.count)
        for weight in layer.elements {
          let bits = width == 4 ? UInt64(Float(weight).bitPattern) : weight.bitPattern
          for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
        }
        return Layer(rows: layer.rows, columns: layer.columns, bits: 8 * width, numbers: Base64.text(of: bytes))
      }, forKey: .layers)
  }

  /// Reads the numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let matrices = try container.decode([Layer].self, forKey: .layers).map { layer -> Matrix in
      let width = layer.bits == 32 ? 4 : 8
      guard let bytes = Base64.bytes(of: layer.numbers), layer.bits == 32 || layer.bits == 64,
        (1...OwnWeights.largestSize).contains(layer.rows), (1...OwnWeights.largestSize).contains(layer.columns),
        bytes.count == width * layer.rows * layer.columns
      else {
        throw DecodingError.dataCorruptedError(forKey: .layers, in: container, debugDescription: "no weights")
      }
      let numbers = (0..<layer.rows * layer.columns).map { index -> Double in
        let bits = (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[index * width + $1]) << UInt64(8 * $1) }
        return width == 4 ? Double(Float(bitPattern: UInt32(bits))) : Double(bitPattern: bits)
      }
      return Matrix(rows: layer.rows, columns: layer.columns, elements: numbers)
    }
    let name = try container.decode(String.self, forKey: .name)
    guard !name.isEmpty, name.utf8.count <= 255, name.isPrintable, !name.contains("/") else {
      throw DecodingError.dataCorruptedError(forKey: .name, in: container, debugDescription: "no name of a folder")
    }
    do {
      try self.init(name: name, layers: matrices)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .layers, in: container, debugDescription: error.description)
    }
  }
}

extension Initialization: Codable {
  /// The same without the numbers of weights: a record has them once, with the request.
  private enum Stored: Codable {
    case scaledNormal(scale: Double)
    case frameworkDefault
    case balanced(modeStrength: Double)
    case own(checksum: String)
  }

  /// Writes an initialization; of given weights only the checksum.
  public func encode(to encoder: any Encoder) throws {
    let stored: Stored =
      switch self {
      case .scaledNormal(let scale): .scaledNormal(scale: scale)
      case .frameworkDefault: .frameworkDefault
      case .balanced(let strength): .balanced(modeStrength: strength)
      case .own(let weights): .own(checksum: weights.checksum)
      }
    try stored.encode(to: encoder)
  }

  /// Reads an initialization; of given weights only the checksum.
  public init(from decoder: any Decoder) throws {
    switch try Stored(from: decoder) {
    case .scaledNormal(let scale): self = .scaledNormal(scale: scale)
    case .frameworkDefault: self = .frameworkDefault
    case .balanced(let strength): self = .balanced(modeStrength: strength)
    case .own(let checksum): self = .own(OwnWeights(checksum: checksum))
    }
  }
}
