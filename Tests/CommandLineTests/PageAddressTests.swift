import TestSupport
import Testing

/// Addresses of front servers and framing sites are checked before the page starts.
@Suite struct PageAddressTests {
  @Test(
    arguments: [
      ("--allow-host", "*", "a star would let any site use the page"),
      ("--allow-host", "*.example.org", "a star would"),
      ("--allow-host", "hub.example.org:8000", "without a port"), ("--allow-host", "", "a single host name"),
      ("--allow-host", "https://hub.example.org", "a single host name"),
      ("--base-path", "lecture", "a slash at its beginning"), ("--base-path", "/a b", "a path of letters"),
      ("--base-path", "/../a", "a path of letters"), ("--base-path", "/a//b", "a path of letters"),
      ("--base-path", "/a;b", "a path of letters"), ("--base-path", "", "a path of letters"),
      ("--allow-frame", "*", "without other stars"), ("--allow-frame", "https://*.example.org", "without other stars"),
      ("--allow-frame", "hub.example.org", "a site's scheme and host"),
      ("--allow-frame", "https://hub.example.org/course", "without a path"),
      ("--allow-frame", "https://hub.example.org; script-src *", "without a path"),
      ("--allow-frame", "'self'", "a site's scheme and host"),
      ("--allow-frame", "http://localhost:**", "a site's scheme and host"),
    ])
  func badAddressesAreRefused(option: String, text: String, advice: String) async throws {
    let answer = try await BuiltProgram.run("explore", option, text)
    #expect(answer.code == 64 && answer.foldedErrors.contains("for '\(option)'"), "\(answer.errors)")
    #expect(answer.foldedErrors.contains(advice), "\(answer.errors)")
  }
}
