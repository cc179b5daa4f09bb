import Foundation
import TestSupport
import Testing

@testable import Explorer

/// What no browser sends, and more of it than anybody needs.
@Suite(.serialized, .timeLimit(.minutes(120))) struct ServerLimitsTests {
  private func head(_ line: String, _ headers: String = "") -> String {
    "\(line) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n"
  }

  @Test func whatIsNotARequestIsRefused() async throws {
    try await TestServer.run { server in
      for garbage in [
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\r\n\r\n", "hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n",
        "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
      ] {
        let status = try await server.answer(to: garbage)?.status
        #expect(status == nil || status == 400, "\(garbage.debugDescription): \(status ?? 0)")
      }
      #expect(try await server.answer(to: head("GET /%zz"))?.status == 400)
      #expect(try await server.answer(to: head("GET *"))?.status == 400)
      #expect(try await server.answer(to: head("DELETE /"))?.status == 405)
      #expect(try await server.answer(to: head("OPTIONS /run", "Origin: http://evil.example\r\n"))?.status == 405)
      #expect(try await server.answer(to: head("POST /run", "Content-Length: 3\r\n") + "a=b")?.status == 413)
      #expect(try await server.answer(to: head("GET /run", "Content-Length: 3\r\n") + "a=b")?.status == 413)
      #expect(
        try await server.answer(to: head("PUT /run", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n")?
          .status
          == 413)
      #expect(try await server.answer(to: TestServer.request)?.status == 200)
    }
  }

  @Test func longRequests() async throws {
    try await TestServer.run { server in
      func line(_ bytes: Int) -> String { "GET /catalogue?" + String(repeating: "x", count: bytes - 11) }
      #expect(try await server.answer(to: head(line(PageRequest.longestTarget)))?.status == 200)
      let answer = try #require(try await server.answer(to: head(line(PageRequest.longestTarget + 1))))
      #expect(answer.status == 414 && answer.headers["x-content-type-options"] == "nosniff")
      for headers in [
        "X: \(String(repeating: "x", count: 20_000))\r\n",
        (0..<200).map { "X-\($0): x\r\n" }.joined(),
        (0..<90).map { "X-\($0): \(String(repeating: "x", count: 500))\r\n" }.joined(),
      ] {
        let status = try await server.answer(to: head("GET /", headers))?.status
        #expect(status.map { (400..<500).contains($0) } ?? true, "\(headers.prefix(20)): \(status ?? 0)")
      }
      #expect(try await server.answer(to: TestServer.request)?.status == 200)
    }
  }

  /// Headers without an end are taken for a while, and then no more: they are never all kept.
  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: localhost\r\n", "GET /",
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n",
  ])
  func endlessRequestsAreEnded(beginning: String) async throws {
    try await TestServer.run { server in
      let taken = try await away { [port = server.port] in
        let client = try SocketClient(port: port)
        var taken = client.send(beginning)
        let line =
          beginning.hasSuffix("/")
          ? String(repeating: "x", count: 1024) : "X: \(String(repeating: "x", count: 1019))\r\n"
        // Beside what the server reads, the system keeps some megabytes for it.
        for _ in 0..<65_536 {
          let sent = client.send(line)
          taken += sent
          if sent < line.utf8.count { break }
        }
        #expect(client.isEnded())
        return taken
      }
      #expect(taken < 32 << 20, "\(taken) bytes were taken")
      #expect(try await server.answer(to: TestServer.request)?.status == 200)
    }
  }

  @Test func halfARequestHarmsNobody() async throws {
    try await TestServer.run { server in
      for part in [
        "", "G", "GET / HT", "GET / HTTP/1.1\r\nHost: loc",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab",
      ] {
        try await away { [port = server.port] in
          let client = try SocketClient(port: port)
          client.send(part)
          client.close()
        }
      }
      #expect(try await server.answer(to: TestServer.request)?.status == 200)
    }
  }

  @Test func thereAreOnlySoManyConnections() async throws {
    let most = ConnectionLimits.connections
    try await TestServer.run { server in
      try await away { [port = server.port] in
        var clients: [SocketClient] = []
        for _ in 0..<most { clients.append(try SocketClient(port: port)) }
        // Each is taken in: it is answered, and stays.
        for client in clients { client.send(TestServer.request) }
        for client in clients { #expect(client.answer()?.status == 200) }
        for _ in 0..<44 {
          let one = try SocketClient(port: port)
          one.send(TestServer.request)
          let answer = one.answer()
          #expect(answer?.status == 503)
        }
        // Those that are there are not disturbed.
        clients[0].send(TestServer.request)
        #expect(clients[0].answer()?.status == 200)
        clients.removeLast(most - 1)
      }
      // When they have gone, which the server hears a moment later, there is room again.
      #expect(try await eventually { try await server.answer(to: TestServer.request)?.status == 200 })
    }
  }

  /// Many requests at once over one connection are answered one after the other.
  @Test func pipelinesAreAnswered() async throws {
    try await TestServer.run { server in
      try await away { [port = server.port] in
        let client = try SocketClient(port: port)
        client.send(String(repeating: "GET /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 2000))
        for _ in 0..<2000 { #expect(client.answer()?.status == 200) }
      }
    }
  }
}
