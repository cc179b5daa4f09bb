internal import Experiments
internal import Support

/// A file of the page.
struct Asset: Sendable {
  let type: PageResponse.MediaType
  let bytes: [UInt8]
  /// Changes with the content, so that a browser asks whether it has the right one instead of guessing.
  let version: String

  private init(_ type: PageResponse.MediaType, _ bytes: [UInt8]) {
    (self.type, self.bytes) = (type, bytes)
    var checksum = Checksum()
    checksum.add(bytes)
    version = "\"\(checksum.text)\""
  }

  /// The page's files by their paths.
  static let all: [String: Asset] = [
    "/": Asset(.html, PackageResources.index_html),
    "/style.css": Asset(.css, PackageResources.style_css),
    "/explore.js": Asset(.script, PackageResources.explore_js),
    "/state.js": Asset(.script, PackageResources.state_js),
    "/server.js": Asset(.script, PackageResources.server_js),
    "/controls.js": Asset(.script, PackageResources.controls_js),
    "/slider.js": Asset(.script, PackageResources.slider_js),
    "/pictures.js": Asset(.script, PackageResources.pictures_js),
    "/player.js": Asset(.script, PackageResources.player_js),
    "/icon.svg": Asset(.svg, PackageResources.icon_svg),
  ]

  /// The answer to somebody who may have it already.
  func answer(ifOtherThan known: String?) -> PageResponse {
    var response = known == version ? PageResponse(304, type, []) : PageResponse(200, type, bytes)
    response.headers = [("ETag", version), ("Cache-Control", "no-cache")]
    return response
  }
}
