internal import Gnuplot
internal import Support

/// The images of a run for its report: existing ones, and SVGs of figures without an image that a browser can show.
struct ReportImages {
  private let directory: RunDirectory
  /// The run's files, from its record.
  private let files: Set<String>
  /// The files that were drawn after the run.
  private let later: Set<String>
  /// The missing images as SVG, by their paths within the folder.
  private let missing: [String: [UInt8]]
  /// What went wrong while drawing.
  private(set) var drawing = DrawingOutcome()

  /// The type of an image by its extension, best first.
  private static let types = [
    ("svg", "image/svg+xml"), (ImageFormat.animationEnding, "image/gif"), ("png", "image/png"),
  ]
  /// Far larger than any image of this program.
  private static let largestSize = 64 << 20

  /// Draws the missing images, outside the run's folder.
  ///
  /// - Parameters:
  ///   - afterEach: called with the number of images drawn so far, and of all.
  /// - Throws: `FileError` if images cannot be written. Figures that gnuplot could not draw are in ``drawing``.
  init(
    of directory: RunDirectory, _ files: [String], with gnuplot: GnuplotProgram,
    afterEach: (Int, Int) -> Void
  ) async throws {
    self.directory = directory
    self.files = Set(files)
    later = try directory.imagesBesideRecord()
    let missing = try directory.drawings().filter { drawing in
      !Self.types.contains { ending, _ in
        let file = "\(drawing.dataset)/\(drawing.figure).\(ending)"
        return files.contains(file)
          && FileSystem.isFolder("\(directory.path)/\(drawing.dataset)", followingLinks: false)
          && FileSystem.ordinarySize("\(directory.path)/\(file)", followingLinks: false) != nil
      }
    }
    guard !missing.isEmpty else {
      self.missing = [:]
      return
    }
    do throws(GnuplotError) {
      _ = try await gnuplot.version()
    } catch {
      self.missing = [:]
      drawing.failures = [DrawingOutcome.Failure(error: error, drawings: [])]
      return
    }
    let drawn = Mutex<[String: [UInt8]]>([:])
    drawing = await DrawingOutcome(
      of: missing, in: directory.path, as: .svg, with: gnuplot, afterEach: { done in afterEach(done, missing.count) }
    ) { drawing, bytes in drawn.withLock { $0[drawing.image(.svg)] = bytes } }
    self.missing = drawn.withLock(\.self)
  }

  struct Image {
    let bytes: [UInt8]
    let type: String
    /// Whether it was drawn after the run: then the run's record does not vouch for it.
    var isLater = false
  }

  /// A figure's image; nil if there is none. Images of the run itself are preferred to those drawn later.
  func image(_ dataset: String, _ figure: String) -> Image? {
    let names = Self.types.map { (file: "\(dataset)/\(figure).\($0.0)", type: $0.1) }
    for isLater in [false, true] {
      for (file, type) in names where files.contains(file) && later.contains(file) == isLater {
        if let bytes = content(file) { return Image(bytes: bytes, type: type, isLater: isLater) }
      }
    }
    for (file, type) in names {
      if let bytes = missing[file] { return Image(bytes: bytes, type: type) }
    }
    return nil
  }

  /// The content of an image in the run's folder; nil if it cannot be read.
  private func content(_ file: String) -> [UInt8]? {
    // A link in a folder from somebody else could lead to private files.
    guard FileSystem.isFolder("\(directory.path)/\(file.prefix { $0 != "/" })", followingLinks: false),
      let bytes = FileSystem.read("\(directory.path)/\(file)", atMost: Self.largestSize, followingLinks: false)
    else { return nil }
    return bytes.isEmpty ? nil : bytes
  }

  /// Roughly how many bytes the images of some figures take.
  func size(_ dataset: String, _ figures: [String]) -> Int {
    figures.reduce(0) { sum, figure in
      let sizes = Self.types.lazy.compactMap { ending, _ in
        FileSystem.ordinarySize("\(directory.path)/\(dataset)/\(figure).\(ending)", followingLinks: false)
          ?? missing["\(dataset)/\(figure).\(ending)"]?.count
      }
      return sum + (sizes.first ?? 0)
    }
  }

  /// A figure's caption. A record of format 1 has none: then the first line of the script, or the figure's name.
  func caption(_ dataset: String, _ record: FigureRecord) -> String {
    if let caption = record.caption { return caption }
    let figure = record.name
    let script = "\(dataset)/\(figure).gp"
    guard files.contains(script),
      let bytes = FileSystem.read("\(directory.path)/\(script)", atMost: 1 << 24, followingLinks: false)
    else { return figure }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let start = "# \(figure): "
    return line.hasPrefix(start) && line.count > start.count ? String(line.dropFirst(start.count)) : figure
  }
}

/// Bytes as text, RFC 4648 section 4.
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// How many characters so many bytes become.
  static func length(of count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Encodes bytes at the end of a text.
  package static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
  }
}
