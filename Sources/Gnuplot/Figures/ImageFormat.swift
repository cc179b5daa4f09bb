/// The format of an image.
public enum ImageFormat: String, CaseIterable, Codable, Hashable, Sendable {
  /// Scalable, for the web and for editing.
  case svg
  /// Pixels at twice the screen's resolution, for slides.
  case png
  /// Scalable, for print.
  case pdf

  /// The name of gnuplot's terminal for the format.
  public var terminalName: String {
    switch self {
    case .svg: "svg"
    case .png: "pngcairo"
    case .pdf: "pdfcairo"
    }
  }

  /// The extension of an animated figure's image, whatever the format of others: GIF works in every browser and editor.
  public static let animationEnding = "gif"
  /// The name of gnuplot's terminal for animated figures. Some builds of gnuplot lack it.
  public static let animationTerminalName = "gif"

  /// The extensions of images.
  public static let allEndings = allCases.map(\.rawValue) + [animationEnding]

  /// The command that chooses gnuplot's terminal for a picture of a size.
  func terminal(_ size: Figure.Size, _ medium: Medium) -> String {
    let ratio = medium.pixelRatio
    let broad = { (factor: Double) in
      let width = factor * medium.lineWidth
      return width == 1 ? "" : " linewidth \(width.tableText)"
    }
    switch self {
    case .svg:
      let letter = (medium.letter * 100).rounded() / 100
      return
        "set terminal \(terminalName) size \(size.width),\(size.height) font 'Helvetica,\(letter.tableText)'\(broad(1)) "
        + "background 'white'"
    case .png:
      let (width, height) = (ratio * Double(size.width), (ratio * Double(size.height)).rounded())
      return
        "set terminal \(terminalName) size \(width.tableText),\(height.tableText) font 'Helvetica,\(medium.points)' "
        + "fontscale \(ratio.tableText)\(broad(ratio)) pointscale \((ratio * medium.lineWidth).tableText) background 'white'"
    case .pdf:
      return "set terminal \(terminalName) size \(Self.inches(size.width)),\(Self.inches(size.height)) "
        + "font 'Helvetica,\(medium.points)' fontscale 1\(broad(2)) background 'white'"
    }
  }

  /// 96 pixels to the inch, as on the web.
  private static func inches(_ pixels: Int) -> String {
    "\((Double(pixels) / 96 * 100).rounded() / 100)in"
  }

  /// Whether bytes begin and end as an image of a format does.
  ///
  /// - Parameter format: nil for an animated figure's GIF.
  static func isWhole(_ bytes: [UInt8], _ format: ImageFormat?) -> Bool {
    let (beginning, end): ([UInt8], [UInt8]) =
      switch format {
      case .svg: (Array("<?xml".utf8), Array("</svg>".utf8))
      case .png: ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82])
      case .pdf: (Array("%PDF-".utf8), Array("%%EOF".utf8))
      case nil: (Array("GIF8".utf8), [0x3B])
      }
    let spaces: Set<UInt8> = format == .svg || format == .pdf ? [0x0A, 0x0D, 0x20] : []
    guard let last = bytes.lastIndex(where: { !spaces.contains($0) }) else { return false }
    return bytes.starts(with: beginning) && bytes[...last].suffix(end.count).elementsEqual(end)
  }
}

/// The medium that pictures are drawn for. It determines their size, the size of letters and the width of lines.
public enum Medium: String, CaseIterable, Codable, Hashable, Sendable {
  /// A page in a browser, as large as the figure asks for.
  case web
  /// A 16:9 slide with letters that can be read from the last row: 18 points on a slide 13.3 inches wide. A figure with many
  /// panels is higher than a slide.
  case slides
  /// A column of a paper, 3.4 inches wide, with letters of 7 and 8 points.
  case paper

  /// The height of letters in pixels, 96 of which are an inch.
  package var letter: Double {
    switch self {
    case .web: 15
    case .slides: 24
    case .paper: 32.0 / 3
    }
  }

  /// The same in points, as gnuplot's cairo terminals need it.
  var points: Int {
    switch self {
    case .web: 11
    case .slides: 18
    case .paper: 8
    }
  }

  /// The width of lines relative to the web.
  var lineWidth: Double {
    switch self {
    case .web: 1
    case .slides: 1.75
    case .paper: 0.75
    }
  }

  /// The number of pixels of a PNG per pixel of the picture.
  var pixelRatio: Double {
    switch self {
    case .web: 2
    case .slides: 1.5
    case .paper: 4
    }
  }

  /// The width of every picture; nil if the figure determines it.
  var width: Double? {
    switch self {
    case .web: nil
    case .slides: 1280
    case .paper: 326
    }
  }

  /// The height of a picture whose panels fit; nil if it follows from the panels.
  var height: Double? { self == .slides ? 720 : nil }

  /// How long a name beside an axis may be, in letters' heights.
  var longestName: Double {
    switch self {
    case .web: 13
    case .slides: 10
    case .paper: 7.5
    }
  }

  /// The size of small print relative to other letters.
  static let smallPrint = 0.88
}
