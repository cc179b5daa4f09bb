import NIOCore

/// What a connection may take before it is ended.
enum ConnectionLimits {
  /// How many connections there are at a time, where the system allows as many; a browser opens six.
  static let connections = 256
  /// How many of them may come from one other machine, so that none takes them all.
  static let connectionsOfMachine = 32
  /// The bytes of a request with all its headers: several times the longest target.
  static let requestBytes = 65_536
}

/// How long a connection may take before it is ended.
struct ConnectionTimes: Sendable {
  /// How long a browser may take to say what it wants.
  var receiving = Duration.seconds(15)
  /// How long it may then wait for the answer and take it.
  var answering = Duration.seconds(120)
  /// How long it may say nothing.
  var idle = Duration.seconds(75)
  /// How long a connection too many is there: time enough to be told so.
  var turningAway = Duration.seconds(1)
}
