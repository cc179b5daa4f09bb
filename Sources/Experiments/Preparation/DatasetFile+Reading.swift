public import PluginKit
internal import Support

extension DatasetFile {
  /// Reads a file, and the table that it names if it is a description.
  ///
  /// - Throws: `DatasetFileError` for what is no text file of a sensible size, and for a file that describes no dataset.
  public init(path: String) throws(DatasetFileError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let text: String
    do throws(Unreadable) {
      text = try Self.text(of: path, atMost: (Self.kind(of: name) ?? .description).largestSize)
    } catch {
      let advice = Self.isPath(path) ? "" : " A dataset that is built in is named with --plugin."
      throw DatasetFileError(file: path, reason: "It \(error.reason).\(error.isMissing ? advice : "")")
    }
    let alone = DatasetFile(name: name, text: text)
    guard let table = try alone.tableFile() else {
      self = alone
      return
    }
    do throws(Unreadable) {
      // A link could lead anywhere; the table lies beside the file that names it.
      let content = try Self.text(
        of: path.dropLast(name.count) + table.name, atMost: Self.largestTableSize, followingLinks: false)
      self.init(name: name, text: text, tables: [table.name: content])
    } catch {
      throw DatasetFileError(
        file: path, line: table.line,
        reason: error.isMissing
          ? "There is no table '\(table.name)' beside this file." : "The table '\(table.name)' \(error.reason)."
      )
    }
  }

  /// Why a file cannot be read: what follows "it".
  private struct Unreadable: Error {
    let reason: String
    var isMissing = false
  }

  private static func text(
    of path: String, atMost limit: Int, followingLinks: Bool = true
  ) throws(Unreadable) -> String {
    guard FileSystem.exists(path) else { throw Unreadable(reason: "is not there", isMissing: true) }
    guard let size = FileSystem.ordinarySize(path, followingLinks: followingLinks) else {
      throw Unreadable(
        reason: FileSystem.entries(path).isEmpty ? "is no ordinary file" : "is a folder; give a file in it")
    }
    guard size <= limit else { throw Unreadable(reason: "is larger than \(limit >> 10) kB") }
    guard let bytes = FileSystem.read(path, atMost: limit, followingLinks: followingLinks) else {
      throw Unreadable(reason: "is not yours to read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Unreadable(reason: "is not a text in UTF-8; save it as one (a spreadsheet calls it CSV UTF-8)")
    }
    return text
  }
}
