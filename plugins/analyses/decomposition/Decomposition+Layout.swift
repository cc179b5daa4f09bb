import Gnuplot

extension Decomposition {
  /// Where the panels stand, in pixels from the upper left corner.
  ///
  /// Below: items, strengths and features of the modes, a row for each mode. Above the features: the data.
  struct Layout {
    let size: Figure.Size
    let upperHeight: Double
    private let lowerHeight: Double
    /// The columns of features; nil where there are none of their kind.
    let together: Panel.Area?
    let alone: Panel.Area?

    private static let top = 45.0
    private static let gap = 105.0
    private static let bottom = 150.0
    private static let itemsRight = 400.0
    private static let strengthsLeft = 510.0
    private static let strengthsRight = 750.0

    init(modes: Int, inputs: Int, alone count: Int, hasTogether: Bool) {
      upperHeight = min(max(18 * Double(inputs), 110), 380)
      lowerHeight = modes == 0 ? 0 : max(30 * Double(modes), 90)
      let height = Self.top + upperHeight + (modes == 0 ? 0 : Self.gap) + lowerHeight + Self.bottom
      size = Figure.Size(width: 1500, height: Int(height))
      let (left, right) = (modes == 0 ? 130.0 : 860.0, 1400.0)
      // Each named feature has room for its name.
      let width = hasTogether ? min(max(20 * Double(count), 40), 340) : right - left
      let split = count == 0 ? right : right - width
      let rest = count == 0 ? right : split - 30
      func column(_ from: Double, _ to: Double) -> Panel.Area {
        Panel.Area(left: from / 1500, right: to / 1500, bottom: 0, top: 1)
      }
      together = hasTogether ? column(left, rest) : nil
      alone = count > 0 ? column(split, right) : nil
    }

    /// Whether features side by side have too little room for many words.
    var isNarrow: Bool { (together.map { $0.right - $0.left } ?? 1) * Double(size.width) < 340 }

    /// The rightmost column, beside which a colour bar stands.
    var last: Panel.Area { alone ?? together ?? items }

    /// The upper part of a column.
    func upper(_ column: Panel.Area) -> Panel.Area { rows(column, Self.top, upperHeight) }

    /// The lower part of a column.
    func lower(_ column: Panel.Area) -> Panel.Area { rows(column, Self.top + upperHeight + Self.gap, lowerHeight) }

    var explained: Panel.Area { upper(column(110, Self.itemsRight)) }
    var items: Panel.Area { lower(column(110, Self.itemsRight)) }
    var strengths: Panel.Area { lower(column(Self.strengthsLeft, Self.strengthsRight)) }
    var featureBarLeft: Double { barLeft(of: last) }

    /// The left edge of a colour bar beside an area.
    func barLeft(of area: Panel.Area) -> Double { area.right + 10 / Double(size.width) }

    private func column(_ left: Double, _ right: Double) -> Panel.Area {
      Panel.Area(left: left / Double(size.width), right: right / Double(size.width), bottom: 0, top: 1)
    }

    private func rows(_ column: Panel.Area, _ top: Double, _ height: Double) -> Panel.Area {
      let total = Double(size.height)
      return Panel.Area(
        left: column.left, right: column.right, bottom: 1 - (top + height) / total, top: 1 - top / total)
    }
  }
}
