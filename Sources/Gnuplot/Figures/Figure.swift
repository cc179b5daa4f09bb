/// A picture as a value: panels, and the tables they are drawn from.
///
/// A figure becomes a script that a person can read and run by hand, and one file for each table. It holds no plotting
/// state, so that equal figures give equal files.
public struct Figure: Hashable, Sendable {
  /// The name of the script and of the image, without ending: small letters, digits and hyphens.
  public var name: String
  /// What is to be seen, in one line; the script's first comment.
  public var caption: String
  /// Width and height in pixels on a screen of ordinary resolution. A picture grows where its texts need more room; slides
  /// and papers have a width of their own.
  public var size: Size
  /// The panels, drawn in this order.
  public var panels: [Panel]
  /// The tables that the panels' layers name.
  public var tables: [Table]
  /// How it moves; nil for a figure that stands still.
  public var animation: Animation?
  /// What it was made from, in a small line at the bottom: the dataset, η, γ, the seed.
  public var footer: String?
  /// Whether names are shortened, and panels moved apart, so that all texts have room. Else everything stands where it was
  /// put, and the picture is the same in every medium.
  public var isLaidOut: Bool

  /// Width and height of a picture.
  public struct Size: Hashable, Sendable {
    /// Width in pixels.
    public var width: Int
    /// Height in pixels.
    public var height: Int

    /// A size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// 900 × 560 prints well at a text's width.
  public static let standardSize = Size(width: 900, height: 560)

  /// A figure.
  public init(
    name: String, caption: String, size: Size = standardSize, panels: [Panel], tables: [Table],
    animation: Animation? = nil, footer: String? = nil, isLaidOut: Bool = true
  ) {
    self.name = name
    self.caption = caption
    self.size = size
    self.panels = panels
    self.tables = tables
    self.animation = animation
    self.footer = footer
    self.isLaidOut = isLaidOut
  }
}
