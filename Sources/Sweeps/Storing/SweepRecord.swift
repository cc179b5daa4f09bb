internal import Experiments

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
  /// How many runs it has.
  var runs: Int
  /// What was asked for.
  var sweep: SweepRequest

  static let ours = "dlnn-sim"

  init(_ plan: SweepPlan, programVersion: String) {
    program = Program(name: Self.ours, version: programVersion)
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

  /// The record as text.
  func text() throws -> String { try JSONText.of(self) + "\n" }

  /// How another sweep differs, in words; nil where it is the same.
  func difference(from other: SweepRecord) -> String? {
    if self == other { return nil }
    if sweep.vary != other.sweep.vary {
      return "it varies \(other.sweep.vary.joined(separator: ", "))" + (other.sweep.vary.isEmpty ? "datasets only" : "")
    }
    guard sweep == other.sweep else {
      let (mine, its) = (sweep.run.commandLine(program: ""), other.sweep.run.commandLine(program: ""))
      return mine == its
        ? "its dataset files hold something else"
        : "its other options are \(its == " " || its.isEmpty ? "the defaults" : its)"
    }
    return "version \(other.program.version) of the program began it, and this is \(program.version)"
  }
}
