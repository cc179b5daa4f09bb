import Foundation
import GSL
import LearningDynamics
import PluginKit
import Testing

/// Tables as people have them: a table file is a dataset.
@Suite struct TableFileTests {
  private func descriptor(_ table: String, name: String = "animals.csv") throws -> DatasetDescriptor {
    try DatasetDescriptor(DatasetFile(name: name, text: table))
  }

  private func dataset(_ table: String, name: String = "animals.csv") throws -> Dataset {
    let descriptor = try descriptor(table, name: name)
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    return try descriptor.makeDataset(ParameterValues(descriptor.description.parameters), &sampler)
  }

  private func refusal(_ table: String, name: String = "animals.csv") -> String {
    do {
      _ = try descriptor(table, name: name)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: ["animals.csv", "animals.tsv", "animals.TXT", "animals.tab", "animals.dat", "animals.data"])
  func isADataset(name: String) throws {
    let made = try dataset("item,can fly,has fur\nrobin,1,0\ndog,0,1\n", name: name)
    #expect(made.identifier == "animals" && made.items == ["robin", "dog"])
    #expect(Array(made.features) == ["can fly", "has fur"] && made.targets == Matrix([[1, -1], [-1, 1]]))
    // Another size gets a learning rate that suits it.
    #expect(made.recommendation.learningRate != nil && made.probe == nil)
    #expect(try descriptor("i,f\na,1\n", name: name).description.summary == "The table \(name)")
    #expect(DatasetFile.isPath(name))
  }

  /// A description of the same table gives the same dataset.
  @Test func aDescriptionOfItMakesTheSame() throws {
    let table = "item,can fly,has fur\nrobin,1,0\ndog,0,1\n"
    let file = DatasetFile(
      name: "animals.yaml", text: "summary: s\ntable-file: animals.csv\n", tables: ["animals.csv": table])
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    #expect(try DatasetDescriptor(file).makeDataset(ParameterValues([]), &sampler) == dataset(table))
  }

  @Test(arguments: [
    ("animals.csv", "animals"), ("My Animals (2).csv", "my-animals-2"), ("UPPER_case.TSV", "upper-case"),
    ("2021.csv", "table-2021"), ("all.csv", "table-all"), ("日本.txt", "table"), (".csv", "table"),
    ("a-" + String(repeating: "b", count: 80) + ".csv", "a-" + String(repeating: "b", count: 62)),
    (String(repeating: "a", count: 63) + "-b.csv", String(repeating: "a", count: 63)),
  ])
  func theNameMakesAnIdentifier(name: String, identifier: String) throws {
    #expect(DatasetFile(name: name, text: "").identifier == identifier)
    #expect(PluginRegistry.isIdentifier(identifier) && PluginDescription.isSummary("The table \(identifier)"))
    #expect(refusal("i,f\na,1\n", name: name) == "")
  }

  @Test func isAValue() throws {
    let file = DatasetFile(name: "t.csv", text: String(repeating: "x", count: 1 << 20), tables: ["x": "x"])
    #expect(file.tables.isEmpty)
    #expect(try JSONDecoder().decode(DatasetFile.self, from: JSONEncoder().encode(file)) == file)
    let large = DatasetFile(name: "t.yaml", text: String(repeating: "x", count: 1 << 20))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(DatasetFile.self, from: JSONEncoder().encode(large))
    }
  }

  /// Excel's first line, R's missing first cell, R's blanks, byte order marks: all give the same.
  @Test(arguments: [
    "item,can fly,has fur\nRobin,1,0\nDog,0,1\n", ",can fly,has fur\nRobin,1,0\nDog,0,1\n",
    "sep=;\nitem;can fly;has fur\r\nRobin;1;0\r\nDog;0;1\r\n",
    "\u{FEFF}\"sep=;\"\r\nitem;can fly;has fur\nRobin;1;0\nDog;0;1",
    "SEP=,\nitem,can fly,has fur\nRobin,1,0\nDog,0,1\n", "sep=|\r\nitem|can fly|has fur\rRobin|1|0\rDog|0|1\r",
    "\"can fly\"\t\"has fur\"\n\"Robin\"\t1\t0\n\"Dog\"\t0\t1\n", "can fly,has fur\nRobin,1,0\nDog,0,1\n",
    "\"can fly\" \"has fur\"\n\"Robin\" 1 0\n\"Dog\" 0 1\n",
    "item   \"can fly\"  \"has fur\"\nRobin  1  0\nDog    0  1  \n",
    "\u{FEFF}item\tcan fly\thas fur\nRobin\t1\t0\nDog\t0\t1\n",
  ])
  func tablesOfManyPrograms(table: String) throws {
    let made = try dataset(table)
    #expect(made.items == ["Robin", "Dog"] && Array(made.features) == ["can fly", "has fur"])
    #expect(made.targets == Matrix([[1, -1], [-1, 1]]))
  }

