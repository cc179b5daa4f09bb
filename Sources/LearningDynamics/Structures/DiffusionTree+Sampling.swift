public import GSL

extension DiffusionTree {
  /// Features sampled by branching diffusion, P × N, each entry −1 or +1.
  ///
  /// For each feature in turn the root draws a sign, −1 with probability ½; every other node takes its parent's sign,
  /// flipped with ``flipProbability``; the signs at the leaves are the feature's column. One uniform number is drawn
  /// for each node in node order, and the node's factor is +1 if it is above the node's probability of a flip.
  ///
  /// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
  ///
  /// - Parameters:
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Complexity: O(N · nodes).
  public func sampleFeatures(_ features: Int, using sampler: inout DataSampler) -> Matrix {
    var targets = Matrix(rows: leafCount, columns: features)
    // One number for each node, at first uniform, then the sign; of several features at a time.
    let count = nodeCount
    let featuresAtOnce = max(16, 1024 / count)
    var nodes = [Double](repeating: 0, count: featuresAtOnce * count)
    let parents = (0..<count).map { parent(of: $0) ?? 0 }
    targets.elements.withUnsafeMutableBufferPointer { targets in
      nodes.withUnsafeMutableBufferPointer { nodes in
        for first in stride(from: 0, to: features, by: featuresAtOnce) {
          let last = min(first + featuresAtOnce, features)
          sampler.fill(UnsafeMutableBufferPointer(rebasing: nodes.prefix((last - first) * count)))
          for start in stride(from: 0, to: (last - first) * count, by: count) {
            nodes[start] = nodes[start] > 0.5 ? 1 : -1
            for node in 1..<count {
              let sign = nodes[start + parents[node]]
              nodes[start + node] = nodes[start + node] > flipProbability ? sign : -sign
            }
          }
          for (item, leaf) in leaves.enumerated() {
            let row = item * features
            for feature in first..<last { targets[row + feature] = nodes[(feature - first) * count + leaf] }
          }
        }
      }
    }
    return targets
  }
}
