internal import Gnuplot
internal import LearningDynamics
internal import Support

/// An axis of a sweep, and how it is drawn.
struct ShownAxis: Equatable, Sendable {
  /// How the values are placed along the axis of curves.
  enum Scale: Equatable, Sendable {
    /// By their numbers.
    case linear
    /// By their logarithms.
    case logarithmic
    /// One after another, for texts and unordered lists.
    case byIndex
  }

  /// The column's name.
  let name: String
  /// The values in their order, spelled as in the table.
  let values: [String]
  /// The number of values, which need not be listed if they are not shown.
  let count: Int
  /// The values as numbers; nil if one of them is not a number.
  let numbers: [Double]?
  /// How they are drawn.
  let scale: Scale

  init(name: String, values: [String], count: Int? = nil) {
    self.name = name
    self.values = values
    self.count = count ?? values.count
    let numbers = values.compactMap(Double.init).filter(\.isFinite)
    self.numbers = numbers.count == values.count ? numbers : nil
    scale = Self.scale(of: self.numbers)
  }

  /// The axis label on figures.
  var label: String {
    switch name {
    case "eta": "learning rate η"
    case "gamma": "initial scale γ"
    case "epsilon": "effective learning rate ε"
    case "hidden": "hidden layers"
    default: name
    }
  }

  /// "η = 0.15", "hidden layers: 30,30".
  func title(of index: Int) -> String {
    let symbol = ["eta": "η", "gamma": "γ", "epsilon": "ε"][name]
    if let symbol { return "\(symbol) = \(shortTexts[index])" }
    return "\(name) = \(name == "hidden" ? values[index] : shortTexts[index])"
  }

  /// The values short enough for marks: numbers with at least three digits, and as many as distinguish them.
  var shortTexts: [String] {
    guard let numbers else { return values }
    let distinct = Set(numbers).count
    for digits in 3...9 {
      let texts = numbers.map { Self.text($0, digits) }
      if Set(texts).count == distinct { return texts }
    }
    return values
  }

  /// "1e-12", "1e-4" and "1e6", not "0.0001" and "1e+06".
  static func text(_ number: Double, _ digits: Int) -> String {
    // 0.1 + 0.2 is not 0.3, and a thousandth may be a little less.
    let number = number.rounded(significant: digits)
    if number == number.rounded(), number.magnitude < 1e6 { return "\(Int(number))".replacing("-", with: "−") }
    let text = number.significant(digits)
    if let mark = text.firstIndex(of: "e") {
      return "\(text[..<mark])e\(Int(text[text.index(after: mark)...].filter { $0 != "+" }) ?? 0)"
    }
    guard number != 0, number.magnitude < 0.001 else { return text }
    // Numbers down to 0.0001 are written out; a thousandth of it has an exponent.
    let small = Self.text(number * 1e-3, digits)
    guard let mark = small.firstIndex(of: "e"), let power = Int(small[small.index(after: mark)...]) else { return text }
    return "\(small[..<mark])e\(power + 3)"
  }

  /// Logarithmic where neighbours' ratios vary less than their differences, over at least a factor of eight.
  private static func scale(of numbers: [Double]?) -> Scale {
    guard let numbers, numbers.count > 1 else { return numbers == nil ? .byIndex : .linear }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    guard steps.allSatisfy({ $0 > 0 }) || steps.allSatisfy({ $0 < 0 }) else { return .byIndex }
    let (least, most) = (min(numbers[0], numbers[numbers.count - 1]), max(numbers[0], numbers[numbers.count - 1]))
    guard least > 0 else {
      // Zero beside powers of ten: they could not be distinguished on either scale.
      let smallest = numbers.map(\.magnitude).filter { $0 > 0 }.min() ?? 1
      return max(most, -least) / smallest > 1000 ? .byIndex : .linear
    }
    guard most / least >= (numbers.count == 2 ? 10 : 8) else { return .linear }
    let logarithms = zip(numbers, numbers.dropFirst()).map { ($1 / $0).logarithm }
    return variation(logarithms) < variation(steps) || numbers.count == 2 ? .logarithmic : .linear
  }

