import BuiltInPlugins
import Foundation
import Gnuplot
import PluginKit
import TestSupport

@testable import Explorer

/// The page, served at a port that is free.
struct TestServer: Sendable {
  let port: Int
  private let serving: Task<Void, any Error>

  /// A request as short as can be.
  static let request = "GET /catalogue HTTP/1.1\r\nHost: localhost\r\n\r\n"

  /// Settings with which a machine may be as slow as it likes.
  static func settings(port: Int = 0, jobs: Int = 2) -> Explorer.Settings {
    var settings = Explorer.Settings()
    (settings.port, settings.jobs) = (port, jobs)
    settings.limits = .patient
    // Who is turned away is waited for until then.
    settings.times = ConnectionTimes(
      receiving: unlimited, answering: unlimited, idle: unlimited, turningAway: .seconds(2))
    return settings
  }

  /// Serves while something is done, and until then has ended.
  ///
  /// - Parameter connections: how many connections there may be; as many as usual when nil.
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
    // Without an address it has ended, and says why.
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

  /// Ends it, and says what came of it.
  func end() async -> Result<Void, any Error> {
    serving.cancel()
    return await serving.result
  }

  /// Sends a text over a connection of its own, and takes one answer.
  func answer(to text: String, withoutBody: Bool = false) async throws -> SocketClient.Answer? {
    try await away { [port] in
      let client = try SocketClient(port: port)
      client.send(text)
      return client.answer(withoutBody: withoutBody)
    }
  }
}
