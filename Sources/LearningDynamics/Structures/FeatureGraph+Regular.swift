internal import Support

extension FeatureGraph {
  /// A ring: each item is joined to the next, and the last to the first.
  ///
  /// With w = 1/length the eigenvalues are 1/(1/σ² + w(2 − 2cos(2πk/P))), twice for each frequency k except 0 and P/2; the modes are
  /// sines and cosines.
  ///
  /// - Parameters:
  ///   - items: P, at least 3.
  ///   - length: of every edge.
  ///   - deviation: σ.
  /// - Throws: ``DatasetError`` for values out of range.
  public static func ring(_ items: Int = 12, length: Double = 1, deviation: Double = 2) throws(DatasetError) -> Self {
    try DatasetError.require("items", items, atLeast: 3)
    try requireNodes(items)
    let levels = (0...items / 2).map { frequency in
      PopulationSpectrum.Level(
        "frequency \(frequency)",
        eigenvalue: inverse(2 - 2 * cos(2 * .pi * Double(frequency) / Double(items)), length, deviation),
        multiplicity: frequency == 0 || 2 * frequency == items ? 1 : 2)
    }
    return try Self(
      items: names(ItemRing.months, for: items), hidden: 0,
      edges: (0..<items).map { Edge($0, ($0 + 1) % items, length: length) }, deviation: deviation,
      known: PopulationSpectrum(levels: levels))
  }

  /// A chain: each item is joined to the next.
  ///
  /// The eigenvalues are 1/(1/σ² + w(2 − 2cos(πk/P))); the mode with k changes of sign is v_i = cos(πk(i + ½)/P).
  ///
  /// - Parameters:
  ///   - items: P, at least 2.
  ///   - length: of every edge.
  ///   - deviation: σ.
  /// - Throws: ``DatasetError`` for values out of range.
  public static func chain(_ items: Int = 8, length: Double = 1, deviation: Double = 2) throws(DatasetError) -> Self {
    try DatasetError.require("items", items, atLeast: 2)
    try requireNodes(items)
    let levels = (0..<items).map { changes in
      PopulationSpectrum.Level(
        changes == 1 ? "1 sign change" : "\(changes) sign changes",
        eigenvalue: inverse(pathMoment(changes, items), length, deviation), multiplicity: 1)
    }
    return try Self(
      items: names(ItemOrdering.animalsBySize, for: items), hidden: 0,
      edges: (0..<items - 1).map { Edge($0, $0 + 1, length: length) }, deviation: deviation,
      known: PopulationSpectrum(levels: levels))
  }

  /// A grid of rows and columns: each item is joined to its neighbours.
  ///
  /// The eigenvalues are 1/(1/σ² + w(2 − 2cos(πk/R)) + w(2 − 2cos(πl/C))); a mode is the product of those of two chains.
  ///
  /// - Parameters:
  ///   - rows: R, at least 1.
  ///   - columns: C, at least 1.
  ///   - length: of every edge.
  ///   - deviation: σ.
  /// - Throws: ``DatasetError`` for values out of range.
  public static func grid(
    rows: Int = 4, columns: Int = 4, length: Double = 1, deviation: Double = 2
  ) throws(DatasetError) -> Self {
    try DatasetError.require("rows", rows, atLeast: 1)
    try DatasetError.require("columns", columns, atLeast: 1)
    let items = try DatasetError.itemCount(groups: rows, size: columns)
    try requireNodes(items)
    var values: [Double] = []
    for down in 0..<rows {
      for across in 0..<columns {
        values.append(inverse(pathMoment(down, rows) + pathMoment(across, columns), length, deviation))
      }
    }
    var edges: [Edge] = []
    for item in 0..<items {
      if item % columns + 1 < columns { edges.append(Edge(item, item + 1, length: length)) }
      if item + columns < items { edges.append(Edge(item, item + columns, length: length)) }
    }
    return try Self(
      items: (0..<items).map { "\($0 / columns + 1)-\($0 % columns + 1)" }, hidden: 0, edges: edges,
      deviation: deviation, known: PopulationSpectrum(eigenvalues: values.sorted(by: >)))
  }

