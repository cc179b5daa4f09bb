/// The settings a dataset asks for where the defaults would not suit it; whatever the reader gives wins.
public struct TrainingRecommendation: Codable, Hashable, Sendable {
  /// η for a network with one hidden layer.
  public var learningRate: Double?
  /// γ.
  public var initializationScale: Double?
  /// The number of epochs T.
  public var epochs: Int?

  /// No recommendation but those given.
  public init(learningRate: Double? = nil, initializationScale: Double? = nil, epochs: Int? = nil) {
    self.learningRate = learningRate
    self.initializationScale = initializationScale
    self.epochs = epochs
  }
}
