import BuiltInPlugins
import Experiments
import LearningDynamics
import PluginKit
import Testing

@testable import Explorer

@Suite struct PageStateTests {
  private func state(_ query: String, files: [DatasetFile] = []) throws -> PageState {
    let request = try #require(PageRequest(.get, target: "/run?" + query))
    return try PageState(request.query, registry: try .builtIn().including(files), files: files)
  }

  private func sentence(_ query: String) -> String? {
    do {
      _ = try state(query)
      return nil
    } catch {
      return ExplorationError(describing: error).error
    }
  }

  @Test func aLinkThatSaysNothing() throws {
    let state = try state("")
    #expect(state.dataset.description.identifier == "shark-bones")
    #expect(state.analysis.description.identifier == "illusion")
    var request = RunRequest()
    request.plugins = ["shark-bones", "illusion"]
    #expect(state.request == request)
  }

  @Test func everyOption() throws {
    let request = try state(
      "plugin=rsa&plugin=tree&set=levels%3D2&set=similarity%3Dcosine&seed=7&eta=1e1&gamma=0&epochs=40&hidden=3,4"
        + "&epoch=12&probe=a%3Ab&theory=no&sampler=gsl"
    ).request
    #expect(request.plugins == ["tree", "rsa"])
    #expect(request.settings == ["levels": "2", "similarity": "cosine"])
    let training = request.training
    #expect(training.seed == 7 && training.learningRate == 10 && training.initializationScale == 0)
    #expect(training.epochs == 40 && training.hiddenWidths == [3, 4] && training.sampling == .gsl)
    #expect(request.shownEpochs == [12] && request.probe == "a:b" && !request.showsTheory)
    #expect(try state("hidden=none").request.training.hiddenWidths.isEmpty)
  }

  @Test(arguments: [
    ("engine=full", "A link cannot set 'engine'"), ("format=png", "cannot set 'format'"),
    ("record-every=2", "cannot set 'record-every'"), ("output=/tmp", "cannot set 'output'"), ("=1", "cannot set ''"),
    ("dataset=/etc/passwd", "cannot set 'dataset'"), ("epoch=1&epoch=2", "one epoch at a time"),
    ("plugin=tree&plugin=ring", "one dataset and one analysis"), ("plugin=loss&plugin=rsa", "one dataset and one"),
    ("plugin=nothing", "Unknown dataset or analysis 'nothing'"), ("plugin=all", "Unknown dataset or analysis 'all'"),
    ("plugin=", "'' is not a valid value"), ("set=fliip%3D0.1", "Did you mean 'flip'?"),
    ("set=taxa%3D2", "no selected"), ("set=flip", "NAME=VALUE"), ("set=%3D1", "NAME=VALUE"),
    ("eta=nan", "'nan' is not a valid value for 'eta'"), ("eta=inf", "a number above 0"), ("eta=0", "a number above 0"),
    ("eta=-1", "a number above 0"), ("eta=", "a number above 0"), ("gamma=-1e-300", "a number from 0 up"),
    ("gamma=infinity", "a number from 0 up"), ("epochs=0", "a whole number from 1"), ("epochs=1e3", "a whole number"),
    ("epochs=99999999999999999999", "a whole number"), ("epoch=-1", "an epoch from 0 up"), ("seed=-1", "whole number"),
    ("seed=4294967296", "from 0 to 4294967295"), ("hidden=0", "widths from 1"), ("hidden=", "widths from 1"),
    ("hidden=3,,3", "widths from 1"), ("probe=x", "ITEM:FEATURE"), ("theory=maybe", "yes or no"),
    ("sampler=numpy", "tutorial or gsl"),
  ])
  func isRefused(query: String, words: String) throws {
    let sentence = try #require(self.sentence(query), "\(query) was taken")
    // For a setting that resembles none, all valid settings are listed.
    let isTold =
      sentence.contains(words)
      || (words == "no selected" && sentence.contains("has a setting 'taxa'. Their settings are "))
    #expect(isTold, "\(sentence)")
  }

  /// Long invalid names are shortened in errors.
  @Test func errorsAreShort() throws {
    let long = String(repeating: "x", count: 5000)
    for query in ["plugin=\(long)", "\(long)=1"] { #expect(try #require(sentence(query)).utf8.count < 200) }
  }

  /// A page's command line makes the request that the page shows.
  @Test(arguments: [
    "", "plugin=rsa&plugin=tree&set=levels%3D2&seed=7&eta=10&epochs=40&hidden=3,4&epoch=12&theory=no&sampler=gsl",
    "hidden=none&gamma=0.25", "plugin=loss&probe=It's+a%3A%22quoted%22+%24(name)&eta=5e-324",
  ])
  func commandLineMakesTheSame(query: String) throws {
    let request = try state(query).request
    var words = Self.words(request.commandLine(program: "sim"))[...]
    #expect(words.popFirst() == "sim")
    var same = RunRequest()
    while let word = words.popFirst() {
      if word == "--no-theory" {
        same.showsTheory = false
      } else {
        let option = try #require(RunOption.named(word.dropFirst(2)))
        let text = words.popFirst()
        try same.set(option, to: try #require(text))
      }
    }
    #expect(same == request)
  }

  /// Splits a command line like a POSIX shell; only apostrophes and backslashes quote.
  private static func words(_ line: String) -> [String] {
    var (words, word, isQuoted, rest) = ([String](), "", false, line[...])
    while let character = rest.popFirst() {
      switch character {
      case "'": isQuoted.toggle()
      case "\\" where !isQuoted: word.append(rest.popFirst() ?? "\\")
      case " " where !isQuoted:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return words + [word]
  }

  /// A file replaces a dataset of the same name, and the key of a training holds only what affects the training.
  @Test func filesAndKeys() throws {
    let file = DatasetFile(
      name: "birds.yaml", text: "summary: two birds\ntable: |\n  item, fly\n  Robin, 1\n  Penguin, -1\n")
    let own = try state("plugin=birds&plugin=loss", files: [file])
    #expect(own.request.datasetFiles == [file] && own.request.plugins == ["loss"])
    let keys = try [
      "plugin=tree&plugin=rsa", "plugin=tree&plugin=loss&epoch=3", "plugin=tree&plugin=rsa&set=similarity%3Dcosine",
      "plugin=loss&plugin=tree&theory=no",
    ].map { try state($0).training }
    #expect(Set(keys).count == 1)
    let others = try ["plugin=tree&seed=1", "plugin=tree&set=flip%3D0.1", "plugin=tree&probe=a%3Ab", "plugin=ring"].map
    {
      try state($0).training
    }
    #expect(Set(keys + others).count == 5)
  }
}
