import BuiltInPlugins
import Foundation
import Gnuplot
import PluginKit
import Support
import TestSupport
import Testing

@testable import Explorer

/// The server as a whole, over sockets.
@Suite(.serialized, .timeLimit(.minutes(120))) struct ServerTests {
  @Test func answersOneAfterTheOther() async throws {
    try await TestServer.run { server in
      try await away { [port = server.port] in
        let client = try SocketClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
        let first = try #require(client.answer())
        #expect(first.status == 200 && first.text.contains("<html") && first.headers["connection"] == "keep-alive")
        #expect(first.headers["content-type"] == "text/html; charset=utf-8")
        for (name, text) in PageResponse.commonHeaders() { #expect(first.headers[name.lowercased()] == text) }
        // Two requests at once on the same connection: the answers come in order.
        client.send(
          "HEAD /style.css HTTP/1.1\r\nHost: localhost\r\n\r\nGET /nothing HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: close\r\n\r\n")
        let second = try #require(client.answer(withoutBody: true))
        #expect(
          second.status == 200 && second.headers["content-length"] == "\(Asset.all["/style.css"]?.bytes.count ?? 0)")
        let third = try #require(client.answer())
        #expect(third.status == 404 && third.headers["connection"] == "close")
        for (name, text) in PageResponse.commonHeaders() { #expect(third.headers[name.lowercased()] == text) }
        #expect(client.isEnded())
      }
    }
  }

  @Test func olderClients() async throws {
    try await TestServer.run { server in
      try await away { [port = server.port] in
        let client = try SocketClient(port: port)
        client.send("GET /catalogue HTTP/1.0\r\nHost: localhost\r\n\r\n")
        let answer = try #require(client.answer())
        #expect(answer.status == 200 && answer.text.hasPrefix("{") && client.isEnded())
      }
      // Without a host name: any site could have sent them here.
      #expect(try await server.answer(to: "GET / HTTP/1.0\r\n\r\n")?.status == 403)
      #expect(try await server.answer(to: "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")?.status == 403)
      #expect(
        try await server.answer(to: "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")?.status == 403)
    }
  }

  /// Endless work stops when its client goes away.
  @Test func aClientThatGoesIsNotWorkedFor() async throws {
    let endless = Endless()
    let registry = try endless.registry()
    let quick = "GET /run?\(TestPage.quick) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    try await TestServer.run(registry, jobs: 1) { server in
      let client = try await away { [port = server.port] in
        let client = try SocketClient(port: port)
        client.send("GET /run?plugin=endless&plugin=loss HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return Held(client)
      }
      await endless.begun.pass()
      client.value.withLock { $0.close() }
      await endless.ended.pass()
      #expect(try await server.answer(to: quick)?.status == 200)
    }
  }

  /// A client that closes its sending side still gets all answers; then the connection ends.
  @Test func aClientThatHasSaidItsLastWord() async throws {
    let run = "GET /run?\(TestPage.quick) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    try await TestServer.run { server in
      for (text, count) in [
        (run, 1), ("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 1),
        (String(repeating: TestServer.request, count: 3) + run.replacing("epochs=60", with: "epochs=61"), 4),
        ("GET /run?\(TestPage.quick)&seed=2 HTTP/1.0\r\nHost: localhost\r\n\r\n", 1),
      ] {
        try await away { [port = server.port] in
          let client = try SocketClient(port: port)
          client.send(text)
          client.finishSending()
          for _ in 0..<count {
            var answer = client.answer()
            // An interim response may come first, if the client's version of HTTP has them.
            while answer?.status == 100, !text.contains("HTTP/1.0") { answer = client.answer() }
            #expect(answer?.status == 200, "\(text.prefix(20))")
            #expect((answer?.body.count ?? 0) > 100)
          }
          #expect(client.isEnded())
        }
      }
      // An incomplete or empty request gets no answer, or 400.
      for text in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        try await away { [port = server.port] in
          let client = try SocketClient(port: port)
          client.send(text)
          client.finishSending()
          #expect(client.answer()?.status ?? 400 == 400)
          #expect(client.isEnded())
        }
      }
    }
  }

  /// When the server ends, all work stops and the port is free.
  @Test func endsWithItsTask() async throws {
    let endless = Endless()
    let registry = try endless.registry()
    try await TestServer.run(registry) { server in
      let waiting = Task { try await server.answer(to: "GET /run?plugin=endless HTTP/1.1\r\nHost: localhost\r\n\r\n") }
      await endless.begun.pass()
      guard case .failure(let error) = await server.end(), error is CancellationError else {
        Issue.record("it did not end with a cancellation")
        return
      }
      #expect(try await waiting.value == nil)
      await endless.ended.pass()
      await #expect(throws: POSIXError.self) { try await server.answer(to: TestServer.request) }
      // The port is free, even if there were connections a moment ago.
      let settings = TestServer.settings(port: server.port)
      let explorer = try Explorer(registry, gnuplot: GnuplotProgram(timeLimit: unlimited), settings)
      let again = Gate()
      let next = Task { try await explorer.run { _, _ in again.open() } }
      await again.pass()
      next.cancel()
      _ = await next.result
    }
  }

  @Test func aPortIsTakenOnce() async throws {
    try await TestServer.run { server in
      var settings = TestServer.settings(port: server.port)
      let other = try Explorer(try .builtIn(), gnuplot: GnuplotProgram(timeLimit: unlimited), settings)
      await #expect(throws: ExplorerError.portInUse(address: "127.0.0.1", port: server.port)) { try await other.run() }
      settings.address = "no such place"
      let nowhere = try Explorer(try .builtIn(), gnuplot: GnuplotProgram(timeLimit: unlimited), settings)
      await #expect(throws: ExplorerError.self) { try await nowhere.run() }
    }
  }
}

/// A client that is passed from thread to thread.
final class Held: Sendable {
  let value: Mutex<SocketClient>

  init(_ client: sending SocketClient) { value = Mutex(client) }
}
