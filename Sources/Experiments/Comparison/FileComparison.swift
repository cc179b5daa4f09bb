internal import Gnuplot
internal import PluginKit
internal import Support

/// Two versions of one file of a run.
struct FileComparison {
  /// What is different, in words; nil if nothing is.
  let what: String?

  /// Compares the files of one name in two folders.
  ///
  /// - Parameters:
  ///   - tolerance: how far numbers may be apart; nil where every byte has to be the same. A PDF's date of making never
  ///     counts.
  ///   - withoutImages: whether records may list other images, because images are not compared.
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
      return undated(left) == undated(right) ? nil : "is another picture"
    }
    if ImageFormat.allEndings.contains(where: { file.hasSuffix(".\($0)") }) { return "is another picture" }
    if file.hasSuffix(".\(Attachment.Kind.npy.rawValue)") { return arrayDifference(left, right, tolerance) }
    if file == RunDirectory.recordName, withoutImages { return recordDifference(left, right, tolerance ?? 0) }
    guard let place = NumberedText.difference(left, right, tolerance: tolerance) else { return nil }
    let others = place.others > 0 ? " (and \(place.others) more lines)" : ""
    return "line \(place.line)\(others): \(differing(place.left, place.right))"
  }

  /// Arrays by their numbers; bytes that are no such arrays by themselves.
  private static func arrayDifference(_ left: [UInt8], _ right: [UInt8], _ tolerance: Double?) -> String? {
    guard let first = NumPyArray(bytes: left), let second = NumPyArray(bytes: right) else { return "has other bytes" }
    guard first.shape == second.shape else {
      return "its shape \(first.shape) is \(second.shape) now"
    }
    let differing = first.values.indices.filter { index in
      let (one, other) = (first.values[index], second.values[index])
      if one.bitPattern == other.bitPattern { return false }
      return tolerance.map { !NumberedText.areClose(one, other, $0) } ?? true
    }
    guard let index = differing.first else { return nil }
    let others = differing.count > 1 ? " (and \(differing.count - 1) more numbers)" : ""
    return "number \(index + 1)\(others): \(first.values[index]) is \(second.values[index]) now"
  }

  /// Records by what they say, not how; what they were made with may differ, and files are compared by themselves.
  private static func recordDifference(_ left: [UInt8], _ right: [UInt8], _ tolerance: Double) -> String? {
    let documents: (left: JSONValue, right: JSONValue)
    do {
      documents = (try JSONValue(left), try JSONValue(right))
    } catch JSONValue.Refusal.repeatedKey {
      return "has a key twice in one place, which no run writes"
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
          return "\(shortened(name(path))): \(shortened(first?.shown)) is \(shortened(second?.shown)) now"
        }
      }
    }
    return nil
  }

  /// Whether a part of a record is one of those in which runs on two machines differ: versions by their names, and the list
  /// of files. Other keys beside these are not what a run writes.
  private static func mayDiffer(_ path: [JSONValue.Step]) -> Bool {
    switch path.first {
    // Which images there are: they are not compared here.
    case .key("files"), .key("undrawn"): path.count <= 2
    case .key("program"): path.count == 2 && RunRecord.Program.keys.contains(path[1])
    case .key("versions"): path.count == 2 && RunRecord.Versions.keys.contains(path[1])
    default: false
    }
  }

  /// A path for reading: "request.training.seed".
  private static func name(_ path: [JSONValue.Step]) -> String {
    path.map { step in
      switch step {
      case .key(let key): key
      case .place(let place): "\(place)"
      }
    }.joined(separator: ".")
  }

  /// Both versions of a line from shortly before the place where they part.
  private static func differing(_ left: String, _ right: String) -> String {
    let (first, second) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let common = zip(first, second).prefix { $0 == $1 }.count
    // A whole cell or word is easier to read than its tail.
    let start = first[..<common].lastIndex { $0 == "\t" || $0 == " " }.map { $0 + 1 } ?? 0
    let beginning = common - start > 30 ? common - 20 : start
    let show = { (scalars: [Unicode.Scalar]) in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars.dropFirst(beginning))
      // A cell ends at the tab; what follows it is not what differs.
      return shortened((beginning > 0 ? "…" : "") + String(view.prefix { $0 != "\t" }))
    }
    let column = first[..<common].count { $0 == "\t" } + 1
    return (first.contains("\t") ? "column \(column): " : "") + "\(show(first)) is \(show(second)) now"
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
