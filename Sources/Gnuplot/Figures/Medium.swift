/// What pictures are drawn for. It decides their size, and how large letters and how broad lines are.
public enum Medium: String, CaseIterable, Codable, Hashable, Sendable {
  /// A page in a browser, as large as the figure asks for.
  case web
  /// A slide of 16 to 9 whose letters are read from the last row: 18 points on a slide of 13.3 inches. A figure of many
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

  /// The same in points, as gnuplot's cairo terminals have it.
  var points: Int {
    switch self {
    case .web: 11
    case .slides: 18
    case .paper: 8
    }
  }

  /// How much broader lines are than on the web.
  var lineWidth: Double {
    switch self {
    case .web: 1
    case .slides: 1.75
    case .paper: 0.75
    }
  }

  /// How many pixels a PNG has for one of the picture.
  var pixelRatio: Double {
    switch self {
    case .web: 2
    case .slides: 1.5
    case .paper: 4
    }
  }

  /// The width of every picture; nil where the figure chooses it.
  var width: Double? {
    switch self {
    case .web: nil
    case .slides: 1280
    case .paper: 326
    }
  }

  /// The height of a picture that has room in it; nil where it follows from the panels.
  var height: Double? { self == .slides ? 720 : nil }

  /// How long a name beside an axis may be, in letters' heights.
  var longestName: Double {
    switch self {
    case .web: 13
    case .slides: 10
    case .paper: 7.5
    }
  }

  /// Small print in parts of the letters' height.
  static let smallPrint = 0.88
}
