public import Gnuplot
internal import Support

/// One figure to be drawn from its script in a run's folder.
public struct Drawing: Hashable, Sendable {
  /// The dataset's folder.
  public let dataset: String
  /// The figure's name.
  public let figure: String

  /// Whether it is animated: then its image is a GIF, whatever the format of the others.
  public let isAnimated: Bool

  public init(dataset: String, figure: String, isAnimated: Bool = false) {
    self.dataset = dataset
    self.figure = figure
    self.isAnimated = isAnimated
  }

  /// A figure of a dataset.
  init(dataset: String, _ figure: Figure) {
    self.init(dataset: dataset, figure: figure.name, isAnimated: figure.animation != nil)
  }

  /// The image's path within the run's folder.
  public func image(_ format: ImageFormat) -> String { "\(dataset)/\(imageName(format))" }

  /// The name of the image's file.
  func imageName(_ format: ImageFormat) -> String {
    "\(figure).\(isAnimated ? ImageFormat.animationEnding : format.rawValue)"
  }
}

/// The outcome of drawing figures.
public struct DrawingOutcome: Sendable {
  /// The figures that were drawn.
  public var drawn: [Drawing] = []
  /// The errors, each reason once.
  public var failures: [Failure] = []
  /// Notes about the drawn figures.
  public var warnings: [String] = []

  /// A reason why figures were not drawn.
  public struct Failure: Sendable {
    /// The error of the first of them: a `GnuplotError`, or a `FileError` for an image that could not be written.
    public let error: any Error
    /// The affected figures; empty if gnuplot could not be used at all.
    public internal(set) var drawings: [Drawing]

    /// The error in words, and how many other figures are affected.
    public var text: String { text(of: "\(error)") }

    /// The same with another text for the error.
    package func text(of error: String) -> String {
      drawings.count > 1 ? "\(error) The same happened to \(drawings.count - 1) other figures." : error
    }
  }

  /// Nothing was drawn, because nothing was requested.
  package static let none = DrawingOutcome()

  mutating func add(_ error: any Error, for drawing: Drawing) {
    // Messages differ only in the name of the script.
    let reason = "\(error)".replacing(drawing.figure, with: "")
    let known = failures.firstIndex { failure in
      failure.drawings.first.map { "\(failure.error)".replacing($0.figure, with: "") } == reason
    }
    if let known {
      failures[known].drawings.append(drawing)
    } else {
      failures.append(Failure(error: error, drawings: [drawing]))
    }
  }
}

extension RunDirectory {
  /// Redraws the figures of the run in this folder, beside their scripts.
  ///
  /// - Parameters:
  ///   - drawings: the figures.
  ///   - format: the image format.
  ///   - medium: the medium to draw for; the one in the scripts when nil.
  ///   - gnuplot: what draws them.
  ///   - afterEach: called with the number of figures drawn.
  /// - Returns: the drawn figures in the requested order, and the errors; an error in one figure does not affect the others.
  /// - Throws: `FileError`, ``RunDirectoryError``; files that the program did not write are not replaced.
  public func drawAgain(
    _ drawings: [Drawing], as format: ImageFormat, for medium: Medium? = nil, with gnuplot: GnuplotProgram,
    afterEach: (Int) -> Void = { _ in }
  ) async throws -> DrawingOutcome {
    let output = try Folder(path)
    let known = Set(try files())
    var folders: [String: Folder] = [:]
    var foreign: [String] = []
    for drawing in drawings {
      let folder = try folders[drawing.dataset] ?? output.folder(drawing.dataset)
      folders[drawing.dataset] = folder
      let image = drawing.image(format)
      if !known.contains(image), folder.entry(drawing.imageName(format)) != .nothing {
        foreign.append("\(path)/\(image)")
      }
    }
    if !foreign.isEmpty { throw RunDirectoryError.foreignFiles(paths: foreign.sorted()) }
    // Listed before they exist, so that our images are never taken for somebody else's.
    try addLaterImages(drawings.map { $0.image(format) })
    return await DrawingOutcome(of: drawings, in: path, as: format, for: medium, with: gnuplot, afterEach: afterEach) {
      [folders] drawing, bytes in
      try folders[drawing.dataset]?.write([(drawing.imageName(format), .bytes(bytes))])
    }
  }
}

