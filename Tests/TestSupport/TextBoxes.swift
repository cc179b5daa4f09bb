public import Foundation
internal import Gnuplot

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// The texts of an SVG that gnuplot drew, each with the rectangle that it takes in a font a fifth wider than Helvetica.
///
/// Nobody measures a font here: widths are the engine's table, which ``Gnuplot/TextWidth`` has from Adobe's metrics.
public struct TextBoxes: Sendable {
  /// A text and its place, in pixels from the upper left corner.
  public struct Box: Sendable {
    /// The text.
    public let text: String
    /// Its edges.
    public let left, right, top, bottom: Double
  }

  /// The size of the picture.
  public let width, height: Double
  /// The texts, in the order in which they are drawn.
  public let boxes: [Box]

  /// Half a pixel is nothing that anybody sees.
  private static let tolerance = 0.5

  /// Reads an image.
  public init(_ svg: Data) {
    let reader = Reader()
    let parser = XMLParser(data: svg)
    parser.delegate = reader
    _ = parser.parse()
    (width, height, boxes) = (reader.width, reader.height, reader.boxes)
  }

  /// What is wrong with the texts, in words: cut at the edge, or over another.
  public var problems: [String] {
    var found: [String] = []
    for (index, box) in boxes.enumerated() {
      if box.left < -Self.tolerance || box.top < -Self.tolerance || box.right > width + Self.tolerance
        || box.bottom > height + Self.tolerance
      {
        found.append("'\(box.text)' is cut at the edge")
      }
      for other in boxes[..<index] {
        let across = min(box.right, other.right) - max(box.left, other.left)
        let down = min(box.bottom, other.bottom) - max(box.top, other.top)
        if across > Self.tolerance, down > Self.tolerance { found.append("'\(box.text)' is over '\(other.text)'") }
      }
    }
    return found
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var (width, height) = (0.0, 0.0)
    var boxes: [Box] = []

    /// Where a text begins, as the group around it says.
    private struct Start {
      var x, y, turn, size: Double
      var anchor: String
    }

    private var starts: [Start?] = []
    private var runs: [(text: String, size: Double)]?
    private var size = 0.0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "svg":
        let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        if numbers.count == 4 { (width, height) = (numbers[2], numbers[3]) }
      case "g": starts.append(Self.start(attributes))
      case "text":
        runs = []
        size = starts.last.flatMap { $0?.size } ?? 0
      case "tspan":
        let base = starts.last.flatMap { $0?.size } ?? 0
        runs?.append(("", attributes["font-size"].flatMap { Double($0) } ?? base))
      default: break
      }
    }

    private static func start(_ attributes: [String: String]) -> Start? {
      guard let transform = attributes["transform"], let size = attributes["font-size"].flatMap({ Double($0) }) else {
        return nil
      }
      let numbers = transform.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      guard numbers.count >= 2 else { return nil }
      return Start(
        x: numbers[0], y: numbers[1], turn: numbers.count > 2 ? numbers[2] : 0, size: size,
        anchor: attributes["text-anchor"] ?? "start")
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      guard var all = runs, !all.isEmpty else { return }
      all[all.count - 1].text += characters
      runs = all
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "g" { _ = starts.popLast() }
      guard name == "text", let runs, let start = starts.last.flatMap(\.self) else { return }
      self.runs = nil
      let text = runs.map(\.text).joined()
      guard text.contains(where: { $0 != " " }) else { return }
      let length = runs.reduce(0) { $0 + $1.size * TextWidth.room($1.text) }
      let before = start.anchor == "end" ? length : start.anchor == "middle" ? length / 2 : 0
      // Capitals are 0.72 high, what hangs below the line 0.2.
      let (up, down) = (0.72 * start.size, 0.2 * start.size)
      boxes.append(
        start.turn == 0
          ? Box(
            text: text, left: start.x - before, right: start.x - before + length, top: start.y - up,
            bottom: start.y + down)
          : Box(
            text: text, left: start.x - up, right: start.x + down, top: start.y + before - length,
            bottom: start.y + before))
    }
  }
}
