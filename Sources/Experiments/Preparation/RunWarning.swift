/// What a reader should know before looking at the figures, and what would help.
///
/// The command line, the page and the report say it each in their own words, so it is kept as a value.
public struct RunWarning: Hashable, Sendable {
  /// Something that would help.
  public struct Remedy: Hashable, Sendable {
    /// It in words for the command line: "--epochs 250", "a larger rate (--eta, below 253.7)".
    public let text: String
    /// The option to give, with its value; nil if no single option is enough.
    public let option: RunRequest.Option?
    /// The option's new value.
    public let value: String?

    init(_ text: String, _ option: RunRequest.Option? = nil, _ value: String? = nil) {
      (self.text, self.option, self.value) = (text, option, value)
    }
  }

  /// The dataset.
  public let dataset: String
  /// The fact, without a full stop.
  public let fact: String
  /// What would help, the best first; any one of them.
  public let remedies: [Remedy]

  init(_ dataset: String, _ fact: String, _ remedies: Remedy...) { self.init(dataset, fact, remedies) }

  init(_ dataset: String, _ fact: String, _ remedies: [Remedy]) {
    (self.dataset, self.fact, self.remedies) = (dataset, fact, remedies)
  }

  /// The warning for the command line and the record.
  public var text: String {
    let help = remedies.isEmpty ? "" : " What helps: \(remedies.map(\.text).joined(separator: ", or "))."
    return "\(dataset): \(fact).\(help)"
  }
}