  /// Unrelated clusters: the items of each are joined to one hidden node.
  ///
  /// With τ = 1/σ² the eigenvalues are (mw + τ)/(τ(mw + w + τ)), once for each cluster of m items, and 1/(w + τ) for differences within one.
  ///
  /// - Parameters:
  ///   - clusters: at least 1.
  ///   - members: m, at least 1.
  ///   - length: of every edge.
  ///   - deviation: σ.
  /// - Throws: ``DatasetError`` for values out of range.
  public static func clusters(
    _ clusters: Int = 3, members: Int = 4, length: Double = 1, deviation: Double = 2
  ) throws(DatasetError) -> Self {
    try DatasetError.require("clusters", clusters, atLeast: 1)
    try DatasetError.require("members", members, atLeast: 1)
    let items = try DatasetError.itemCount(groups: clusters, size: members)
    let (weight, rest, size) = (1 / length, 1 / (deviation * deviation), Double(members))
    return try Self(
      items: names(members == 4 ? UnrelatedClusters.everydayThings : [], for: items), hidden: clusters,
      edges: (0..<items).map { Edge($0, items + $0 / members, length: length) }, deviation: deviation,
      known: PopulationSpectrum(levels: [
        PopulationSpectrum.Level(
          "clusters", eigenvalue: (size * weight + rest) / (rest * (size * weight + weight + rest)),
          multiplicity: clusters),
        PopulationSpectrum.Level(
          "items", eigenvalue: 1 / (weight + rest), multiplicity: clusters * (members - 1)),
      ]))
  }

  /// A tree in which every inner node is hidden and has the same number of children.
  ///
  /// The modes of level l are equal below each node of that level, and sum to zero below its parent. Their eigenvalue is 1/x_T, where
  /// x_l = d_l, x_(k+1) = d_(k+1) − b w²/x_k, d_k = 1/σ² + w·(the edges of a node of level k): elimination from the top.
  ///
  /// - Parameters:
  ///   - levels: T, below the root; at least 1.
  ///   - branches: b, at least 2.
  ///   - length: of every edge.
  ///   - deviation: σ.
  /// - Throws: ``DatasetError`` for values out of range.
  public static func tree(
    levels: Int = 3, branches: Int = 2, length: Double = 1, deviation: Double = 2
  ) throws(DatasetError) -> Self {
    let shape = try DiffusionTree(levels: levels, branches: branches)
    let (items, nodes) = (shape.leafCount, shape.nodeCount)
    try requireNodes(nodes)
    // Leaves are the last nodes of the tree and the first of the graph.
    let inner = nodes - items
    func place(_ node: Int) -> Int { node >= inner ? node - inner : items + node }
    let edges = (1..<nodes).map { Edge(place(shape.parent(of: $0) ?? 0), place($0), length: length) }
    let (weight, rest, children) = (1 / length, 1 / (deviation * deviation), Double(branches))
    func diagonal(_ level: Int) -> Double {
      rest + weight * ((level > 0 ? 1 : 0) + (level < levels ? children : 0))
    }
    var nodesOnLevel = 1
    var found: [PopulationSpectrum.Level] = []
    for level in 0...levels {
      var pivot = diagonal(level)
      for next in level..<levels { pivot = diagonal(next + 1) - children * weight * weight / pivot }
      let above = level == 0 ? 0 : nodesOnLevel / branches
      found.append(
        PopulationSpectrum.Level("level \(level)", eigenvalue: 1 / pivot, multiplicity: nodesOnLevel - above))
      nodesOnLevel *= branches
    }
    return try Self(
      items: shape.itemNames, hidden: inner, edges: edges, deviation: deviation,
      known: PopulationSpectrum(levels: found))
  }

  /// 2 − 2cos(πk/P): the eigenvalues of the Laplacian of a chain.
  private static func pathMoment(_ changes: Int, _ items: Int) -> Double {
    2 - 2 * cos(.pi * Double(changes) / Double(items))
  }

  /// 1/(1/σ² + μ/length).
  private static func inverse(_ moment: Double, _ length: Double, _ deviation: Double) -> Double {
    1 / (1 / (deviation * deviation) + moment / length)
  }

  private static func names(_ chosen: [String], for count: Int) -> [String] {
    count == chosen.count ? chosen : (1...count).map { "item-\($0)" }
  }
}