extension DrawingOutcome {
  /// Draws figures in parallel, one gnuplot process each: as many at a time as requested, limited by the number of open files.
  ///
  /// - Parameters:
  ///   - drawings: the figures.
  ///   - place: the folder that holds their datasets' folders.
  ///   - medium: the medium to draw for; the one in the scripts when nil.
  ///   - keep: gets each image, on any thread.
  init(
    of drawings: [Drawing], in place: String, as format: ImageFormat, for medium: Medium? = nil,
    with gnuplot: GnuplotProgram, atOnce: Int = Processors.count, afterEach: (Int) -> Void = { _ in },
    keep: @escaping @Sendable (Drawing, [UInt8]) throws -> Void
  ) async {
    let atOnce = min(atOnce, OpenFiles.drawingsAtOnce)
    let missing = await Self.missingLetters(of: drawings, in: place, format)
    let letters = missing?.letters
    let errors = await sideBySide(drawings.count, atOnce: atOnce, afterEach: afterEach) { index -> (any Error)? in
      let drawing = drawings[index]
      do {
        let folder = "\(place)/\(drawing.dataset)"
        try Self.requireScript(of: drawing, in: folder)
        try keep(
          drawing,
          try await gnuplot.image(
            of: drawing.figure, in: folder, as: drawing.isAnimated ? nil : format, for: medium,
            letters: drawing.isAnimated ? nil : letters))
        return nil
      } catch {
        return error
      }
    }
    self.init()
    warnings = [missing.flatMap { InstalledLetters.warning(of: $0.missing) }].compactMap(\.self)
    for (drawing, error) in zip(drawings, errors) {
      if let error {
        add(error, for: drawing)
      } else {
        drawn.append(drawing)
      }
    }
  }

  /// Draws the figures of a publication into it; if gnuplot cannot be used, this is reported as an error.
  init(
    of drawings: [Drawing], in publication: Publication, as format: ImageFormat, with gnuplot: GnuplotProgram,
    afterEach: (Int) -> Void = { _ in }
  ) async {
    do throws(GnuplotError) {
      _ = try await gnuplot.version()
    } catch {
      self.init(failures: [Failure(error: error, drawings: [])])
      return
    }
    await self.init(
      of: drawings, in: publication.workshop.folder.path, as: format, with: gnuplot, afterEach: afterEach
    ) { drawing, bytes in
      try publication.add(drawing.imageName(format), bytes, to: drawing.dataset)
    }
  }

  /// The letters that the fonts have, if scripts contain letters that no font has: they would break gnuplot's PNG and PDF.
  private static func missingLetters(
    of drawings: [Drawing], in place: String, _ format: ImageFormat
  ) async -> (letters: InstalledLetters, missing: Set<Unicode.Scalar>)? {
    guard format != .svg else { return nil }
    let scripts = drawings.lazy.filter { !$0.isAnimated }.compactMap { drawing in
      FileSystem.read("\(place)/\(drawing.dataset)/\(drawing.figure).gp", atMost: 1 << 24)
    }.map { String(decoding: $0, as: UTF8.self) }.filter(InstalledLetters.mayBeMissing)
    guard !scripts.isEmpty, let letters = await InstalledLetters.ask() else { return nil }
    let missing = scripts.reduce(into: Set<Unicode.Scalar>()) { $0.formUnion(letters.missing(in: $1)) }
    return missing.isEmpty ? nil : (letters, missing)
  }

  /// Refuses anything in place of a script that is not a regular file: gnuplot would wait at a pipe, and never finish reading
  /// a device.
  private static func requireScript(of drawing: Drawing, in folder: String) throws(GnuplotError) {
    let script = "\(drawing.figure).gp"
    let path = "\(folder)/\(script)"
    guard FileSystem.exists(path), FileSystem.ordinarySize(path, followingLinks: true) == nil else { return }
    throw .failed(
      script: script,
      message: "it is not a regular file; remove it, and run again")
  }
}
