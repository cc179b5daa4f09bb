internal import GSL

extension Recording {
  /// The loss of each item over time, against what a phase teaches: (1/N) ‖ŷ_i − y_i‖², whether or not the phase shows it.
  ///
  /// - Parameters:
  ///   - phase: the phase of the targets, from 0; nil for the dataset's own.
  ///   - indices: of ``keptEpochs``; all when nil.
  /// - Returns: a list for each item, with a number for each index.
  /// - Complexity: O(r·n·P) for each index.
  public func itemLosses(againstPhase phase: Int?, at indices: [Int]? = nil) -> [[Double]] {
    let targets = phase.map { problem.phases[$0].outputTargets } ?? problem.outputTargets
    let indices = indices ?? Array(keptEpochs.indices)
    let items = problem.inputs.rows
    let features = Double(problem.entryCount / items)
    var losses = [[Double]](repeating: [], count: items)
    for index in indices {
      let map = endToEndMaps[index]
      let responses = problem.isOneHot ? map : map * problem.inputs.transposed
      for (item, loss) in responses.columnDistances(to: targets).enumerated() {
        losses[item].append(loss / features)
      }
    }
    return losses
  }
}

extension Matrix {
  /// ‖a_j − b_j‖² for each column j.
  func columnDistances(to other: Matrix) -> [Double] {
    var sums = [Double](repeating: 0, count: columns)
    elements.withUnsafeBufferPointer { left in
      other.elements.withUnsafeBufferPointer { right in
        for start in stride(from: 0, to: left.count, by: columns) {
          for column in 0..<columns {
            let difference = left[start + column] - right[start + column]
            sums[column] += difference * difference
          }
        }
      }
    }
    return sums
  }
}
