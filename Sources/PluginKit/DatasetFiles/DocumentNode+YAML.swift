internal import LearningDynamics
internal import Support
internal import Yams

extension DocumentNode {
  /// How deep lists and groups may lie within each other.
  static let largestDepth = 64

  /// Reads a YAML text.
  ///
  /// Dataset files need little of YAML: what could make a small file large or deep (anchors with aliases, nesting without
  /// end) is refused before the parser sees it or while its tree is read.
  ///
  /// - Throws: ``DatasetFileError`` with the line of what is wrong.
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
        throw DatasetFileError(file: file, reason: "It is empty. \(DatasetDocument.advice)")
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
      throw refuse("Anchors (&name) and aliases (*name) are not taken here. Write it out, or put the text into quotes.")
    }
    guard depth <= Self.largestDepth else { throw refuse("This lies in more than \(Self.largestDepth) groups.") }
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
      throw refuse("Aliases (*name) are not taken here. Write it out, or put the text into quotes.")
    }
  }
}

extension DatasetFileError {
  /// An error of the YAML parser, with what usually causes it.
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .composer(_, "but found another document", let mark, _):
      self.init(
        file: file, line: mark.line, reason: "A second document begins here. Put each dataset into a file of its own.")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, reason: Self.reason(for: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0.shortened)'" }.joined(separator: ", ")
      self.init(file: file, line: context.mark.line, reason: "\(names) stands here twice. Give every key once.")
    case .reader(let problem, _, _, _):
      self.init(file: file, reason: "It cannot be read: \(problem).")
    default:
      self.init(file: file, reason: "It is not YAML.")
    }
  }

  private static func reason(for problem: String) -> String {
    problem.hasPrefix("Maximum nesting level")
      ? "Brackets or indentation go deeper here than any dataset needs."
      : "This is not YAML: \(problem). \(advice(for: problem))"
  }

  private static func advice(for problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "A text that has a colon with a space after it belongs into quotes."
    }
    if problem.contains("cannot start any token") {
      return "Indent with spaces, not tabs, and put texts that begin with a special character into quotes."
    }
    if problem.contains("undefined alias") {
      return "A text that begins with * belongs into quotes."
    }
    return "Look for a bracket or quote that is not closed, and for lines that are not indented like their neighbours."
  }
}
