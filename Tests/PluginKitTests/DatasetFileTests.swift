import Foundation
import GSL
import LearningDynamics
import PluginKit
import Testing

/// Reading dataset files.
@Suite struct DatasetFileTests {
  private func dataset(
    _ text: String, name: String = "my-data.yaml", tables: [String: String] = [:], settings: [String: String] = [:]
  ) throws -> Dataset {
    let descriptor = try DatasetDescriptor(DatasetFile(name: name, text: text, tables: tables))
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    return try descriptor.makeDataset(
      ParameterValues(descriptor.description.parameters, settings: settings), &sampler)
  }

  /// The tutorial's dataset, written as a file, is the same dataset.
  @Test(arguments: [
    "holds-for: [Tuna, Robin, Canary]", "values: [no, yes, yes, yes, no, no, no, no]",
    "values: [-1, +1, 1, 1.0, −1, 0, 0, false]", "values:\n- 0\n- 1\n- 1\n- 1\n- 0\n- 0\n- 0\n- 0",
  ])
  func sharkBonesAsAFile(values: String) throws {
    let made = try dataset(
      "summary: Sharks\nrename: {Goldfish: Shark}\nfeature: has_bones\n\(values)\n", name: "shark-bones.yml",
      settings: ["features": "300"])
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let tree = try DiffusionTree().dataset("shark-bones", features: 300, using: &sampler)
    let expected = try IllusoryCorrelation(
      renaming: "Goldfish", to: "Shark", feature: "has_bones", values: [-1, 1, 1, 1, -1, -1, -1, -1]
    ).added(to: tree)
    #expect(made == expected)
  }

