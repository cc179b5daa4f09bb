internal import LearningDynamics
internal import Support
internal import Yams

/// A part of a dataset file, and the line where it begins.
struct DocumentNode: Sendable {
  let line: Int
  let content: Content

  enum Content: Sendable {
    case nothing
    case text(String, TextStyle)
    case list([DocumentNode])
    case mapping([(key: DocumentNode, value: DocumentNode)])
  }

  /// How a text is written.
  enum TextStyle: Sendable {
    case plain, quoted
    /// In the lines below "key: |", read unchanged.
    case block
  }

  /// The text; nil if the part is not a text.
  var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// Whether it is a text in lines below its key.
  var isBlock: Bool {
    if case .text(_, .block) = content { true } else { false }
  }

  /// The kind of content, in words.
  var kind: String {
    switch content {
    case .nothing: "nothing"
    case .text(let text, _): "'\(text.shortened)'"
    case .list: "a list"
    case .mapping: "a group of keys"
    }
  }
}

extension DocumentNode {
  /// How deep lists and groups may be nested.
  static let largestDepth = 64

  /// Reads a YAML text.
  ///
  /// Dataset files need little of YAML: anything that could make a small file large or deep (anchors with aliases, endless
  /// nesting) is refused before the parser sees it or while its tree is read.
  ///
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  init(yaml text: String, file: String) throws(DatasetFileError) {
    let text = text.withoutByteOrderMark
    if let (line, reason) = YAMLLimits.problem(with: text) {
      throw DatasetFileError(file: file, line: line, reason: reason)
    }
    do {
      // Without rules for what is a number or a date: everything is a text here.
      let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Nodes refer to their anchors weakly; the parser owns them.
      defer { withExtendedLifetime(parser) {} }
      guard let root = try parser.singleRoot() else {
        throw DatasetFileError(file: file, reason: "The file is empty. \(DatasetDocument.advice)")
      }
      try self.init(root, file: file, depth: 0)
    } catch let error as DatasetFileError {
      throw error
    } catch let error as YamlError {
      throw DatasetFileError(error, file: file)
    } catch {
      throw DatasetFileError(file: file, reason: "It is not YAML.")
    }
  }

  private init(_ node: Node, file: String, depth: Int) throws(DatasetFileError) {
    let line = node.mark?.line ?? 1
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: file, line: line, reason: reason) }
    guard node.anchor == nil else {
      throw refuse("Anchors (&name) and aliases (*name) are not allowed. Write it out, or put the text in quotes.")
    }
    guard depth <= Self.largestDepth else { throw refuse("This is nested in more than \(Self.largestDepth) groups.") }
    self.line = line
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.string.isEmpty && scalar.style == .plain
      let style: TextStyle = scalar.style == .plain ? .plain : scalar.style == .literal ? .block : .quoted
      content = isNothing ? .nothing : .text(scalar.string, style)
    case .sequence(let sequence):
      var list: [DocumentNode] = []
      for element in sequence { list.append(try DocumentNode(element, file: file, depth: depth + 1)) }
      content = .list(list)
    case .mapping(let mapping):
      var pairs: [(DocumentNode, DocumentNode)] = []
      for (key, value) in mapping {
        pairs.append(
          (
            try DocumentNode(key, file: file, depth: depth + 1), try DocumentNode(value, file: file, depth: depth + 1)
          ))
      }
      content = .mapping(pairs)
    case .alias:
      throw refuse("Aliases (*name) are not allowed. Write it out, or put the text in quotes.")
    }
  }
}

extension DatasetFileError {
  /// An error of the YAML parser, with what usually causes it.
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .composer(_, "but found another document", let mark, _):
      self.init(
        file: file, line: mark.line, reason: "A second document begins here. Put each dataset into a separate file.")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, reason: Self.reason(for: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0.shortened)'" }.joined(separator: ", ")
      self.init(file: file, line: context.mark.line, reason: "\(names) is given twice. Give every key once.")
    case .reader(let problem, _, _, _):
      self.init(file: file, reason: "It cannot be read: \(problem).")
    default:
      self.init(file: file, reason: "It is not YAML.")
    }
  }

  private static func reason(for problem: String) -> String {
    problem.hasPrefix("Maximum nesting level")
      ? "Brackets or indentation are nested deeper than any dataset needs."
      : "This is not YAML: \(problem). \(advice(for: problem))"
  }

  private static func advice(for problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "Put text that contains \": \" in quotes."
    }
    if problem.contains("cannot start any token") {
      return "Indent with spaces, not tabs, and put text that begins with a special character in quotes."
    }
    if problem.contains("undefined alias") {
      return "Put text that begins with * in quotes."
    }
    return "Look for a bracket or quote that is not closed, and for lines with the wrong indentation."
  }
}

/// Limits that a YAML text must meet before a parser sees it, so that the parser's time and memory stay small. (The parser
/// limits the depth itself: it gives up at a thousand levels.)
enum YAMLLimits {
  /// How many words may look like anchors or aliases. Each alias can stand for everything before it, so their number
  /// bounds how much larger the document is than its text. Any real one is refused later, with its line.
  private static let largestReferenceCount = 8

  /// The line and the reason if a text is refused; nil if it may be parsed.
  static func problem(with text: String) -> (line: Int?, reason: String)? {
    if text.utf8.count > DatasetFile.largestSize {
      return (
        nil, "The file is larger than \(DatasetFile.largestSize >> 10) kB. Put a long table into a separate file."
      )
    }
    var (line, references) = (1, 0)
    // The two bytes before: a reference begins a word. YAML knows line ends beyond ASCII, so any such byte may be one.
    var (before, first) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      switch byte {
      case 0...8, 11...12, 14...31, 127:
        return (line, "This line has a control character. A dataset file is plain text.")
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      if "*&".utf8.contains(before), (first >= 0x80 || " \t\r\n[{,".utf8.contains(first)), byte > UInt8(ascii: " ") {
        references += 1
      }
      if references > largestReferenceCount {
        return (
          line,
          "More than \(largestReferenceCount) words begin with * or &, which YAML reads as references. Put them in quotes."
        )
      }
      (first, before) = (before, byte)
    }
    return nil
  }
}
