internal import PluginKit

extension RunRequest {
  /// The command that asks for the same, to be pasted into a shell; an option that has its default is left out.
  ///
  /// A dataset file is given by its name: where it lies only its reader knows.
  ///
  /// - Parameter program: what the program is called.
  public func commandLine(program: String = "dlnn-sim") -> String {
    var words = [program]
    for file in datasetFiles { words += ["--dataset", file.name] }
    for (option, text) in options {
      switch option {
      case .theory: words.append("--no-theory")
      default: words += ["--\(option.rawValue)", text]
      }
    }
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// A word as a POSIX shell reads it back: between apostrophes unless it has none but harmless characters.
  private static func quoted(_ word: String) -> String {
    let harmless = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_.,:=+/@%".utf8.contains(byte)
      }
    }
    return harmless && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
