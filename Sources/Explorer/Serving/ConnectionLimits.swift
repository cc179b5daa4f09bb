import NIOCore

/// What a connection may take before it is ended.
enum ConnectionLimits {
  /// How many connections there are at a time, where the system allows as many; a browser opens six.
  static let connections = 256
  /// How many of them may come from one other machine, so that none takes them all.
  static let connectionsOfMachine = 32
  /// The bytes of a request with all its headers: several times the longest target.
  static let requestBytes = 65_536
  /// How long a browser may take to say what it wants.
  static let receiving = TimeAmount.seconds(15)
  /// How long it may then wait for the answer and take it.
  static let answering = TimeAmount.seconds(120)
  /// How long it may say nothing.
  static let idle = TimeAmount.seconds(75)
}
