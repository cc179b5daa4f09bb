import Gnuplot
import Testing

@testable import Explorer

@Suite struct RememberingTests {
  @Test func theOldestGoesFirst() {
    var memory = LeastRecentlyUsed<String, Int>(limit: 10)
    for (index, name) in ["a", "b", "c"].enumerated() { memory.keep(index, for: name, size: 3) }
    // Asked for, so that b is the oldest now.
    #expect(memory.value(for: "a") == 0)
    memory.keep(3, for: "d", size: 3)
    #expect(memory.value(for: "b") == nil)
    #expect(["a", "c", "d"].allSatisfy { memory.value(for: $0) != nil })
    #expect(memory.size == 9 && memory.count == 3)
    // Room for this is made by two.
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
    // In the place of what was there it would be the wrong value.
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

  /// Figures have keys as long as there is room for them: each is held with its tables.
  @Test func keysOfFiguresAreBounded() {
    // A kilobyte of numbers, which all the figures share here, as they do not elsewhere.
    let table = Table(name: "numbers", header: ["x"], values: Array(repeating: 0, count: 128))
    func figure(_ number: Int) -> Figure { Figure(name: "f-\(number)", caption: "", panels: [], tables: [table]) }
    let memory = ExplorationMemory(keptKeys: 100 << 10)
    let first = memory.key(of: figure(0))
    #expect(memory.key(of: figure(0)) == first)
    #expect(memory.key(of: figure(1)) != first)
    for number in 2..<100 { _ = memory.key(of: figure(number)) }
    #expect(memory.key(of: figure(0)) != first)
    #expect(memory.key(of: figure(99)) == memory.key(of: figure(99)))
  }
}
