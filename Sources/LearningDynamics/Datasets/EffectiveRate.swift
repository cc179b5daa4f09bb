/// ε = 2η/(P·N), and back.
struct EffectiveRate {
  /// P·N.
  let entryCount: Int

  func effective(_ learningRate: Double) -> Double { 2 * learningRate / Double(entryCount) }
  func learningRate(_ effective: Double) -> Double { effective * Double(entryCount) / 2 }
}
