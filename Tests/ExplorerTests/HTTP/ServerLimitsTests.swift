import Foundation
import TestSupport
import Support
import Testing

@testable import Explorer

/// Invalid requests, and too many of them.
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

  /// Endless headers are read up to a limit, and never kept completely.
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
        // Besides what the server reads, the system buffers some megabytes.
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

  /// When all connections are taken, a new one replaces an idle one.
  @Test func thereAreOnlySoManyConnections() async throws {
    let most = ConnectionLimits.connections
    try await TestServer.run(connections: most) { server in
      try await away { [port = server.port] in
        var clients: [SocketClient] = []
        for _ in 0..<most { clients.append(try SocketClient(port: port)) }
        // Each is accepted and answered, and stays open.
        for client in clients { client.send(TestServer.request) }
        for client in clients { #expect(client.answer()?.status == 200) }
        for _ in 0..<44 {
          let one = try SocketClient(port: port)
          one.send(TestServer.request)
          #expect(one.answer()?.status == 200)
          clients.append(one)
        }
        // One was closed for each of them; the others are not affected.
        for client in clients { client.send(TestServer.request) }
        #expect(clients.count { $0.answer()?.status == 200 } == most)
      }
    }
  }

  /// Connections that are being answered stay open: a new one is asked to wait.
  @Test func busyConnectionsKeepTheirPlaces() async throws {
    let endless = Endless()
    try await TestServer.run(endless.registry(), connections: 4) { server in
      let busy = try await away { [port = server.port] in
        let busy = try (0..<4).map { _ in Held(try SocketClient(port: port)) }
        for client in busy {
          client.value.withLock { client in
            // Both at once: the second request arrives before the first answer.
            client.send(
              TestServer.request + "GET /run?plugin=endless&plugin=loss HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(client.answer()?.status == 200)
          }
        }
        for _ in 0..<30 {
          let one = try SocketClient(port: port)
          one.send(TestServer.request)
          let answer = one.answer()
          // The server does not wait for a client that has closed its sending side.
          one.finishSending()
          #expect(answer?.status == 503 && answer?.text.contains("All connections to this page are in use") == true)
          #expect(answer?.headers["retry-after"] == "1" && one.isEnded())
        }
        return busy
      }
      // When one has gone, which the server notices a moment later, there is room again.
      busy[0].value.withLock { $0.close() }
      #expect(try await eventually { try await server.answer(to: TestServer.request)?.status == 200 })
    }
  }

  /// Silent connections do not replace those that were answered.
  @Test func silentConnectionsGoFirst() async throws {
    try await TestServer.run(connections: 4) { server in
      try await away { [port = server.port] in
        let first = try SocketClient(port: port)
        first.send(TestServer.request)
        #expect(first.answer()?.status == 200)
        var silent: [SocketClient] = []
        for _ in 0..<40 {
          silent.append(try SocketClient(port: port))
          // Meanwhile others are answered.
          guard silent.count % 10 == 0 else { continue }
          let other = try SocketClient(port: port)
          other.send(TestServer.request)
          #expect(other.answer()?.status == 200)
        }
        first.send(TestServer.request)
        #expect(first.answer()?.status == 200)
        #expect(silent[0].isEnded())
      }
    }
  }

  /// Many simultaneous connections wait until there is room, and each is answered.
  @Test func manyAtOnceAreAllAnswered() async throws {
    try await TestServer.run(connections: 64) { server in
      let statuses = try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask {
            try await away { [port = server.port] in
              // Silent connections in between, which are closed in favour of the others.
              var silent: [SocketClient] = []
              return try (0..<40).map { _ in
                for _ in 0..<8 { silent.append(try SocketClient(port: port)) }
                let one = try SocketClient(port: port)
                one.send(TestServer.request)
                return one.answer()?.status
              }
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(statuses.count == 160)
      #expect(statuses.allSatisfy { $0 == 200 || $0 == 503 }, "\(statuses)")
    }
  }

  /// Open files are shared so that figures can always be drawn, and a browser always has its connections.
  @Test func openFilesAreSharedOut() throws {
    for (drawings, limit, open) in [
      (2, 256, 12), (8, 256, 20), (40, 256, 20), (192, 1024, 30), (1, 60, 12), (2, 70, 15), (2, 65_536, 15),
    ] {
      let room = try DescriptorRoom(drawings: drawings, limit: limit, open: open)
      let all = open + DescriptorRoom.spare + room.drawings * DescriptorRoom.ofDrawing + room.connections
      #expect(all <= limit && (1...drawings).contains(room.drawings))
      #expect((DescriptorRoom.fewestConnections...ConnectionLimits.connections).contains(room.connections))
    }
    #expect(try DescriptorRoom(drawings: 2, limit: 1024, open: 15) == DescriptorRoom(connections: 256, drawings: 2))
    #expect(try DescriptorRoom(drawings: 8, limit: 256, open: 20) == DescriptorRoom(connections: 140, drawings: 8))
    for (limit, open) in [(57, 12), (32, 12), (0, 0), (10, 400)] {
      let error = #expect(throws: ExplorerError.self) { try DescriptorRoom(drawings: 2, limit: limit, open: open) }
      #expect(error == .tooFewFiles(limit: limit, needed: open + 46))
    }
    #expect(try DescriptorRoom(drawings: 2).drawings >= 1)
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
