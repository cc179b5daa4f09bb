import BuiltInPlugins
import Foundation
import LearningDynamics
import PluginKit

/// A dataset whose making never ends until its task is cancelled, with gates for its begin and end.
struct Endless: Sendable {
  let begun = Gate()
  let ended = Gate()

  /// The built-in plugins, and the dataset "endless".
  func registry() throws -> PluginRegistry {
    let description = PluginDescription(identifier: "endless", summary: "Waits for the end of its task")
    return try .builtIn().adding(datasets: [
      DatasetDescriptor(description) { [begun, ended] _, _ in
        begun.open()
        defer { ended.open() }
        while true {
          try Task.checkCancellation()
          Thread.sleep(forTimeInterval: 0.002)
        }
      }
    ])
  }
}

/// Tasks wait here until it is opened.
final class Gate: Sendable {
  private let (stream, continuation) = AsyncStream<Void>.makeStream()

  func open() { continuation.finish() }

  func pass() async { for await _ in stream {} }
}
