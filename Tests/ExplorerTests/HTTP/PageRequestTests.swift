import Testing

@testable import Explorer

@Suite struct PageRequestTests {
  private func parts(_ target: String) -> [String]? {
    PageRequest(.get, target: target).map { [$0.path] + $0.query.map { "\($0.name)=\($0.text)" } }
  }

  @Test(arguments: [
    ("/", ["/"]), ("/run?", ["/run"]), ("/run?&&", ["/run"]),
    ("/run?set=flip%3D0.1&set=a%3db", ["/run", "set=flip=0.1", "set=a=b"]),
    ("/run?set=a=b=c", ["/run", "set=a=b=c"]), ("/run?theory", ["/run", "theory="]), ("/run?=x", ["/run", "=x"]),
    ("/run?probe=Coral+reef%3A%C3%A9+%2B", ["/run", "probe=Coral reef:é +"]),
    ("/a%20b?x=%F0%9F%A6%88", ["/a b", "x=🦈"]), ("/run?x=a?b", ["/run", "x=a?b"]),
    ("/figures/%2e%2e%2Fx", ["/figures/../x"]), ("/run?x=%0A%0d", ["/run", "x=\n\r"]),
    ("//evil.example/", ["//evil.example/"]), ("/run?x=%2500", ["/run", "x=%00"]),
  ])
  func isDecoded(target: String, parts: [String]) { #expect(self.parts(target) == parts) }

  @Test(arguments: [
    "", "run", "?x", "*", "http://localhost/", "/%", "/%4", "/%g0", "/%-1", "/%+1", "/% 1", "/run?x=%", "/run?x=%f",
    "/run?%zz=1", "/run?x=%C3", "/run?x=%C3%28", "/run?x=%ED%A0%80", "/run?x=%C0%AF", "/run?x=%FF", "/%80",
    "/run?x=%00", "/run?%00", "/%00", "/run?x=\0", "/run?x=%é1", "/run?x=%F8%88%80%80%80",
  ])
  func damagedIsRefused(target: String) { #expect(parts(target) == nil) }

  @Test func onlySoManyParts() {
    let many = { "/run?" + Array(repeating: "x=1", count: $0).joined(separator: "&") }
    #expect(parts(many(PageRequest.largestQuery))?.count == PageRequest.largestQuery + 1)
    #expect(parts(many(PageRequest.largestQuery + 1)) == nil)
  }
}

@Suite struct HostPolicyTests {
  @Test(arguments: ["localhost", "127.0.0.1", "[::1]", "LocalHost", "localhost:8021", "127.0.0.1:1", "[::1]:65535"])
  func thisMachineIsAllowed(host: String) {
    for address in ["127.0.0.1", "::1", "localhost", "0.0.0.0"] {
      #expect(HostPolicy(listeningOn: address).allows(host))
    }
  }

  @Test(arguments: [
    "", ":8021", ":", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:80",
    "evil-localhost", "xlocalhost", "localhost.", "localhost:", "localhost:x", "localhost:65536", "localhost:-1",
    "localhost:+80", "localhost:80:80", "localhost:80 ", " localhost", "localhost@evil.example", "localhost/",
    "user@localhost", "[::1", "[::1]evil", "[::1]:", "::1", "[evil.example]", "127.0.0.1\r\n", "127.1", "2130706433",
    "0x7f.0.0.1", "0.0.0.0", "192.168.0.1",
  ])
  func othersAreRefused(host: String) { #expect(!HostPolicy(listeningOn: "127.0.0.1").allows(host)) }

  /// Numeric addresses cannot be made to point elsewhere, names can.
  @Test func numbersAreTakenWhereOthersComeIn() {
    let policy = HostPolicy(listeningOn: "0.0.0.0", allowed: ["Lab.example"])
    for host in ["192.168.0.7", "10.0.0.1:8021", "[fe80::1]:8021", "lab.example", "LAB.EXAMPLE:8021", "localhost"] {
      #expect(policy.allows(host), "\(host)")
    }
    for host in [
      "evil.example", "lab.example.evil.example", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.+4", "+1.2.3.4", "1.2.3.-0",
      "1.2.3.", "192.168.0.7.evil.example", "192.168.0.7:70000", "sub.lab.example",
    ] {
      #expect(!policy.allows(host), "\(host)")
    }
    #expect(HostPolicy(listeningOn: "127.0.0.1", allowed: ["lab.example"]).allows("lab.example"))
    #expect(!HostPolicy(listeningOn: "127.0.0.1", allowed: ["lab.example"]).allows("192.168.0.7"))
  }

  /// The program prints the address that it listens on; it must answer to it.
  @Test(arguments: [
    ("127.0.0.2", "127.0.0.2:8021"), ("lab.example", "Lab.example:8021"), ("Lab.example", "lab.example"),
    ("fd00::1", "[fd00::1]:8021"),
  ])
  func whatIsListenedOnIsAllowed(address: String, host: String) {
    #expect(HostPolicy(listeningOn: address).allows(host))
    #expect(!HostPolicy(listeningOn: address).allows("evil.example"))
  }

  @Test func loopback() {
    for address in ["localhost", "127.0.0.1", "127.255.0.3", "::1"] { #expect(HostPolicy.isLoopback(address)) }
    for address in [
      "0.0.0.0", "::", "192.168.0.1", "127.evil.example", "127.0.0.1.evil.example", "127.", "", "127.0.0",
    ] {
      #expect(!HostPolicy.isLoopback(address), "\(address)")
    }
  }
}
