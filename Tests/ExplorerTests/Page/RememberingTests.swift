import Gnuplot
import Testing

@testable import Explorer

@Suite struct RememberingTests {
  @Test func theOldestGoesFirst() {
    var memory = LeastRecentlyUsed<String, Int>(limit: 10)
    for (index, name) in ["a", "b", "c"].enumerated() { memory.keep(index, for: name, size: 3) }
    // a was used, so b is the oldest now.
    #expect(memory.value(for: "a") == 0)
    memory.keep(3, for: "d", size: 3)
    #expect(memory.value(for: "b") == nil)
    #expect(["a", "c", "d"].allSatisfy { memory.value(for: $0) != nil })
    #expect(memory.size == 9 && memory.count == 3)
    // Two values are removed to make room.
    memory.keep(4, for: "e", size: 6)
    #expect(memory.value(for: "a") == nil && memory.value(for: "c") == nil)
    #expect(memory.value(for: "d") == 3 && memory.value(for: "e") == 4 && memory.size == 9)
  }

  @Test func whatIsTooLargeIsNotKept() {
    var memory = LeastRecentlyUsed<String, Int>(limit: 10)
    memory.keep(1, for: "a", size: 10)
    #expect(memory.value(for: "a") == 1)
    memory.keep(2, for: "b", size: 11)
    #expect(memory.value(for: "b") == nil && memory.value(for: "a") == 1)
    // The old value must not stay: it would be wrong.
    memory.keep(3, for: "a", size: 11)
    #expect(memory.value(for: "a") == nil && memory.size == 0 && memory.count == 0)
  }

  @Test func theSizeStaysWithinTheLimit() {
    var memory = LeastRecentlyUsed<Int, Int>(limit: 100)
    for index in 0..<1000 {
      memory.keep(index, for: index % 37, size: index * 7 % 41)
      #expect(memory.size <= 100)
      #expect(memory.value(for: index % 37) == index)
    }
  }

  @Test func equalFiguresHaveOneKey() {
    func figure(_ number: Double) -> Figure {
      Figure(name: "f", caption: "", panels: [], tables: [Table(name: "numbers", header: ["x"], values: [number])])
    }
    let memory = ExplorationMemory()
    #expect(memory.key(of: figure(1)) == memory.key(of: figure(1)))
    #expect(memory.key(of: figure(.nan)) == memory.key(of: figure(.nan)))
    #expect(memory.key(of: figure(1)) != memory.key(of: figure(2)))
    // Another process must have different keys.
    #expect(memory.key(of: figure(1)) != ExplorationMemory().key(of: figure(1)))
  }
}
