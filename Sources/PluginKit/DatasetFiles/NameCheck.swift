internal import LearningDynamics

/// Names that are to be shown and told apart: none empty, too long, unprintable or there twice.
struct NameCheck {
  private let file: String
  private var seen: [String: Int] = [:]
  /// More would not be read on a figure.
  private static let longest = 100

  init(file: String) {
    self.file = file
  }

  /// Takes note of a name.
  ///
  /// - Parameter kind: what it names: "item".
  /// - Throws: ``DatasetFileError`` for a name that cannot be used.
  mutating func add(_ name: String, of kind: String, line: Int) throws(DatasetFileError) {
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: file, line: line, reason: reason) }
    guard name.contains(where: Self.isVisible) else {
      throw refuse("There is \(kind == "item" ? "an" : "a") \(kind) without a name here.")
    }
    guard name.count <= Self.longest, name.utf8.count <= 8 * Self.longest else {
      throw refuse(
        "'\(name.shortened)' is too long for the name of \(kind == "item" ? "an" : "a") \(kind): up to \(Self.longest) characters."
      )
    }
    guard name.isPrintable, !name.unicodeScalars.contains(where: Self.isHidden) else {
      throw refuse("The name of the \(kind) here has a line break or another character that cannot be shown.")
    }
    if let other = seen.updateValue(line, forKey: name) {
      let place = other == line ? "" : "; it stands in line \(other) already"
      throw refuse("There is a second \(kind) '\(name.shortened)'\(place). Give each a name of its own.")
    }
  }

  private static func isVisible(_ character: Character) -> Bool {
    !character.isWhitespace && !character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }

  /// Marks that nobody sees, and that turn what follows round; but those that join letters and emoji are part of writing.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format && scalar != "\u{200C}" && scalar != "\u{200D}"
  }
}
