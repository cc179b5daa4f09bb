internal import Experiments
internal import LearningDynamics
internal import Support

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What `sweep.json` holds: everything that the numbers of a sweep depend on.
struct SweepRecord: Codable, Hashable {
  /// Who wrote it.
  struct Program: Codable, Hashable {
    var name: String
    var version: String
  }

  var program: Program
  /// Grows when the same request would give other numbers, so that these are never mixed with earlier ones.
  var numbers: Int
  /// In how many pieces it is kept.
  var pieces: Int
  /// How many runs it has.
  var runs: Int
  /// What was asked for.
  var sweep: SweepRequest
  /// What the finished table is; nil until there is one, and in records of earlier versions of the program.
  var table: TableMark?

  static let ours = "dlnn-sim"
  private static let currentNumbers = 1

  init(_ plan: SweepPlan, pieces: Int, programVersion: String) {
    program = Program(name: Self.ours, version: programVersion)
    numbers = Self.currentNumbers
    self.pieces = pieces
    runs = plan.count
    sweep = plan.request
  }

  /// Reads a record.
  ///
  /// - Throws: what is wrong with it, in words.
  init(_ bytes: [UInt8]) throws(Damage) {
    do {
      self = try JSONDecoder().decode(SweepRecord.self, from: Data(bytes))
    } catch {
      throw Damage(reason: "it is damaged, or something else")
    }
    guard program.name == Self.ours else { throw Damage(reason: "it is another program's") }
  }

  /// What is wrong with a record.
  struct Damage: Error {
    let reason: String
  }

  /// The record as it was when the sweep was begun.
  private var begun: SweepRecord {
    var begun = self
    begun.table = nil
    return begun
  }

  /// The checksum of the record, the same before and after the table was finished.
  func checksum() throws -> String { Checksum(try begun.text()).text }

  /// The record as text.
  func text() throws -> String { try JSONText.of(self) + "\n" }

  /// How another sweep differs, in words; nil where it is the same.
  func difference(from other: SweepRecord) -> String? {
    if begun == other.begun { return nil }
    if sweep.vary != other.sweep.vary {
      return "it varies \(other.sweep.vary.joined(separator: ", "))" + (other.sweep.vary.isEmpty ? "datasets only" : "")
    }
    guard sweep == other.sweep else {
      let (mine, its) = (Self.options(sweep.run), Self.options(other.sweep.run))
      return mine == its
        ? "its dataset files hold something else" : "its other options are \(its.isEmpty ? "the defaults" : its)"
    }
    if runs != other.runs || pieces != other.pieces, numbers == other.numbers, program == other.program {
      return "its sweep.json, which says \(other.runs.grouped) runs in \(other.pieces.grouped) pieces, was changed"
    }
    return "version \(other.program.version) (numbers \(other.numbers)) of the program began it, and this is "
      + "\(program.version) (\(numbers))"
  }

  /// The options of a run as a command line has them.
  private static func options(_ run: RunRequest) -> String {
    run.commandLine(program: "run").dropFirst("run".count).trimmed
  }
}
