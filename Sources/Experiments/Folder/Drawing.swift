public import Gnuplot
internal import Support

/// One figure to be drawn from its script in a run's folder.
public struct Drawing: Hashable, Sendable {
  /// The dataset's folder.
  public let dataset: String
  /// The figure's name.
  public let figure: String

  /// Whether it moves: then its image is a GIF, whatever the format of the others.
  public let isAnimated: Bool

  /// A figure.
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

/// What came of drawing figures.
public struct DrawingOutcome: Sendable {
  /// The figures that were drawn.
  public var drawn: [Drawing] = []
  /// What went wrong, each reason once.
  public var failures: [Failure] = []
  /// What a reader should know of those that were drawn.
  public var warnings: [String] = []

  /// A reason for which figures were not drawn.
  public struct Failure: Sendable {
    /// What happened, in the words for the first of them: a `GnuplotError`, or a `FileError` for an image that
    /// could not be written.
    public let error: any Error
    /// The figures it happened to; none when gnuplot could not be used at all.
    public internal(set) var drawings: [Drawing]

    /// The error in words, and how many others it happened to.
    public var text: String { text(of: "\(error)") }

    /// The same with the error in other words.
    package func text(of error: String) -> String {
      drawings.count > 1 ? "\(error) The same happened to \(drawings.count - 1) other figures." : error
    }
  }

  /// Nothing, as nothing was asked for.
  package static let none = DrawingOutcome()

  mutating func add(_ error: any Error, for drawing: Drawing) {
    // Messages name the script and differ in nothing else.
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
  /// Draws the figures of the run in this folder again, beside their scripts.
  ///
  /// - Parameters:
  ///   - drawings: the figures.
  ///   - format: what images are made as.
  ///   - medium: what they are drawn for; what the scripts say when nil.
  ///   - gnuplot: what draws them.
  ///   - afterEach: called with the number of figures drawn.
  /// - Returns: what was drawn, in the order asked for, and what went wrong; an error in one figure leaves the others.
  /// - Throws: `FileError`, ``RunDirectoryError``; nothing is replaced that the program did not write.
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
    // Listed before they are there, so that an image of ours is never taken for somebody else's.
    try addLaterImages(drawings.map { $0.image(format) })
    return await DrawingOutcome(of: drawings, in: path, as: format, for: medium, with: gnuplot, afterEach: afterEach) {
      [folders] drawing, bytes in
      try folders[drawing.dataset]?.write([(drawing.imageName(format), .bytes(bytes))])
    }
  }
}

extension DrawingOutcome {
  /// Draws figures side by side, one gnuplot process each, as many at a time as are asked for and files can be opened for.
  ///
  /// - Parameters:
  ///   - drawings: the figures.
  ///   - place: the folder that holds their datasets' folders.
  ///   - medium: what they are drawn for; what the scripts say when nil.
  ///   - keep: is given each image, from any thread.
  init(
    of drawings: [Drawing], in place: String, as format: ImageFormat, for medium: Medium? = nil,
    with gnuplot: GnuplotProgram, atOnce: Int = FileSystem.processorCount, afterEach: (Int) -> Void = { _ in },
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

  /// Draws figures that were made for a publication into it, if there is a gnuplot that can be used; else that is what went
  /// wrong.
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

  /// What fonts have, where scripts have letters that no font has: gnuplot's PNG and PDF would be destroyed by them.
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

  /// Refuses what is there in the place of a script and is none: gnuplot would wait at a pipe, and read a device for ever.
  private static func requireScript(of drawing: Drawing, in folder: String) throws(GnuplotError) {
    let script = "\(drawing.figure).gp"
    let path = "\(folder)/\(script)"
    guard FileSystem.exists(path), FileSystem.ordinarySize(path, followingLinks: true) == nil else { return }
    throw .failed(
      script: script,
      message: "it is not a regular file; remove what stands in its place, and run again to have it written")
  }
}