  /// Other separators may be part of a name.
  @Test(arguments: [
    ("item,a;b,c\nx,1,0\ny,0,1\n", ["a;b", "c"]), ("item;a,b;c\nx;1;0\ny;0;1\n", ["a,b", "c"]),
    ("item;a,b;c\nx;0,5;1\ny;0;1\n", []), ("item\ta,b,c\td;e\nx\t1\t0\n", ["a,b,c", "d;e"]),
    ("item;a\nx;1\n", ["a"]), ("a;b,c\nx,1,0\n", ["a;b", "c"]),
  ])
  func separatorsInNames(table: String, features: [String]) throws {
    guard !features.isEmpty else {
      #expect(refusal(table).contains("Write 0.5"))
      return
    }
    #expect(try Array(dataset(table).features) == features)
  }

  /// If all cells of the first line are read as features, a note says so, because it may not be intended.
  @Test func aMissingFirstCellIsSaid() throws {
    let notes = try descriptor("f1,f2\nRobin,1,0\nDog,0,1\n").notes
    #expect(notes.count == 1 && notes[0].contains("one cell fewer than the others"))
    #expect(try descriptor(",f1,f2\nRobin,1,0\nDog,0,1\n").notes == [])
    // A separator at the end of every line does not add a value.
    #expect(refusal("item,f\na,1,\nb,0,\n").contains("'a' has 2 of 1 values"))
  }

  /// A single column has no separator in R's first line.
  @Test func oneColumnWithoutAFirstCell() throws {
    #expect(try Array(dataset("\"f\"\n\"a\",1\n\"b\",0\n").features) == ["f"])
    #expect(try Array(dataset("\"f\"\n\"a\" 1\n\"b\" 0\n").features) == ["f"])
    #expect(refusal("animals\nrobin\n").contains("has no names of features"))
    #expect(refusal("my animals\nthe robin\na dog too\n").contains("has no names of features"))
  }

