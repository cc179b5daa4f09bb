import BuiltInPlugins
import Foundation
import Gnuplot
import PluginKit
import TestSupport

@testable import Explorer

/// The page, served at a free port.
struct TestServer: Sendable {
  let port: Int
  private let serving: Task<Void, any Error>

  /// A short request.
  static let request = "GET /catalogue HTTP/1.1\r\nHost: localhost\r\n\r\n"

  /// Settings without time limits.
  static func settings(port: Int = 0, jobs: Int = 2) -> Explorer.Settings {
    var settings = Explorer.Settings()
    (settings.port, settings.jobs) = (port, jobs)
    settings.limits = .patient
    // For this time the server waits for a rejected client.
    settings.times = ConnectionTimes(
      receiving: unlimited, answering: unlimited, idle: unlimited, turningAway: .seconds(2))
    return settings
  }

  /// Serves while the body runs, and stops after it.
  ///
  /// - Parameter connections: how many connections may be open; the default when nil.
  @discardableResult
  static func run<Value: Sendable>(
    _ registry: PluginRegistry? = nil, jobs: Int = 2, connections: Int? = nil,
    _ body: (TestServer) async throws -> Value
  ) async throws -> Value {
    let gnuplot = GnuplotProgram(timeLimit: unlimited)
    let explorer =
      if let connections {
        try Explorer(
          try registry ?? .builtIn(), gnuplot: gnuplot, settings(jobs: jobs),
          room: DescriptorRoom(connections: connections, drawings: jobs))
      } else {
        try Explorer(try registry ?? .builtIn(), gnuplot: gnuplot, settings(jobs: jobs))
      }
    let (addresses, continuation) = AsyncStream<String>.makeStream()
    let serving = Task {
      defer { continuation.finish() }
      try await explorer.run { address, _ in continuation.yield(address) }
    }
    var port: Int?
    for await address in addresses {
      port = URL(string: address)?.port
      break
    }
    // Without an address it has failed: throw its error.
    guard let port else {
      try await serving.value
      throw CancellationError()
    }
    let server = TestServer(port: port, serving: serving)
    let result: Value
    do {
      result = try await body(server)
    } catch {
      _ = await server.end()
      throw error
    }
    _ = await server.end()
    return result
  }

  /// Stops it, and returns the result.
  func end() async -> Result<Void, any Error> {
    serving.cancel()
    return await serving.result
  }

  /// Sends a text over a new connection, and receives one answer.
  func answer(to text: String, withoutBody: Bool = false) async throws -> SocketClient.Answer? {
    try await away { [port] in
      let client = try SocketClient(port: port)
      client.send(text)
      return client.answer(withoutBody: withoutBody)
    }
  }
}
