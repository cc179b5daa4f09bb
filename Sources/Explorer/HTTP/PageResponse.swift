internal import Experiments
internal import Support

/// The answer to a browser.
struct PageResponse: Sendable {
  let status: Int
  var type: MediaType
  var body: [UInt8]
  /// Headers besides those of every answer.
  var headers: [(name: String, text: String)] = []

  enum MediaType: String, Sendable {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json; charset=utf-8"
    case text = "text/plain; charset=utf-8"
    case table = "text/tab-separated-values; charset=utf-8"
    case svg = "image/svg+xml"
    case png = "image/png"
    case pdf = "application/pdf"
    case gif = "image/gif"
    case bytes = "application/octet-stream"
  }

  init(_ status: Int = 200, _ type: MediaType, _ body: [UInt8]) {
    (self.status, self.type, self.body) = (status, type, body)
  }

  /// An answer with a sentence.
  init(_ status: Int, sentence: String) {
    self.init(status, .text, Array((sentence + "\n").utf8))
  }

  /// The answer as a file to download.
  func saved(as fileName: String) -> PageResponse {
    var saved = self
    saved.headers.append(("Content-Disposition", "attachment; filename=\"\(fileName)\""))
    return saved
  }

  /// Headers of every answer: nothing is loaded from elsewhere, and no other site may read the page.
  ///
  /// gnuplot's figures contain style attributes and images; scripts come from the program only.
  ///
  /// - Parameter origins: the sites that may show the page in a frame; usually none.
  static func commonHeaders(framedBy origins: [String] = []) -> [(name: String, text: String)] {
    let frames = origins.isEmpty ? "'none'" : origins.joined(separator: " ")
    return [
      (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
          + "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors \(frames)"
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
  }
}

/// A file of the page.
struct Asset: Sendable {
  let type: PageResponse.MediaType
  let bytes: [UInt8]
  /// Changes with the content, so that a browser can check whether its cached copy is current.
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
    "/playback.js": Asset(.script, ReportPage.playback + Array("\nexport { playback };\n".utf8)),
    "/player.js": Asset(.script, PackageResources.player_js),
    "/icon.svg": Asset(.svg, PackageResources.icon_svg),
  ]

  /// The answer to a browser that may have a cached copy.
  func answer(ifOtherThan known: String?) -> PageResponse {
    var response = known == version ? PageResponse(304, type, []) : PageResponse(200, type, bytes)
    response.headers = [("ETag", version), ("Cache-Control", "no-cache")]
    return response
  }
}
