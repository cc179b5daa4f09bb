#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import Support

/// The contents of `sweep.json`: everything that the numbers of a sweep depend on.
struct SweepRecord: Codable, Hashable {
  /// The program that wrote it.
  struct Program: Codable, Hashable {
    var name: String
    var version: String
  }

  var program: Program
  /// Increases when the same request would give other numbers, so that they are never mixed with earlier ones.
  var numbers: Int
  /// The number of its pieces.
  var pieces: Int
  /// The number of its runs.
  var runs: Int
  /// The request.
  var sweep: SweepRequest
  /// Size and checksum of the finished table; nil before that, and in records of earlier versions of the program.
  var table: TableMark?

  static let ours = "dlnn-sim"
  private static let currentNumbers = 5

  init(_ plan: SweepPlan, pieces: Int, programVersion: String) {
    program = Program(name: Self.ours, version: programVersion)
    numbers = Self.currentNumbers
    self.pieces = pieces
    runs = plan.count
    sweep = plan.request
  }

  /// Reads a record.
  ///
  /// - Throws: the problem in words.
  init(_ bytes: [UInt8]) throws(Damage) {
    do {
      self = try JSONDecoder().decode(SweepRecord.self, from: Data(bytes))
    } catch {
      throw Damage(reason: "it is damaged, or not a record of a sweep")
    }
    guard program.name == Self.ours else { throw Damage(reason: "it was written by another program") }
  }

  /// A problem with a record.
  struct Damage: Error {
    let reason: String
  }

  /// The record as it was when the sweep started.
  private var begun: SweepRecord {
    var begun = self
    begun.table = nil
    return begun
  }

  /// The checksum of the record, the same before and after the table was finished.
  func checksum() throws -> String { Checksum(try begun.text()).text }

  /// The record as text.
  func text() throws -> String { try JSONText.of(self) + "\n" }

  /// How another sweep differs, in words; nil if it is the same.
  func difference(from other: SweepRecord) -> String? {
    if begun == other.begun { return nil }
    if sweep.vary != other.sweep.vary {
      return "it varies \(other.sweep.vary.joined(separator: ", "))" + (other.sweep.vary.isEmpty ? "datasets only" : "")
    }
    guard sweep == other.sweep else {
      let (mine, its) = (Self.options(sweep.run), Self.options(other.sweep.run))
      return mine == its
        ? "its dataset files are different" : "its other options are \(its.isEmpty ? "the defaults" : its)"
    }
    if runs != other.runs || pieces != other.pieces, numbers == other.numbers, program == other.program {
      return "its sweep.json (\(other.runs.grouped) runs in \(other.pieces.grouped) pieces) was changed"
    }
    return
      "it was started by version \(other.program.version) (numbers \(other.numbers)) of the program, and this is version "
      + "\(program.version) (numbers \(numbers))"
  }

  /// The options of a run as on a command line.
  private static func options(_ run: RunRequest) -> String {
    run.commandLine(program: "run").dropFirst("run".count).trimmed
  }
}

/// The running program, to distinguish it from a build of other sources.
enum RunningProgram {
  /// A checksum of the program's file, including plugins; nil if the file cannot be read.
  ///
  /// It is the same on every machine that runs the same file. Two builds with different checksums may compute equal numbers.
  static let checksum: String? = {
    // The file that was started, even if it has been replaced since.
    if let checksum = checksum(of: "/proc/self/exe") { return checksum }
    let name = CommandLine.arguments.first ?? ""
    return (name.contains("/") ? name : ExecutableSearch.path(of: name)).flatMap { checksum(of: $0) }
  }()

  /// A checksum of a file; nil if it cannot be read.
  ///
  /// Like FNV-1a, but eight bytes at a time, in four sums that each take every fourth eight: a program has a hundred megabytes, and
  /// every sweep starts with this. The high half is folded into the low one, because a product carries differences upwards
  /// only.
  static func checksum(of path: String) -> String? {
    guard let file = FileReader(path) else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    defer { buffer.deallocate() }
    let words = buffer.bindMemory(to: UInt64.self)
    guard let first = words.baseAddress else { return nil }
    let prime: UInt64 = 0x100_0000_01b3
    var (one, two, three, four) = (UInt64(file.size), UInt64(1), UInt64(2), UInt64(3))
    var offset = 0
    while let count = file.read(into: buffer, at: offset) {
      if count == 0 { return String(((one &* prime ^ two) &* prime ^ three) &* prime ^ four, radix: 16) }
      let end = (count + 31) / 32 * 4
      for index in count..<8 * end { buffer[index] = 0 }
      // No functions and no range, which are slow where nothing is optimized.
      var index = 0
      while index < end {
        one = (one ^ first[index]) &* prime
        two = (two ^ first[index + 1]) &* prime
        three = (three ^ first[index + 2]) &* prime
        four = (four ^ first[index + 3]) &* prime
        one ^= one >> 32
        two ^= two >> 32
        three ^= three >> 32
        four ^= four >> 32
        index += 4
      }
      offset += count
    }
    return nil
  }
}
