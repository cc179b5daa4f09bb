internal import PluginKit
internal import Support

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
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
