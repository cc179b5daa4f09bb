public import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// The texts of an SVG, or of another XML document.
public struct ImageText: Sendable {
  /// What its `text` elements show, in order.
  public private(set) var labels: [String] = []
  /// What its `title` elements say, in order.
  public private(set) var titles: [String] = []

  /// A document that is not well-formed.
  public struct NotWellFormed: Error, CustomStringConvertible {
    /// Where, and what is wrong.
    public let description: String
  }

  /// Reads a whole document.
  ///
  /// - Throws: ``NotWellFormed``.
  public init(_ document: Data) throws {
    // The parser reads on after bytes that are not text, which readers of the image need not.
    guard String(validating: document, as: UTF8.self) != nil else { throw NotWellFormed(description: "not UTF-8") }
    let reader = Reader()
    let parser = XMLParser(data: document)
    parser.delegate = reader
    // A file that ends too early is reported only as an error, and one without an element not at all.
    guard parser.parse(), parser.parserError == nil, reader.isWhole else {
      let reason = parser.parserError.map { "\($0)" } ?? "there is no element"
      throw NotWellFormed(description: "line \(parser.lineNumber), column \(parser.columnNumber): \(reason)")
    }
    labels = reader.texts["text"] ?? []
    titles = reader.texts["title"] ?? []
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    private(set) var isWhole = false
    private var open: String?

    func parserDidEndDocument(_ parser: XMLParser) { isWhole = true }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      guard open == nil, name == "text" || name == "title" else { return }
      open = name
      texts[name, default: []].append("")
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      guard let open, var shown = texts[open]?.popLast() else { return }
      // By code points: an accent that begins a piece stays what it is.
      shown.unicodeScalars.append(contentsOf: characters.unicodeScalars)
      texts[open]?.append(shown)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == open { open = nil }
    }
  }
}
