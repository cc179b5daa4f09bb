public import PluginKit

extension RunRequest {
  /// Sets an option from a text; one that can be repeated adds to what is there, and `set` replaces a value of the same name.
  ///
  /// Whatever asks for a run with texts (a command line, a link, a file) goes through here, so that the same texts mean the
  /// same and errors read alike.
  ///
  /// - Throws: `SettingsError.refused(name:text:allowed:)` for a text that the option does not take.
  public mutating func set(_ option: RunOption, to text: String) throws(SettingsError) {
    guard option.read(&self, text) else { throw option.refusing(text) }
  }

  /// The options that make this request from the tutorial's, in the order of a command line; beside them it has its dataset
  /// files.
  public var options: [(option: RunOption, text: String)] {
    RunOption.all.flatMap { option in option.write(self).map { (option, $0) } }
  }

  /// Checks a request that was not made from texts: it must be one that texts could have made.
  ///
  /// - Throws: `SettingsError` naming the option and what it takes.
  public func validate() throws(SettingsError) {
    guard datasetFiles.count <= Self.largestFileCount else {
      throw .refused(name: "--dataset", text: "\(datasetFiles.count) files", allowed: "up to \(Self.largestFileCount)")
    }
    let size = datasetFiles.reduce(0) { sum, file in
      file.tables.values.reduce(sum + file.text.utf8.count) { $0 + $1.utf8.count }
    }
    guard size <= Self.largestFileSize else {
      throw .refused(
        name: "--dataset", text: "\(size >> 20) MB in \(datasetFiles.count) files",
        allowed:
          "files and tables of up to \(Self.largestFileSize >> 20) MB together, because a run's record holds them")
    }
    var same = RunRequest()
    same.datasetFiles = datasetFiles
    for (option, text) in options { try same.set(option, to: text) }
    // What comes back different is a setting whose name has an equals sign in it.
    guard same == normalized else {
      throw RunOption.set.refusing(settings.keys.sorted().first { $0.contains("=") } ?? "")
    }
  }

  private static let largestFileCount = 64
  /// What the dataset files of a run may have together with their tables: as JSON, where a quote or the end of a line takes
  /// two bytes, that is less than a record may have.
  static let largestFileSize = 24 << 20
}
