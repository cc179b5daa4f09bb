/// One pair of axes with what is drawn on it.
public struct Panel: Hashable, Sendable {
  /// The position of the axes' box, as fractions of the picture from its lower left corner.
  public struct Area: Hashable, Sendable {
    /// The left edge, from 0 to 1.
    public var left: Double
    /// The right edge.
    public var right: Double
    /// The lower edge.
    public var bottom: Double
    /// The upper edge.
    public var top: Double

    /// An area.
    public init(left: Double, right: Double, bottom: Double, top: Double) {
      self.left = left
      self.right = right
      self.bottom = bottom
      self.top = top
    }

    /// The area that remains of a picture inside margins in pixels; the defaults have room for a title and for both
    /// axes with their labels.
    public init(
      in size: Figure.Size, left: Double = 95, right: Double = 30, bottom: Double = 80, top: Double = 45
    ) {
      let (width, height) = (Double(size.width), Double(size.height))
      self.init(left: left / width, right: 1 - right / width, bottom: bottom / height, top: 1 - top / height)
    }
  }

  /// The position of the legend.
  public enum Legend: Hashable, Sendable {
    /// With its upper left corner at a point, as fractions of the picture.
    case at(x: Double, y: Double)
    /// To the right of an area, a gap in pixels away.
    public static func beside(_ area: Area, in size: Figure.Size, gap: Double = 25) -> Legend {
      .at(x: area.right + gap / Double(size.width), y: area.top)
    }

    /// In the upper right corner of the axes' box.
    case topRight
  }

  /// The axes' box.
  public var area: Area
  /// The panel's title.
  public var title: String?
  /// Whether the frame's position follows the title, in an animated figure.
  public var titleEndsWithPosition: Bool
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis on the left.
  public var y: Axis
  /// The vertical axis on the right, if any.
  public var secondY: Axis?
  /// How values become colours, for panels with images.
  public var colors: ColorScale?
  /// The legend's position; nil for no legend.
  public var legend: Legend?
  /// A line of small print below the panel, if any.
  public var note: String?
  /// Whether a unit has the same length on both axes: their ranges are extended to the shape of the box, with room for
  /// names.
  public var hasEqualUnits: Bool
  /// What is drawn, from back to front.
  public var layers: [Layer]

  /// A panel; by default it fills a picture of the standard size.
  public init(
    area: Area = Area(in: Figure.standardSize), title: String? = nil, titleEndsWithPosition: Bool = false, x: Axis,
    y: Axis, secondY: Axis? = nil, colors: ColorScale? = nil,
    legend: Legend? = nil, note: String? = nil, hasEqualUnits: Bool = false, layers: [Layer]
  ) {
    self.area = area
    self.title = title
    self.titleEndsWithPosition = titleEndsWithPosition
    self.x = x
    self.y = y
    self.secondY = secondY
    self.colors = colors
    self.legend = legend
    self.note = note
    self.hasEqualUnits = hasEqualUnits
    self.layers = layers
  }
}