  /// The standard deviation divided by the mean.
  private static func variation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return square.squareRoot() / mean.magnitude
  }

  /// The position of a number between the values, counted by index: by logarithms if the scale is logarithmic.
  ///
  /// Half a step beyond the ends still belongs to the outer cells.
  ///
  /// - Returns: nil for numbers further outside, and if the values are not ordered numbers.
  func place(of number: Double) -> Double? {
    guard let numbers, numbers.count > 1, scale != .byIndex, number.isFinite else { return nil }
    let isLogarithmic = scale == .logarithmic
    guard !isLogarithmic || number > 0 else { return nil }
    func coordinate(_ value: Double) -> Double { isLogarithmic ? value.logarithm : value }
    let places = numbers.map(coordinate)
    let direction: Double = places[0] < places[1] ? 1 : -1
    let wanted = coordinate(number)
    var before = 0
    while before < places.count - 2, (wanted - places[before + 1]) * direction >= 0 { before += 1 }
    let place = Double(before) + (wanted - places[before]) / (places[before + 1] - places[before])
    return place >= -0.5 && place <= Double(places.count) - 0.5 ? place : nil
  }
}

extension Double {
  /// The natural logarithm.
  var logarithm: Double { log(self) }

  /// The next power of ten below, or the number itself if it is one.
  var decadeBelow: Double {
    let power = pow(10, floor(log10(self) + 1e-9))
    return power.rounded(significant: 3)
  }

  /// The next power of ten above, or the number itself if it is one.
  var decadeAbove: Double {
    let power = pow(10, ceil(log10(self) - 1e-9))
    return power.rounded(significant: 3)
  }
}

/// The layout of a map: the cells, names along both sides, the colour bar, and the legend beside it.
struct MapLayout {
  let size: Figure.Size
  let area: Panel.Area
  let x: Axis
  let y: Axis
  /// The left edge of the colour bar, as a fraction of the picture.
  let barLeft: Double
  let legend: Panel.Legend
  /// The width and height of a cell in pixels.
  let cell: (width: Double, height: Double)

  /// About the width of a character in pixels.
  private static let characterWidth = 8.0
  /// The most characters of a name; longer names are shortened.
  private static let longestName = 18

  init(x columns: ShownAxis, y rows: ShownAxis) {
    let (xTexts, yTexts) = (columns.shortTexts, rows.shortTexts)
    func longest(_ texts: [String]) -> Double {
      Double(min(texts.map(\.count).max() ?? 0, Self.longestName)) * Self.characterWidth
    }
    let count = Double(columns.values.count)
    let width = min(max(60 * count, 300, columns.numbers == nil ? count * (longest(xTexts) + 12) : 0), 620)
    let height = min(max(34 * Double(rows.values.count), 190), 430)
    // Numbers that do not fit are left out, because the series is clear; texts are rotated.
    let room = Int(width / (longest(xTexts) + 12))
    let isTurned = columns.numbers == nil && xTexts.count > room
    let below = isTurned ? longest(xTexts) : 20
    let left = 75 + max(longest(yTexts), 24)
    let right = 400.0
    let top = 45.0
    let bottom = 85 + below
    size = Figure.Size(width: Int(left + width + right), height: Int(top + height + bottom))
    area = Panel.Area(in: size, left: left, right: right, bottom: bottom, top: top)
    x = .names(xTexts, label: columns.label, rotated: isTurned, atMost: isTurned ? 20 : max(1, min(20, room)))
    y = .names(yTexts, label: rows.label, atMost: max(1, min(20, Int(height / 20))))
    barLeft = area.right + 15 / Double(size.width)
    legend = .beside(area, in: size, gap: 120)
    cell = (width / Double(columns.values.count), height / Double(rows.values.count))
  }

  /// The length of a mark in pixels; shorter in small cells.
  private static let markLength = 11.0

  /// A cross that is as high as wide, within a cell.
  var cross: Marks.Shape {
    let length = min(Self.markLength, 0.75 * min(cell.width, cell.height))
    return .cross(
      width: Self.rounded(length / cell.width), height: Self.rounded(length / cell.height),
      line: Self.rounded(min(1.5, length / 6)))
  }

  /// A dot that is small in its cell; nil if cells are so small that dots would cover them.
  var dot: Marks.Shape? {
    let side = min(cell.width, cell.height)
    return side < 8 ? nil : .dot(size: Self.rounded(min(0.4, 0.04 * side)))
  }

  /// Rounded to three decimals, finer than a line.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
