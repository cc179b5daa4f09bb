internal import Gnuplot
internal import PluginKit
internal import Support

/// A figure that a run does not have.
public enum FigureChoiceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name that no figure of the run has.
  case unknown(String, nearest: String?, known: [String])
  /// A run without figures.
  case none(path: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest?, _):
      "The run has no figure '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      "The run has no figure '\(name)'. It has \(known.joined(separator: ", "))."
    case .none(let path):
      "The run in \(path) has no figures to show. Choose an analysis that draws some."
    }
  }
}

extension RunDirectory {
  /// The figures of a name, FIGURE or DATASET/FIGURE, which several datasets may have.
  ///
  /// - Throws: ``FigureChoiceError`` where there is none.
  public func drawings(named name: String, among drawings: [Drawing]) throws(FigureChoiceError) -> [Drawing] {
    let found = drawings.filter { $0.figure == name || "\($0.dataset)/\($0.figure)" == name }
    guard found.isEmpty else { return found }
    let figures = Set(drawings.map(\.figure)).sorted()
    let known = name.contains("/") ? drawings.map { "\($0.dataset)/\($0.figure)" } : figures
    throw .unknown(name, nearest: NearestName.to(name, among: known), known: figures)
  }

  /// The figure of the run in this folder that is shown first: that of a name; else the one that the run's record names, the
  /// first figure of the analysis that says what happened. Of several datasets it is the first that has it.
  ///
  /// - Parameter name: FIGURE or DATASET/FIGURE.
  /// - Throws: ``FigureChoiceError``, and ``RunDirectoryError`` as ``files()`` does.
  public func mainFigure(named name: String? = nil) throws -> Drawing {
    let record = try read()
    let drawings = try drawings()
    // In the order of the run; that of the files is the alphabet's.
    let datasets = try readable { () throws(RunRecord.Damage) in try record.namedDatasets() }.map(\.identifier)
    func first(_ isMeant: (Drawing) -> Bool) -> Drawing? {
      for dataset in datasets {
        if let drawing = drawings.first(where: { $0.dataset == dataset && isMeant($0) }) { return drawing }
      }
      return nil
    }
    if let name {
      let named = Set(try self.drawings(named: name, among: drawings))
      if let drawing = first(named.contains) { return drawing }
    }
    let main = record.mainFigure?.value
    guard let drawing = first({ "\($0.dataset)/\($0.figure)" == main }) ?? first({ _ in true }) else {
      throw FigureChoiceError.none(path: path)
    }
    return drawing
  }
}
