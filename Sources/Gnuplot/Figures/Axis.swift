/// An axis: its label, range, scale and marks.
public struct Axis: Hashable, Sendable {
  /// The marks along an axis.
  public enum Marks: Hashable, Sendable {
    /// Chosen by gnuplot.
    case automatic
    /// The same without their numbers, for a panel above another with the same axis.
    case unlabelled
    /// None.
    case none
    /// Texts at positions; rotated for long names on a horizontal axis.
    case named([Mark], rotated: Bool)
  }

  /// A text at a position.
  public struct Mark: Hashable, Sendable {
    /// The position in the axis's units.
    public var position: Double
    /// The text.
    public var text: String

    /// A mark.
    public init(_ text: String, at position: Double) {
      self.position = position
      self.text = text
    }
  }

  /// What the axis shows, with its unit.
  public var label: String?
  /// Both ends, the first at the origin; chosen by gnuplot if nil. A first end above the second reverses the axis.
  public var range: Range?
  /// Whether the axis is logarithmic.
  public var isLogarithmic: Bool
  /// The marks.
  public var marks: Marks
  /// Whether it shows the epochs of a training, so that what happens at an epoch can be marked.
  public var showsEpochs = false

  /// Both ends of an axis.
  public struct Range: Hashable, Sendable {
    /// The value at the origin.
    public var from: Double
    /// The value at the other end.
    public var to: Double

    /// A range; `from` may be above `to`.
    public init(_ from: Double, _ to: Double) {
      self.from = from
      self.to = to
    }
  }

  /// An axis.
  public init(
    _ label: String? = nil, range: Range? = nil, isLogarithmic: Bool = false, marks: Marks = .automatic
  ) {
    self.label = label
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.marks = marks
  }

  /// An axis along the rows or columns of an image, with a name at each, or at every second, third, … of many. Long names are
  /// shortened when the picture is laid out.
  ///
  /// - Parameters:
  ///   - names: one for each row or column.
  ///   - label: what the axis shows.
  ///   - fromTop: whether the first is at the top, as in a printed matrix.
  ///   - rotated: whether the names are turned by 90°.
  ///   - most: how many names fit; of more only every second, third, … is shown.
  public static func names(
    _ names: [String], label: String? = nil, fromTop: Bool = false, rotated: Bool = false, atMost most: Int = 20
  ) -> Axis {
    let ends = (-0.5, Double(names.count) - 0.5)
    let step = (names.count + most - 1) / max(1, most)
    let marks = stride(from: 0, to: names.count, by: max(1, step)).map { Mark(names[$0], at: Double($0)) }
    return Axis(
      label, range: fromTop ? Range(ends.1, ends.0) : Range(ends.0, ends.1),
      marks: .named(marks, rotated: rotated))
  }
}
