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
        #expect(settings.map { $0["name"] as? String } == description.parameters.map(\.name))
        #expect(settings.map { $0["usual"] as? String } == description.parameters.map(\.defaultText))
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

  /// The policy is repeated here, so that it is not weakened by accident.
  @Test func everyAnswerForbidsWhatThePageDoesNotNeed() throws {
    let common = Dictionary(PageResponse.commonHeaders.map { ($0.name, $0.text) }) { first, _ in first }
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