  /// The tutorial's regression data as a file, its inputs in the file or beside it, by name or in order: the same numbers.
  @Test(arguments: [false, true], [false, true])
  func noisyLinearAsAFile(isNamed: Bool, isSeparate: Bool) throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let original = try NoisyLinearMap().dataset("noisy-linear", using: &sampler)
    let rows = (0..<37).map { item in
      "\(original.items[item]),\(original.targets.row(item).map(\.parameterText).joined(separator: ","))"
    }
    var inputs = (0..<37).map { item in
      (isNamed ? "\(original.items[item]) " : "")
        + original.inputs.row(item).map(\.parameterText).joined(separator: " ")
    }
    if isNamed { inputs.reverse() }
    let table = (["sample,output-1,output-2,output-3"] + rows).map { "  \($0)" }.joined(separator: "\n")
    let text = """
      summary: Noisy samples
      eta: 0.05
      gamma: 1
      epochs: 1000
      table: |
      \(table)
      \(isSeparate ? "inputs-file: x.txt" : "inputs: |\n" + inputs.map { "  \($0)" }.joined(separator: "\n"))
      """
    let descriptor = try DatasetDescriptor(
      DatasetFile(name: "noisy.yaml", text: text, tables: isSeparate ? ["x.txt": inputs.joined(separator: "\n")] : [:]))
    let values = try ParameterValues([], settings: [:])
    #expect(try descriptor.shape(values) == DatasetShape(items: 37, features: 3, inputs: 3))
    let made = try descriptor.makeDataset(values, &sampler)
    #expect(made.inputs == original.inputs && made.targets == original.targets && !made.isOneHot)
    func losses(_ data: Dataset) throws -> [Double] {
      try data.train { ($0.learningRate, $0.initializationScale, $0.epochs) = (0.05, 1, 200) }.losses
    }
    #expect(try losses(made) == losses(original))
  }

  /// Frequencies of a file suit both kinds of data, and change the rate that it would have recommended.
  @Test(arguments: ["tree: [[a, b], [c, d]]", "table: |\n  i,f,g\n  a,1,0\n  b,0,1\n  c,1,1\n  d,0,0"])
  func frequenciesOfAFile(data: String) throws {
    func dataset(_ more: String) throws -> Dataset {
      let descriptor = try DatasetDescriptor(DatasetFile(name: "d.yaml", text: "summary: s\n\(data)\n\(more)"))
      var sampler = try DataSampler(seed: 1, convention: .tutorial)
      return try descriptor.makeDataset(ParameterValues(descriptor.description.parameters, settings: [:]), &sampler)
    }
    let (plain, often) = (try dataset(""), try dataset("frequencies: {c: 4, a: 0}"))
    #expect(often.itemInputs.frequencies == [0, 1, 4, 1] && plain.itemInputs.frequencies == nil)
    #expect(often.targets == plain.targets && often.isOneHot)
    #expect(try #require(often.recommendation.learningRate) < (try #require(plain.recommendation.learningRate)))
  }

  @Test func treesOfTheReader() throws {
    let made = try dataset(
      """
      summary: A tree
      tree:
        animals:
          birds: [Robin, Wren]
          fish:
          - Tuna
        plants: [Oak]
      features: 50
      flip: 0.2
      """)
    let tree: ItemTree = ["animals": ["birds": ["Robin", "Wren"], "fish": ["Tuna"]], "plants": ["Oak"]]
    #expect(try made.tree == DiffusionTree(tree, flipProbability: 0.2))
    #expect(made.items == ["Robin", "Wren", "Tuna", "Oak"] && made.featureCount == 50 && made.probe == nil)
    // Another size gets a learning rate that suits it, unless the file recommends one.
    #expect(made.recommendation.learningRate != nil && made.recommendation.epochs != nil)
    let asked = try dataset("summary: A tree\ntree: [[a, b], [c, d]]\neta: 3\ngamma: 0.1\nepochs: 70\n")
    #expect(
      asked.recommendation
        == TrainingRecommendation(learningRate: 3, initializationScale: 0.1, epochs: 70))
  }

  /// A list of flips is one for each level.
  @Test func flipsOfLevels() throws {
    let text = "summary: s\ntree: [[a, b], [c, d]]\nfeatures: 50\nflip: [0.1, 0.2]\n"
    #expect(try dataset(text).tree == DiffusionTree([["a", "b"], ["c", "d"]], flipProbabilities: [0.1, 0.2]))
    #expect(
      try dataset(text, settings: ["level-flips": "none", "flip": "0.3"]).tree?.flipProbabilities == [0.3, 0.3])
    #expect(try dataset(text, settings: ["flip": "0.3"]).tree?.flipProbabilities == [0.3, 0.3])
    #expect(try dataset(text, settings: ["level-flips": "0.5,0.25"]).tree?.flipProbabilities == [0.5, 0.25])
    #expect(throws: SettingsError.self) { try dataset(text, settings: ["level-flips": "0.1"]) }
    #expect(throws: SettingsError.self) { try dataset(text, settings: ["level-flips": "0.1,0.2", "flip": "0.3"]) }
  }

  /// Edges with and without lengths, a hidden node, inputs and frequencies.
  @Test func graphs() throws {
    let text = """
      summary: Friends
      graph:
        - [Ann, Bob]
        - [Bob, Cid, 0.5]
        - [Ann, Hub]
        - [Hub, Dan, 2]
      hidden: [Hub]
      sigma: 1.5
      features: 40

      """
    let made = try dataset(text)
    let graph = try FeatureGraph(
      items: ["Ann", "Bob", "Cid", "Dan"], hidden: 1,
      edges: [.init(0, 1), .init(1, 2, length: 0.5), .init(0, 4), .init(4, 3, length: 2)], deviation: 1.5)
    #expect(made.items == graph.itemNames && made.featureCount == 40 && made.probe == nil)
    #expect(try made.populationSpectrum() == graph.populationSpectrum())
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    #expect(try made.targets == graph.sampleFeatures(40, using: &sampler))
    #expect(made.recommendation.learningRate != nil)
    let often = try dataset(text + "frequencies: {Dan: 3}\n", settings: ["sigma": "3", "features": "10"])
    #expect(often.itemInputs.frequencies == [1, 1, 1, 3] && often.featureCount == 10)
    // Items that are shown unequally often have other modes.
    #expect(try often.populationSpectrum() == nil)
    let wide = try dataset(text, settings: ["sigma": "3"])
    let spectrum = try #require(try wide.populationSpectrum())
    #expect(spectrum.levels[0].eigenvalue > 3)
  }

  @Test func defaultsOfTheFileGiveWayToSettings() throws {
    let text = "summary: s\ntree: [[a, b], [c, d]]\nfeatures: 50\n"
    #expect(try dataset(text).featureCount == 50)
    #expect(try dataset(text, settings: ["features": "60"]).featureCount == 60)
  }

  /// Zero means no if there are only zeros, ones, yes and no; else it is a number.
  @Test(arguments: [
    ("1,0\nb,yes,no", [1.0, -1, 1, -1]), ("1,0\nb,0.5,0", [1, 0, 0.5, 0]), ("-1,0\nb,+1,no", [-1, -1, 1, -1]),
    ("-1,0\nb,1,0", [-1, 0, 1, 0]),
    ("+1,−1\nb,1e2,-0.5", [1, -1, 100, -0.5]), ("True,FALSE\nb, Yes ,No", [1, -1, 1, -1]),
  ])
  func valuesOfTables(rows: String, expected: [Double]) throws {
    let text = "summary: s\ntable-file: t.csv\n"
    #expect(try dataset(text, tables: ["t.csv": "item,f,g\na,\(rows)\n"]).targets.elements == expected)
  }

  @Test func numericTablesKeepTheirZeros() throws {
    let text = "summary: s\nnumeric: yes\ntable: |\n  item, f, g\n  a, 1, 0\n  b, 0, 1\n"
    #expect(try dataset(text).targets == Matrix([[1, 0], [0, 1]]))
  }

  /// Commas, semicolons and tabs; quotes; a byte order mark; the line ends of Windows; empty lines.
  @Test(arguments: [
    "item,\"f, one\",g\n\"a \"\"x\"\"\",1,0\nb,0,1\n", "x;\"f, one\";g\r\n\"a \"\"x\"\"\";1;0\r\n\r\nb;0;1",
    "\n \nitem;\"f, one\";g\n\"a \"\"x\"\"\";1;0\nb;0;1", "item\t\"f, one\"\tg\ra \"x\"\t1\t0\rb\t0\t1\r",
    "\"i;j\",\"f, one\",g\na \"x\",1,0\nb,0,1\n", "\u{FEFF}\tf, one\tg\n  a \"x\" \t1\t0\nb\t0\t1\n\n",
  ])
  func tablesOfAnyKind(table: String) throws {
    let made = try dataset("summary: s\ntable-file: t.tsv\nprobe: 'b:f, one'\n", tables: ["t.tsv": table])
    #expect(made.items == ["a \"x\"", "b"] && Array(made.features) == ["f, one", "g"])
    #expect(made.targets == Matrix([[1, -1], [-1, 1]]) && made.probe == Probe(item: 1, feature: 0))
  }

  /// A file keeps only the table that it names, and is stored completely.
  @Test func isAValue() throws {
    let file = DatasetFile(
      name: "d.yaml", text: "summary: s\ntable-file: t.csv\n", tables: ["t.csv": "i,f\na,1\n", "u.csv": ""])
    #expect(file.tables == ["t.csv": "i,f\na,1\n"] && file.identifier == "d")
    #expect(DatasetFile.isPath("a.yaml") && DatasetFile.isPath("./a") && !DatasetFile.isPath("tree"))
  }

  /// A record's copy of a file is accepted only if such a file could exist.
  @Test(arguments: [
    "{\"name\":\"a/b.yaml\",\"text\":\"\",\"tables\":{}}", "{\"name\":\"a\\nb.yaml\",\"text\":\"\",\"tables\":{}}",
    "{\"name\":\"\",\"text\":\"\",\"tables\":{}}",
    "{\"name\":\"\(String(repeating: "a", count: 300))\",\"text\":\"\",\"tables\":{}}",
  ])
  func refusesStoredFilesThatAreNone(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(DatasetFile.self, from: Data(json.utf8)) }
  }

  @Test func keepsOnlyTheTablesItNames() throws {
    let json = "{\"name\":\"a.yaml\",\"text\":\"table-file: t.csv\",\"tables\":{\"t.csv\":\"x\",\"u.csv\":\"y\"}}"
    #expect(try JSONDecoder().decode(DatasetFile.self, from: Data(json.utf8)).tables == ["t.csv": "x"])
  }

  /// Quoted names are always shortened: a single character may have millions of accents.
  @Test func errorsStayShort() {
    let accents = "a" + String(repeating: "\u{301}", count: 100_000)
    let file = DatasetFile(
      name: "\(accents)\n.yaml", text: "summary: s\ntable-file: t.csv\n", tables: ["t.csv": "i,f\na,\(accents)\n"])
    do throws(DatasetFileError) {
      _ = try DatasetDescriptor(file)
      Issue.record("it is taken")
    } catch {
      #expect(error.description.utf8.count < 3000 && error.description.allSatisfy { !$0.isNewline })
    }
  }

  @Test func registriesTakeFilesInPlaceOfDatasets() throws {
    let text = "summary: s\ntree: [[a, b], [c, d]]\n"
    let file = DatasetFile(name: "one.yaml", text: text)
    let other = DatasetFile(name: "one.yml", text: text)
    let registry = try PluginRegistry(datasets: [DatasetDescriptor(file)], analyses: [])
    #expect(try registry.including([file]).datasets.count == 1)
    #expect(throws: DatasetFileError.self) { try registry.including([file, other]) }
    #expect(throws: PluginRegistryError.self) { try registry.adding(datasets: [DatasetDescriptor(file)]) }
  }
}
