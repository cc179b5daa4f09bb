import Foundation
import GSL
import LearningDynamics
import PluginKit
import Testing

/// Tables of similarities from outside.
@Suite struct SimilarityTableTests {
  private let items = ["Cat", "Dog", "Owl"]

  private func given(_ table: String) throws -> GivenSimilarities {
    try SimilarityTable(table, file: "r.csv").similarities(of: items)
  }

  /// Commas, tabs and semicolons; a missing first cell; half a matrix; in another order; a typographic minus.
  @Test(arguments: [
    ",Cat,Dog,Owl\nCat,0,1,2\nDog,1,0,3\nOwl,2,3,0\n", "Cat\tDog\tOwl\nCat\t0\t1\t2\nDog\t1\t0\t3\nOwl\t2\t3\t0\n",
    "item;Cat;Dog;Owl\nCat;0;1;2\nDog;;0;3\nOwl;;NA;0\n", ",Owl,Cat,Dog\nOwl,0,2,3\nCat,2,0,1\nDog,3,1,0\n",
    "0,1,2\n1,0,3\n2,3,0\n", "0\t\t\n1\t0\t\n2\t3\t0\n",
  ])
  func reads(table: String) throws {
    let given = try given(table)
    #expect(given.matrix == Matrix([[0, 1, 2], [1, 0, 3], [2, 3, 0]]) && given.areDistances)
    #expect(given.items == [0, 1, 2] && given.notes.isEmpty)
  }

  /// Names may be numbers.
  @Test func numberedItems() throws {
    let table = try SimilarityTable(",1,2,3\n1,0,4,5\n2,4,0,6\n3,5,6,0\n", file: "r.csv")
    let given = try table.similarities(of: ["3", "2", "1"])
    #expect(given.matrix == Matrix([[0, 6, 5], [6, 0, 4], [5, 4, 0]]) && given.notes.isEmpty)
  }

  @Test func readsSimilarities() throws {
    let given = try given(",Cat,Dog,Owl\nCat,1,−0.5,0\nDog,-0.5,1,0.25\nOwl,0,0.25,1\n")
    #expect(!given.areDistances && given.matrix[0, 1] == -0.5)
  }

  @Test(arguments: [
    ("", "a row and a column"), (",Cat,Dog\nCat,0,1\nDog,1,0\nOwl,1,1\n", "names 2 items, but there are 3 lines"),
    (",Cat,Dog,Owl\nCat,0,1,2\nOwl,2,3,0\nDog,1,0,3\n", "the same items in the same order"),
    (",Cat,Dog,Owl\nCat,0,1,2\nDog,1,0\nOwl,2,3,0\n", "2 numbers for 3 items"),
    (",Cat,Dog,Owl\nCat,0,1,far\nDog,1,0,3\nOwl,2,3,0\n", "'far' is not a number"),
    (",Cat,Dog,Owl\nCat,0,1,inf\nDog,1,0,3\nOwl,2,3,0\n", "'inf' is not a number"),
    (",Cat,Dog,Owl\nCat,0,1,2\nDog,1,0,3\nOwl,2.5,3,0\n", "two numbers, 2.5 and 2"),
    (",Cat,Dog,Owl\nCat,0,1,nan\nDog,1,0,3\nOwl,nan,3,0\n", "has no number"),
    (",Cat,Cat,Owl\nCat,0,1,2\nCat,1,0,3\nOwl,2,3,0\n", "'Cat' is there twice"),
    (",Cat,Dog,Owll\nCat,0,1,2\nDog,1,0,3\nOwll,2,3,0\n", "only 2 of the dataset's items"),
    ("0,1\n1,0\n", "but it has 2"),
  ])
  func refuses(table: String, reason: String) {
    do {
      _ = try given(table)
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  /// Beside features in a dataset file.
  @Test func inDatasetFiles() throws {
    let ratings = ",Cat,Dog,Owl\nCat,0,1,2\nDog,1,0,3\nOwl,2,3,0\n"
    let text = "summary: s\ntable: |\n  i,f,g\n  Cat,1,0\n  Dog,1,1\n  Owl,0,1\nsimilarities: [r.csv]\n"
    func dataset(_ text: String, _ tables: [String: String]) throws -> Dataset {
      let descriptor = try DatasetDescriptor(DatasetFile(name: "d.yaml", text: text, tables: tables))
      var sampler = try DataSampler(seed: 1, convention: .tutorial)
      return try descriptor.makeDataset(ParameterValues(descriptor.description.parameters), &sampler)
    }
    let made = try dataset(text, ["r.csv": ratings])
    #expect(try made.similarities == [given(ratings)])
    let tree = try dataset(
      "summary: s\ntree: [[Cat, Dog], [Owl]]\nfeatures: 20\nsimilarities: [r.csv]\n", ["r.csv": ratings])
    #expect(try tree.similarities == [given(ratings)])
    for (text, tables, reason) in [
      (text, [:], "has no file 'r.csv'"), (text, ["r.csv": "0,1\n1,0\n"], "but it has 2"),
      (text.replacing("[r.csv]", with: "r.csv"), ["r.csv": ratings], "takes a list"),
      (text.replacing("[r.csv]", with: "[r.csv, r.csv]"), ["r.csv": ratings], "given twice"),
      (text.replacing("[r.csv]", with: "[r.npy]"), ["r.npy": ratings], "not a table"),
      (text.replacing("[r.csv]", with: "[../r.csv]"), ["../r.csv": ratings], "in the folder of this file"),
    ] {
      do {
        _ = try dataset(text, tables)
        Issue.record("\(reason): it was read")
      } catch {
        #expect("\(error)".contains(reason), "\(error)")
      }
    }
  }
}
