public import Gnuplot

extension [Layer] {
  /// The layers with a legend in an order of its own, whatever is drawn over what.
  ///
  /// - Parameter groups: the layers of each group in the order of the legend; a group may have a heading, such as the axis
  ///   that its curves belong to.
  public func withLegend(_ groups: [(heading: String?, layers: [Layer])]) -> [Layer] {
    let entries = groups.flatMap { group -> [Layer] in
      let named = group.layers.compactMap(\.entry)
      return named.isEmpty ? [] : (group.heading.map { [.entry(nil, title: $0)] } ?? []) + named
    }
    return entries + map(\.unnamed)
  }
}

extension Layer {
  /// The layer's entry in a legend, if it has one.
  fileprivate var entry: Layer? {
    switch self {
    case .curve(let curve): curve.title.map { .entry(curve.style, title: $0) }
    case .curves(let curves): curves.title.map { .entry(curves.style, title: $0) }
    case .band(_, _, let color, let title): title.map { .entry(LineStyle(color, width: 10), title: $0) }
    case .level(_, let style, let title): title.map { .entry(style, title: $0) }
    default: nil
    }
  }

  /// The layer without its entry.
  fileprivate var unnamed: Layer {
    switch self {
    case .curve(var curve):
      curve.title = nil
      return .curve(curve)
    case .curves(var curves):
      curves.title = nil
      return .curves(curves)
    case .band(let from, let to, let color, _): return .band(from: from, to: to, color: color, title: nil)
    case .level(let value, let style, _): return .level(value, style, title: nil)
    default: return self
    }
  }
}
