public import GSL
internal import Support

/// Initial weights of a user's own, such as those of a network in PyTorch.
///
/// Two are equal if their numbers are.
public struct OwnWeights: Hashable, Sendable {
  /// Where they are from, for people: the name of a folder.
  public let name: String
  /// W_1 … W_L, input side first; W_k is n_k × n_(k−1). Empty in a record of a training, which has only the checksum.
  public let layers: [Matrix]
  /// A fingerprint of shapes and numbers (FNV-1a, 64 bits, as hexadecimal digits).
  public let checksum: String

  /// Weights of layers whose widths fit together.
  ///
  /// - Parameters:
  ///   - name: where they are from.
  ///   - layers: at least one, each with at least one weight.
  /// - Throws: ``TrainingError/weights(name:reason:)`` for layers that do not fit together, and numbers that are not finite.
  /// - Complexity: O(number of weights).
  public init(name: String, layers: [Matrix]) throws(TrainingError) {
    guard !layers.isEmpty else { throw .weights(name: name, reason: "there are no layers") }
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
    var sum = FNV1a()
    for layer in layers {
      sum.add(UInt64(layer.rows))
      sum.add(UInt64(layer.columns))
      for weight in layer.elements { sum.add(weight.bitPattern) }
    }
    (self.name, self.layers, checksum) = (name, layers, String(sum.value, radix: 16))
  }

  fileprivate init(checksum: String) { (name, layers, self.checksum) = ("", [], checksum) }

  /// n_0, …, n_L.
  public var widths: [Int] { layers.isEmpty ? [] : [layers[0].columns] + layers.map(\.rows) }

  /// A bound for the strength of the map of all layers: the product of their spectral norms.
  func largestStrength() throws(GSLError) -> Double {
    var strength = 1.0
    for layer in layers { strength *= try layer.spectralNorm() }
    return strength
  }

  /// Equal if their numbers are.
  public static func == (one: OwnWeights, other: OwnWeights) -> Bool { one.checksum == other.checksum }

  /// Hashes the checksum.
  public func hash(into hasher: inout Hasher) { hasher.combine(checksum) }
}

/// http://www.isthe.com/chongo/tech/comp/fnv/, over whole words.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01B3 }
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
        let isShort = layer.elements.allSatisfy { Double(Float($0)).bitPattern == $0.bitPattern }
        let bytes =
          isShort
          ? layer.elements.flatMap { Self.bytes(of: UInt64(Float($0).bitPattern), count: 4) }
          : layer.elements.flatMap { Self.bytes(of: $0.bitPattern, count: 8) }
        return Layer(rows: layer.rows, columns: layer.columns, bits: isShort ? 32 : 64, numbers: Base64.text(of: bytes))
      }, forKey: .layers)
  }

  private static func bytes(of bits: UInt64, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
  }

  /// Reads the numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let matrices = try container.decode([Layer].self, forKey: .layers).map { layer -> Matrix in
      let width = layer.bits == 32 ? 4 : 8
      guard let bytes = Base64.bytes(of: layer.numbers), layer.rows > 0, layer.columns > 0,
        layer.rows.multipliedReportingOverflow(by: layer.columns).overflow == false,
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
    do {
      try self.init(name: container.decode(String.self, forKey: .name), layers: matrices)
    } catch let error as TrainingError {
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

  /// Writes an initialization; of weights of one's own only the checksum.
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

  /// Reads an initialization; of weights of one's own only the checksum.
  public init(from decoder: any Decoder) throws {
    switch try Stored(from: decoder) {
    case .scaledNormal(let scale): self = .scaledNormal(scale: scale)
    case .frameworkDefault: self = .frameworkDefault
    case .balanced(let strength): self = .balanced(modeStrength: strength)
    case .own(let checksum): self = .own(OwnWeights(checksum: checksum))
    }
  }
}
