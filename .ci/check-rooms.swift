// Checks the dependencies between the folders of a module: a folder may use only the folders before it.
//
// It reads words and does not compile. It recognizes names of types, and members that an extension adds to a type of
// another folder if the name is unique in the module. So it may miss a dependency.
import Foundation

/// The folders of each module, in order: `.` is the module's own folder, `*` all other folders, which must not use each
/// other.
let order: KeyValuePairs = [
  "Sources/Support": "Collections Platform Text Concurrency Files Processes",
  "Sources/LearningDynamics":
    "Random Structures Datasets Training Recording Modes Predictions Theory Outcome Similarity Runs",
  "Sources/Gnuplot": "Figures Layout Scripts Program",
  "Sources/PluginKit": "Parameters Plugins Figures Registry DatasetFiles",
  "Sources/Experiments": "Request Preparation Running Folder Comparison HTMLReport",
  "Sources/Sweeps": "Plan Table Store Compute Maps Cluster",
  "Sources/Explorer": "Page HTTP .",
  "Sources/CommandLineTool": "NewPlugins Diagnosis Console Commands .",
  "plugins/analyses": "shared *",
]

/// Known violations that remain to be fixed, as "Sources/Module: From > To".
let exceptions: Set<String> = []

struct Word {
  var text: Substring
  var afterDot: Bool
}

/// The words and braces of a source, without comments and string literals. Code in `\(…)` of a literal counts.
func words(of source: String) -> [Word] {
  var words: [Word] = [], rest = Substring(source), afterDot = false
  var parentheses = 0, interrupted: [(quote: String, parentheses: Int)] = []

  func skipText(to quote: String) {
    while !rest.isEmpty, !rest.hasPrefix(quote) {
      if rest.hasPrefix("\\(") {
        interrupted.append((quote, parentheses))
        return
      }
      rest = rest.dropFirst(rest.hasPrefix("\\") ? 2 : 1)
    }
    rest = rest.dropFirst(quote.count)
  }
  while let sign = rest.first {
    if rest.hasPrefix("//") {
      rest = rest.drop { !$0.isNewline }
    } else if sign == "#", rest.drop(while: { $0 == "#" }).hasPrefix("\"") {
      // A raw string ends with as many signs as it begins with; backslashes have no meaning in it.
      let signs = rest.prefix { $0 == "#" }
      rest = rest.dropFirst(signs.count + 1)
      while !rest.isEmpty, !rest.hasPrefix("\"" + signs) { rest = rest.dropFirst() }
      rest = rest.dropFirst(signs.count + 1)
    } else if sign == "\"" {
      let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
      rest = rest.dropFirst(quote.count)
      skipText(to: quote)
    } else if sign.isLetter || sign == "_" {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      words.append(Word(text: word, afterDot: afterDot))
      rest = rest.dropFirst(word.count)
      afterDot = false
    } else {
      if sign == "{" || sign == "}" { words.append(Word(text: rest.prefix(1), afterDot: false)) }
      if sign == "(" { parentheses += 1 }
      if sign == ")" { parentheses -= 1 }
      if !sign.isWhitespace { afterDot = sign == "." }
      rest = rest.dropFirst()
      if sign == ")", let text = interrupted.last, text.parentheses == parentheses {
        interrupted.removeLast()
        skipText(to: text.quote)
      }
    }
  }
  return words
}

struct File {
  var room, path: String
  var words: [Word]
}

/// A declaration in a file. `type` is the type that an extension adds this name to.
struct Declaration {
  var name: Substring
  var file: File
  var depth: Int
  var type: Substring?
}

func declarations(in file: File) -> [Declaration] {
  var found: [Declaration] = [], depth = 0, extended: Substring?
  let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias", "func", "var", "let", "case"]
  for (word, next) in zip(file.words, file.words.dropFirst()) where !word.afterDot {
    switch word.text {
    case "{": depth += 1
    case "}": depth -= 1
    case "extension" where depth == 0: extended = next.text
    case let kind where kinds.contains(kind):
      if depth == 0 { extended = nil }
      found.append(Declaration(name: next.text, file: file, depth: depth, type: depth == 1 ? extended : nil))
    default: break
    }
  }
  return found
}

/// The paths of the Swift files below a folder.
func swiftFiles(below folder: String) -> [String] {
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.sorted().filter { $0.hasSuffix(".swift") }
}

/// The Swift files below a folder, each with its folder in the module.
func files(below folder: String) throws -> [File] {
  try swiftFiles(below: folder).map { path in
    let source = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    return File(room: path.contains("/") ? String(path.prefix { $0 != "/" }) : ".", path: path, words: words(of: source))
  }
}

/// Every dependency between two folders, with one file and the word in it that shows it.
func arrows(between files: [File]) -> [(from: File, to: String, word: Substring)] {
  let all = files.flatMap(declarations)
  let count = Dictionary(all.map { ($0.name, 1) }, uniquingKeysWith: +)
  // A name that two folders declare is ambiguous and ignored.
  let types = Dictionary(
    all.filter { $0.depth == 0 && $0.name.first!.isUppercase }.map { ($0.name, Optional($0.file.room)) },
    uniquingKeysWith: { $0 == $1 ? $0 : nil })
  let members = Dictionary(
    all.filter { member in
      guard let type = member.type, let room = types[type] ?? nil else { return false }
      return room != member.file.room && count[member.name] == 1
    }.map { ($0.name, $0.file) }, uniquingKeysWith: { first, _ in first })

  return files.flatMap { file in
    Set(file.words.map { $0.afterDot ? "." + $0.text : $0.text }).sorted().compactMap { word in
      let room = word.hasPrefix(".") ? members[word.dropFirst()]?.room : types[word] ?? nil
      guard let room, room != file.room else { return nil }
      return (file, room, word)
    }
  }
}

var complaints: [String] = [], unused = exceptions
for (module, list) in order {
  let rooms = list.split(separator: " ").map(String.init), sources = try files(below: module)
  func place(of room: String) -> Int? { rooms.firstIndex(of: room) ?? rooms.firstIndex(of: "*") }

  if sources.isEmpty { complaints.append("\(module) has no Swift files: was it renamed?") }
  for file in sources where file.words.count(where: { $0.text == "{" }) != file.words.count(where: { $0.text == "}" }) {
    complaints.append("\(module)/\(file.path) cannot be read: its braces do not balance")
  }
  for file in sources where place(of: file.room) == nil {
    complaints.append("\(module)/\(file.path): its folder is missing in the order")
  }
  for (file, room, word) in arrows(between: sources) {
    guard let from = place(of: file.room), let to = place(of: room), to >= from else { continue }
    let arrow = "\(module): \(file.room) > \(room)"
    if exceptions.contains(arrow) {
      unused.remove(arrow)
    } else {
      complaints.append("\(module)/\(file.path) uses \(word) of \(room), which comes after \(file.room)")
    }
  }
}
for module in try FileManager.default.contentsOfDirectory(atPath: "Sources").sorted().map({ "Sources/" + $0 })
where !order.contains(where: { $0.key == module }) && swiftFiles(below: module).contains(where: { $0.contains("/") }) {
  complaints.append("\(module) has folders but is missing in the order")
}
complaints += unused.sorted().map { "the exception \"\($0)\" is no longer needed: remove it" }
guard complaints.isEmpty else {
  complaints.append("A folder may use only folders before it. The order is in .ci/check-rooms.swift.")
  FileHandle.standardError.write(Data((complaints.joined(separator: "\n") + "\n").utf8))
  exit(1)
}