  @Test(arguments: [
    "robin,4.1,3.5,0.2\ncanary,4.4,3.1,0.1\n", "aardvark,1,0,0,1\nfrog,0,0,1,0\nfrog,0,0,1,0\n",
    "robin,yes,no\ndog,no,yes\n",
    "robin;4,1;3,5\ndog;1,0;2,5\n", "a,1\nb,0\n", "robin\t1\t?\t0\ndog\t1\t1\t0\n", "robin,-1e-3,NA\ndog,1,1\n",
    "robin,1,1\ndog,0,1\n",
  ])
  func aFirstLineOfValuesIsRefused(table: String) {
    #expect(
      refusal(table).hasPrefix(
        "animals.csv, line 1: The first line holds values. Put a line with the features' names above it."))
  }

  /// Numbers are names of features if they are in the first line.
  @Test func numbersCanBeNames() throws {
    #expect(try Array(dataset(",2019,2020\na,1,0\nb,0,1\n").features) == ["2019", "2020"])
    #expect(try Array(dataset("item,2019,later\na,1,0\nb,0,1\n").features) == ["2019", "later"])
  }

  @Test func tinyNumbersAreRead() throws {
    let made = try dataset("item,a,b,c\nRobin,0.3,-1.1102230246251565e-16,1\nDog,-0.3,2.3e-7,0\n")
    #expect(made.targets == Matrix([[0.3, -1.1102230246251565e-16, 1], [-0.3, 2.3e-7, 0]]))
  }

  /// Even a table of such numbers is a dataset that can be trained on, or a readable error.
  @Test(arguments: ["1e-7", "1e-30", "1e-160", "1e-300", "5e-324"])
  func tablesOfTinyNumbers(number: String) throws {
    let made = try dataset("item,a,b\nRobin,\(number),0\nDog,0,-\(number)\n")
    #expect(made.targets.isFinite)
    let plan = try TrainingSettings().plan(for: made)
    #expect(plan.learningRate > 0)
  }

  @Test(arguments: [
    ("\"1,234\"", "Write 1234 if the mark separates thousands, 1.234 if it is the decimal point"),
    ("\"12,345,678\"", "Write 12345678: use a point"), ("\"0,5\"", "Write 0.5: use a point"),
    ("\"-1,5\"", "Write -1.5"),
    ("\"1,234.5\"", "Write 1234.5"), ("\"1.234,5\"", "Write 1234.5"), ("1.234.567", "Write 1234567"),
    ("\"a,b\"", "Use a point for decimals"), ("\",\"", "Use a point for decimals"),
    ("\"1,,2\"", "Use a point for decimals"),
    ("0x1F", "needs a decimal number"), ("1e7", "up to a million"),
  ])
  func bothReadingsOfAMarkAreNamed(cell: String, advice: String) {
    #expect(refusal("item,a\nRobin,\(cell)\n").contains(advice), "\(refusal("item,a\nRobin,\(cell)\n"))")
  }

  static let birds = "item,flies,feathers,legs\nrobin,1,1,2\npenguin,0,1,2\nsalmon,0,0,0\n"

  /// Because of one column of counts all others are read as numbers: a no is then 0. A note says so, with the fix.
  @Test func aColumnOfCountsIsSaid() throws {
    let notes = try descriptor(Self.birds).notes
    #expect(notes.count == 1)
    #expect(
      notes[0].hasPrefix("2 of 3 columns hold only 0 and 1, and are read as numbers because 'legs' holds other numbers")
    )
    #expect(notes[0].hasSuffix("write −1 instead, or leave 'legs' out."))
    #expect(try dataset(Self.birds).targets[1, 0] == 0)
    // The suggested fixes work.
    let without = "item,flies,feathers\nrobin,1,1\npenguin,0,1\nsalmon,0,0\n"
    #expect(try descriptor(without).notes == [] && dataset(without).targets[1, 0] == -1)
    let minus = Self.birds.replacing(",0", with: ",-1")
    #expect(try descriptor(minus).notes == [] && dataset(minus).targets[1, 0] == -1)
    // No note if numbers are requested, or if no column is ambiguous.
    let numeric = DatasetFile(
      name: "a.yaml", text: "summary: s\nnumeric: yes\ntable-file: t.csv\n", tables: ["t.csv": Self.birds])
    #expect(try DatasetDescriptor(numeric).notes == [])
    #expect(try descriptor("item,a,b\nx,0.5,2\ny,3,0\n").notes == [])
    let several = try descriptor("item,a,b,c\nx,0,2,7\ny,1,0,0.5\n").notes
    #expect(
      several[0].hasPrefix("1 of 3 columns holds only 0 and 1, and is read as numbers because 'b' and 1 more hold"))
  }

  @Test func aByteOrderMarkBeforeYAML() throws {
    let file = DatasetFile(name: "bom.yaml", text: "\u{FEFF}summary: BOM\ntree: [[a, b], [c, d]]\n")
    #expect(try DatasetDescriptor(file).description.summary == "BOM")
    let wrong = DatasetFile(name: "bom.yaml", text: "\u{FEFF}summary: BOM\ntre: [[a, b], [c, d]]\n")
    #expect(#expect(throws: DatasetFileError.self) { try DatasetDescriptor(wrong) }?.line == 2)
  }

  @Test(arguments: ["animals", "animals.xlsx", "animals.ods", "animals.json"])
  func otherEndingsAreRefused(name: String) {
    #expect(
      refusal("item,f\na,1\n", name: name).contains("ends with .yaml or .yml, the name of a table with .csv, .tsv"))
  }

  @Test func theLimitOfSummariesIsWritten() {
    #expect(DatasetFile.keys.first { $0.name == "summary" }?.meaning.contains("up to 90 characters") == true)
    #expect(PluginDescription.longestSummary == 90)
  }
}
