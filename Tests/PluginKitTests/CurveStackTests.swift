import Gnuplot
import PluginKit
import Testing

@Suite struct CurveStackTests {
  /// Curves of 13 modes on an axis from 0 to 1: one rises steadily, one jumps, one stays below half a pixel, all others stay 0.
  private static func curve(_ mode: Int) -> [Double] {
    switch mode {
    case 7: [0, 0.25, 0.5, 0.75, 1]
    case 8: [0, 0, 0, 1, 1]
    case 9: [0, 5e-4, 5e-4, -5e-4, 0]
    default: [0, 0, 0, 0, 0]
    }
  }

  @Test func onlyWhatCanBeSeenIsDrawn() throws {
    let stack = try #require(CurveStack(6..<19, height: 1, values: Self.curve))
    #expect(stack.modes == [7, 8])
    let table = try #require(stack.tables("modes-others", dividedBy: 2).first)
    let rows: [[Double?]] = [
      [8, 0, 0], [8, 4, 0.5], [8, nil, nil], [9, 0, 0], [9, 2, 0], [9, 3, 0.5], [9, 4, 0.5], [9, nil, nil],
    ]
    #expect(table.header == ["mode", "epoch", "value"])
    #expect(table.values.map { $0.isNaN ? nil : $0 } == rows.flatMap { $0 })
    #expect(stack.layers(table.name, style: .guide, title: "others").count == 1)
  }

  @Test func fewCurvesHaveNoStack() {
    #expect(CurveStack(6..<18, height: 1, values: Self.curve) == nil)
  }

  @Test func nothingIsDrawnWhereNothingIsSeen() throws {
    let stack = try #require(CurveStack(10..<40, height: 1, values: Self.curve))
    #expect(stack.modes.isEmpty && stack.tables("modes-others").isEmpty)
    #expect(stack.layers("modes-others", style: .guide, title: "others").isEmpty)
  }
}
