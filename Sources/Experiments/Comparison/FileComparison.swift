internal import Gnuplot
internal import PluginKit
internal import Support

/// Two versions of one file of a run.
struct FileComparison {
  /// The difference, in words; nil if there is none.
  let what: String?

  /// Compares the files with the same name in two folders.
  ///
  /// - Parameters:
  ///   - tolerance: how much numbers may differ; nil if every byte has to be the same. The date in a PDF is ignored.
  ///   - withoutImages: whether records may list different images, because images are not compared.
  init(_ file: String, _ first: String, _ second: String, tolerance: Double?, withoutImages: Bool) {
    let (left, right) = (FileSystem.read("\(first)/\(file)"), FileSystem.read("\(second)/\(file)"))
    what =
      switch (left, right) {
      case (nil, nil): "cannot be read"
      case (nil, _?): FileSystem.exists("\(first)/\(file)") ? "cannot be read" : "is missing"
      case (_?, nil): "does not belong to this run"
      case (let left?, let right?): Self.difference(file, left, right, tolerance, withoutImages)
      }
  }

  private static func difference(
    _ file: String, _ left: [UInt8], _ right: [UInt8], _ tolerance: Double?, _ withoutImages: Bool
  ) -> String? {
    if left == right { return nil }
    if file.hasSuffix(".pdf") {
      return undated(left) == undated(right) ? nil : "is a different image"
    }
    if ImageFormat.allEndings.contains(where: { file.hasSuffix(".\($0)") }) { return "is a different image" }
    if file.hasSuffix(".\(Attachment.Kind.npy.rawValue)") { return arrayDifference(left, right, tolerance) }
    if file == RunDirectory.recordName, withoutImages { return recordDifference(left, right, tolerance ?? 0) }
    guard let place = NumberedText.difference(left, right, tolerance: tolerance) else { return nil }
    let others = place.others > 0 ? " (and \(place.others) more lines)" : ""
    return "line \(place.line)\(others): \(differing(place.left, place.right))"
  }

  /// Compares arrays by their numbers; other content by its bytes.
  private static func arrayDifference(_ left: [UInt8], _ right: [UInt8], _ tolerance: Double?) -> String? {
    guard let first = NumPyArray(bytes: left), let second = NumPyArray(bytes: right) else {
      return "has different bytes"
    }
    guard first.shape == second.shape else {
      return "its shape was \(first.shape) and is now \(second.shape)"
    }
    let differing = first.values.indices.filter { index in
      let (one, other) = (first.values[index], second.values[index])
      if one.bitPattern == other.bitPattern { return false }
      return tolerance.map { !NumberedText.areClose(one, other, $0) } ?? true
    }
    guard let index = differing.first else { return nil }
    let others = differing.count > 1 ? " (and \(differing.count - 1) more numbers)" : ""
    return "number \(index + 1)\(others): was \(first.values[index]), is now \(second.values[index])"
  }

  /// Compares records by their content. Versions may differ, and the listed files are compared separately.
  private static func recordDifference(_ left: [UInt8], _ right: [UInt8], _ tolerance: Double) -> String? {
    let documents: (left: JSONValue, right: JSONValue)
    do {
      documents = (try JSONValue(left), try JSONValue(right))
    } catch JSONValue.Refusal.repeatedKey {
      return "has the same key twice"
    } catch {
      return "is damaged"
    }
    let (left, right) = (documents.left.leaves, documents.right.leaves)
    for path in Set(left.keys).union(right.keys).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !mayDiffer(path) {
      switch (left[path], right[path]) {
      case (.number(let first)?, .number(let second)?) where NumberedText.areClose(first, second, tolerance): continue
      case (.text(let first)?, .text(let second)?)
      where NumberedText.difference(Array(first.utf8), Array(second.utf8), tolerance: tolerance) == nil:
        continue
      case (let first, let second):
        if first != second {
          return "\(shortened(name(path))): was \(shortened(first?.shown)), is now \(shortened(second?.shown))"
        }
      }
    }
    return nil
  }

  /// Whether a part of a record may differ between two machines: known versions, and the list of files. A run writes no other
  /// keys in these places.
  private static func mayDiffer(_ path: [JSONValue.Step]) -> Bool {
    switch path.first {
    // The lists of images: they are not compared here.
    case .key("files"), .key("undrawn"): path.count <= 2
    case .key("program"): path.count == 2 && RunRecord.Program.keys.contains(path[1])
    case .key("versions"): path.count == 2 && RunRecord.Versions.keys.contains(path[1])
    default: false
    }
  }

  /// A path as text: "request.training.seed".
  private static func name(_ path: [JSONValue.Step]) -> String {
    path.map { step in
      switch step {
      case .key(let key): key
      case .place(let place): "\(place)"
      }
    }.joined(separator: ".")
  }

  /// Both versions of a line from shortly before the first difference.
  private static func differing(_ left: String, _ right: String) -> String {
    let (first, second) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let common = zip(first, second).prefix { $0 == $1 }.count
    // A whole cell or word is easier to read than its tail.
    let start = first[..<common].lastIndex { $0 == "\t" || $0 == " " }.map { $0 + 1 } ?? 0
    let beginning = common - start > 30 ? common - 20 : start
    let show = { (scalars: [Unicode.Scalar]) in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars.dropFirst(beginning))
      // A cell ends at the tab; the rest is not part of the difference.
      return shortened((beginning > 0 ? "…" : "") + String(view.prefix { $0 != "\t" }))
    }
    let column = first[..<common].count { $0 == "\t" } + 1
    return (first.contains("\t") ? "column \(column): " : "") + "was \(show(first)), is now \(show(second))"
  }

  private static func shortened(_ text: String?) -> String {
    guard let text else { return "nothing" }
    let beginning = String(text.prefix(60)).replacing("\t", with: " ").replacing("\r", with: "␍")
    return beginning.utf8.count < text.utf8.count ? "'\(beginning)…'" : "'\(beginning)'"
  }

  /// A PDF without the date in it.
  private static func undated(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("/CreationDate (D:".utf8)
    var result = bytes
    var index = 0
    while index + mark.count <= result.count {
      guard result[index] == mark[0], result[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      while index < result.count, result[index] != UInt8(ascii: ")") {
        result[index] = UInt8(ascii: "0")
        index += 1
      }
    }
    return result
  }
}
