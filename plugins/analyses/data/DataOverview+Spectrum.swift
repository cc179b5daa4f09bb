import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension DataOverview {
  /// With more levels than this, they have no names.
  private static let mostNames = 10

  /// The singular values of the sample beside those that the structure predicts before any sampling, level by level.
  func spectrum(_ spectrum: PopulationSpectrum, of dataset: Dataset) throws -> Figure {
    let sample = try dataset.targetSingularValues()
    let levels = spectrum.levels
    var (predicted, first) = ([(from: Double, to: Double, value: Double)](), 1)
    for level in levels {
      let last = first + level.multiplicity - 1
      predicted.append(
        (Double(first) - 0.4, Double(last) + 0.4, level.singularValue(features: dataset.features.numbered)))
      first = last + 1
    }
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let modes = Table(
      name: "spectrum", header: ["x", "y"],
      values: sample.enumerated().flatMap { [Double($0.offset + 1), $0.element] })
    let population = Table(
      name: "spectrum-predicted", header: ["x1", "y1", "x2", "y2"],
      values: predicted.flatMap { [$0.from, $0.value, $0.to, $0.value] })
    let names =
      levels.count <= Self.mostNames
      ? zip(levels, predicted).map { level, place in
        Layer.entry(nil, title: "\(level.name): \(place.value.significant(3))")
      } : []
    return Figure(
      name: "spectrum", caption: "The modes of \(dataset.identifier), and what its structure predicts", size: size,
      panels: [
        Panel(
          area: area, title: "Modes of the structure and of this sample",
          x: Axis("mode", range: Axis.Range(0.4, Double(max(sample.count, first - 1)) + 0.6)),
          y: .fromZero("singular value", sample + predicted.map(\.value)), legend: .beside(area, in: size),
          layers: [
            .segments(table: population.name, LineStyle(.black, width: 2)),
            .points(table: modes.name, .category(0)),
            .entry(LineStyle(.category(0), width: 8), title: "this sample"),
            .entry(LineStyle(.black, width: 2), title: "before any sampling"),
          ] + names)
      ],
      tables: [modes, population])
  }
}
