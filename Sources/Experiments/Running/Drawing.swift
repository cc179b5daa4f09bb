public import Gnuplot

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

  /// The image's path within the run's folder.
  public func image(_ format: ImageFormat) -> String {
    "\(dataset)/\(figure).\(isAnimated ? ImageFormat.animationEnding : format.rawValue)"
  }
}

/// What came of drawing figures.
public struct DrawingOutcome: Sendable {
  /// The figures that were drawn.
  public var drawn: [Drawing] = []
  /// What went wrong, each reason once.
  public var failures: [Failure] = []

  /// A reason for which figures were not drawn.
  public struct Failure: Sendable {
    /// What happened, in the words for the first of them.
    public let error: GnuplotError
    /// The figures it happened to; none when gnuplot could not be used at all.
    public internal(set) var drawings: [Drawing]

    /// The error in words, and how many others it happened to.
    public var text: String {
      drawings.count > 1 ? "\(error) The same happened to \(drawings.count - 1) other figures." : "\(error)"
    }
  }

  /// Nothing, as nothing was asked for.
  package static let none = DrawingOutcome()

  mutating func add(_ error: GnuplotError, for drawing: Drawing) {
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
  /// Draws figures as ``draw(_:as:with:atOnce:afterEach:)`` does, if there is a gnuplot that can be used; else that is what
  /// went wrong.
  package func drawIfPossible(
    _ drawings: [Drawing], as format: ImageFormat, with gnuplot: GnuplotProgram, afterEach: (Int) -> Void = { _ in }
  ) async -> DrawingOutcome {
    do throws(GnuplotError) {
      _ = try await gnuplot.version()
    } catch {
      return DrawingOutcome(failures: [DrawingOutcome.Failure(error: error, drawings: [])])
    }
    return await draw(drawings, as: format, with: gnuplot, afterEach: afterEach)
  }

  /// Draws figures side by side, one gnuplot process each, as many at a time as are asked for.
  ///
  /// - Returns: what was drawn, in the order asked for, and what went wrong; an error in one figure leaves the others.
  public func draw(
    _ drawings: [Drawing], as format: ImageFormat, with gnuplot: GnuplotProgram,
    atOnce: Int = FileSystem.processorCount,
    afterEach: (Int) -> Void = { _ in }
  ) async -> DrawingOutcome {
    let errors = await sideBySide(drawings.count, atOnce: atOnce, afterEach: afterEach) { index -> GnuplotError? in
      let drawing = drawings[index]
      do throws(GnuplotError) {
        let folder = "\(path)/\(drawing.dataset)"
        try Self.requireScript(of: drawing, in: folder)
        if drawing.isAnimated {
          try await gnuplot.renderAnimation(drawing.figure, in: folder)
        } else {
          try await gnuplot.render(drawing.figure, in: folder, as: format)
        }
        return nil
      } catch {
        return error
      }
    }
    var outcome = DrawingOutcome()
    for (drawing, error) in zip(drawings, errors) {
      if let error {
        outcome.add(error, for: drawing)
      } else {
        outcome.drawn.append(drawing)
      }
    }
    return outcome
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
