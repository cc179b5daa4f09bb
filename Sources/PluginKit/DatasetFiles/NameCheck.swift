internal import LearningDynamics
internal import Support

/// Names that are to be shown and told apart: none empty, too long, unprintable or there twice.
struct NameCheck {
  private let file: String
  private var seen: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  /// Takes note of a name.
  ///
  /// - Parameter kind: what it names: "item".
  /// - Throws: ``DatasetFileError`` for a name that cannot be used.
  mutating func add(_ name: String, of kind: String, line: Int) throws(DatasetFileError) {
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: file, line: line, reason: reason) }
    let article = kind == "item" ? "an" : "a"
    switch name.nameProblem {
    case .empty: throw refuse("There is \(article) \(kind) without a name here.")
    case .tooLong:
      throw refuse(
        "'\(name.shortened)' is too long for the name of \(article) \(kind): up to \(NameProblem.longest) characters.")
    case .unprintable(let scalar):
      throw refuse(
        "The name of the \(kind) '\(name.shortened)' has \(scalar.nameInMessages), which cannot be shown. Remove it.")
    case nil: break
    }
    if let other = seen.updateValue(line, forKey: name) {
      let place = other == line ? "" : "; it stands in line \(other) already"
      throw refuse("There is a second \(kind) '\(name.shortened)'\(place). Give each a name of its own.")
    }
  }
}
