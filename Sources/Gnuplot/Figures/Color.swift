/// A colour by its red, green and blue parts.
public struct Color: Hashable, Sendable {
  /// 0xRRGGBB.
  public let value: UInt32

  /// A colour from 0xRRGGBB.
  public init(_ value: UInt32) {
    self.value = value & 0xFF_FFFF
  }

  /// "#rrggbb".
  package var text: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Black.
  public static let black = Color(0x000000)
  /// Dark grey, for measured values without a category.
  public static let darkGrey = Color(0x404040)
  /// Middle grey, for guide lines and everything after the named categories.
  public static let grey = Color(0x999999)
  /// Light grey, for bands.
  public static let lightGrey = Color(0xD8D8D8)

  /// Okabe and Ito's colours for categories, distinguishable with any colour vision; yellow is left out because it is
  /// invisible on white. Okabe, M. & Ito, K. (2008), "Color universal design".
  public static let categories = [
    Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0xE69F00), Color(0x56B4E9), Color(0xCC79A7),
  ]

  /// The colour of the category with an index from 0; grey from the seventh on.
  public static func category(_ index: Int) -> Color {
    categories.indices.contains(index) ? categories[index] : grey
  }
}

/// How the values of an image become colours.
public struct ColorScale: Hashable, Sendable {
  /// A sequence of colours.
  public enum Palette: Hashable, Sendable {
    /// From dark blue to yellow, equally spaced to the eye and in grey: matplotlib's viridis.
    case viridis
    /// From blue through white to vermillion, for values around zero.
    case diverging
    /// Two colours, for no and yes.
    case noYes
    /// From white to blue.
    case whiteToBlue
  }

  /// The colour bar beside a panel.
  public struct Bar: Hashable, Sendable {
    /// The left edge as a fraction of the picture.
    public var left: Double
    /// What the colours stand for.
    public var label: String?
    /// The marks along it.
    public var marks: Axis.Marks

    /// A bar as high as its panel.
    public init(left: Double, label: String?, marks: Axis.Marks = .automatic) {
      self.left = left
      self.label = label
      self.marks = marks
    }
  }

  /// The colours.
  public var palette: Palette
  /// The values at both ends.
  public var range: Axis.Range
  /// The bar, if there is one.
  public var bar: Bar?
  /// Whether the scale is logarithmic; then the range is above zero.
  public var isLogarithmic: Bool

  /// A scale.
  public init(_ palette: Palette, range: Axis.Range, bar: Bar? = nil, isLogarithmic: Bool = false) {
    self.palette = palette
    self.range = range
    self.bar = bar
    self.isLogarithmic = isLogarithmic
  }
}

extension ColorScale.Palette {
  /// Colours at equal distances along the scale.
  package var stops: [Color] {
    switch self {
    case .viridis:
      [0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725].map(Color.init)
    case .diverging:
      [0x005A8F, 0x4A9CCB, 0xFFFFFF, 0xEE9B5F, 0xC24E00].map(Color.init)
    case .noYes:
      [0xE9EDF2, 0x0072B2].map(Color.init)
    case .whiteToBlue:
      [0xFFFFFF, 0x0072B2].map(Color.init)
    }
  }
}
