import BuiltInPlugins
import Foundation
import PluginKit
import Testing

@testable import Explorer

@Suite(.timeLimit(.minutes(120))) struct RouterTests {
  private func headers(
    _ hosts: String..., site: String? = nil, known: String? = nil
  ) -> PageRequest.Headers {
    PageRequest.Headers(hosts: hosts, fetchSite: site, known: known)
  }

  @Test func theCatalogueHasEveryPlugin() async throws {
    let response = try await TestPage().get("/catalogue")
    #expect(response.status == 200 && response.type == .json && response.header("Cache-Control") == "no-store")
    let all = try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
    let registry = try PluginRegistry.builtIn()
    for (key, descriptions) in [
      ("datasets", registry.datasets.map(\.description)), ("analyses", registry.analyses.map(\.description)),
    ] {
      let entries = try #require(all[key] as? [[String: Any]])
      #expect(entries.map { $0["identifier"] as? String } == descriptions.map(\.identifier))
      for (entry, description) in zip(entries, descriptions) {
        let settings = try #require(entry["settings"] as? [[String: Any]])
        // The page reads no files.
        let shown = description.parameters.filter { $0.bounds != .tables }
        #expect(settings.map { $0["name"] as? String } == shown.map(\.name))
        #expect(settings.map { $0["usual"] as? String } == shown.map(\.defaultText))
      }
    }
    let limits = try #require(all["limits"] as? [String: Any])
    #expect(limits["epochs"] as? Int == ExplorationLimits().epochs)
  }

  @Test func everyAssetIsThereOnceOnly() async throws {
    let page = try TestPage()
    #expect(Asset.all.count == 11)
    for (path, asset) in Asset.all {
      let first = try await page.get(path)
      #expect(first.status == 200 && !first.body.isEmpty)
      let version = try #require(first.header("ETag"))
      #expect(first.header("Cache-Control") == "no-cache")
      let again = try await page.get(path, headers("localhost", known: version))
      #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == version)
      #expect(try await page.get(path, headers("localhost", known: "\"other\"")).status == 200)
      #expect(asset.version == version)
    }
    #expect(Set(Asset.all.values.map(\.version)).count == 11)
  }

  /// Nothing is loaded from elsewhere, so the page works without a network.
  @Test func assetsNameNoOtherPlace() {
    for (path, asset) in Asset.all {
      let text = String(decoding: asset.bytes, as: UTF8.self).replacing("http://www.w3.org/", with: "")
      #expect(!text.contains("http://") && !text.contains("https://"), "\(path)")
    }
    let html = String(decoding: Asset.all["/"]?.bytes ?? [], as: UTF8.self)
    // The content security policy would forbid both.
    #expect(!html.contains("<style") && !html.contains("onclick="))
    #expect(html.contains("<script type=\"module\" src=\""))
  }

  @Test func readingOnly() async throws {
    let page = try TestPage()
    for path in ["/", "/run", "/catalogue", "/figures/illusion.svg"] {
      let response = try await page.get(path, method: .other)
      #expect(response.status == 405 && response.header("Allow") == "GET, HEAD")
    }
    #expect(try await page.get("/catalogue", method: .head).status == 200)
  }

  @Test func otherSitesMayLinkOnly() async throws {
    let page = try TestPage()
    for site in ["cross-site", "same-site"] {
      for path in ["/run", "/catalogue", "/figures/illusion.svg"] {
        #expect(try await page.get(path, headers("localhost", site: site)).status == 403)
      }
      #expect(try await page.get("/", headers("localhost", site: site)).status == 200)
    }
    for site in ["same-origin", "none"] {
      #expect(try await page.get("/catalogue", headers("localhost", site: site)).status == 200)
    }
  }

  @Test func otherNamesAreRefused() async throws {
    let page = try TestPage()
    for path in ["/", "/run", "/catalogue", "/nothing"] {
      for refused in [
        headers(), headers("evil.example"), headers("localhost", "evil.example"), headers("localhost", "localhost"),
      ] {
        let response = try await page.get(path, refused)
        #expect(
          response.status == 403 && response.type == .text && response.text.contains("address that the program printed")
        )
      }
    }
  }

  /// Behind a front server the page has a path, which that server may or may not remove. All its addresses are relative.
  @Test func answersUnderItsPath() async throws {
    let page = try TestPage(under: "/user/anna")
    for path in ["/user/anna/", "/", "/user/anna/explore.js", "/explore.js", "/user/anna/catalogue", "/catalogue"] {
      #expect(try await page.get(path, headers("localhost")).status == 200, "\(path)")
    }
    #expect(try await TestPage(under: "/a+b").get("/a+b/", headers("localhost")).status == 200)
    let moved = try await page.get("/user/anna", headers("localhost"))
    #expect(moved.status == 308 && moved.headers.contains { $0.name == "Location" && $0.text == "/user/anna/" })
    for path in ["/user/annabel/", "/user", "/user/anna/user/anna/", "/user/anna//"] {
      #expect(try await page.get(path, headers("localhost")).status == 404, "\(path)")
    }
    // The rules of the page hold under its path.
    #expect(try await page.get("/user/anna/run", headers("localhost", site: "cross-site")).status == 403)
    for path in ["/user/anna", "/user/anna/"] {
      #expect(try await page.get(path, headers("evil.example")).status == 403)
    }
    for file in ["/", "/explore.js", "/server.js", "/controls.js", "/pictures.js", "/player.js", "/style.css"] {
      let text = try await page.get(file, headers("localhost")).text
      #expect(
        !text.contains("\"/") && !text.contains("`/") && !text.contains("'/") && !text.contains("url(/"), "\(file)")
    }
  }

  /// Only named sites may show the page in a frame; everything else stays forbidden.
  @Test func onlyNamedSitesMayFrameIt() {
    func policy(_ origins: [String]) -> String {
      PageResponse.commonHeaders(framedBy: origins).first { $0.name == "Content-Security-Policy" }?.text ?? ""
    }
    #expect(policy([]).hasSuffix("frame-ancestors 'none'"))
    let framed = policy(["https://hub.example.org", "http://localhost:8888"])
    #expect(framed.hasSuffix("frame-ancestors https://hub.example.org http://localhost:8888"))
    #expect(framed.replacing("https://hub.example.org http://localhost:8888", with: "'none'") == policy([]))
    let names = { (origins: [String]) in PageResponse.commonHeaders(framedBy: origins).map(\.name) }
    #expect(names([]) == names(["https://hub.example.org"]))
  }

  /// The policy is repeated here, so that it is not weakened by accident.
  @Test func everyAnswerForbidsWhatThePageDoesNotNeed() throws {
    let common = Dictionary(PageResponse.commonHeaders().map { ($0.name, $0.text) }) { first, _ in first }
    let policy = try #require(common["Content-Security-Policy"]).split(separator: "; ").map(String.init)
    for rule in [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'",
      "form-action 'none'", "frame-ancestors 'none'",
    ] {
      #expect(policy.contains(rule), "\(rule)")
    }
    #expect(common["X-Content-Type-Options"] == "nosniff" && common["Referrer-Policy"] == "no-referrer")
    #expect(common["Cross-Origin-Resource-Policy"] == "same-origin")
    #expect(common["Access-Control-Allow-Origin"] == nil)
  }
}
