/// The files that `dlnn-sim new` writes: each works as it is, and says what to change.
enum PluginTemplate {
  /// An illusory correlation on a tree of its own, in Swift.
  static func dataset(_ type: String, _ identifier: String) -> String {
    """
    import GSL
    import LearningDynamics
    import PluginKit

    /// Three of four birds fly. While the network knows birds, but not yet each single one, it believes that the penguin
    /// flies too.
    struct \(type): IllusoryCorrelationPlugin {
      static let identifier = "\(identifier)"
      static let summary = "Birds can fly, but the penguin cannot"

      // What a group shares is learned together. For an illusion the exception has to be outvoted in its group: three of
      // four birds fly. Without 'tree' the items are the tutorial's eight.
      static let tree: ItemTree? = [
        "animals": [
          "birds": ["Robin", "Canary", "Eagle", "Penguin"],
          "fish": ["Goldfish", "Tuna", "Salmon", "Trout"],
        ],
        "plants": [
          "flowers": ["Rose", "Daisy", "Tulip", "Violet"],
          "trees": ["Pine", "Oak", "Birch", "Maple"],
        ],
      ]

      // This feature is added to the sampled ones. The prediction of it for the probe is followed.
      static let correlation = IllusoryCorrelation(
        feature: "can_fly", holdingFor: ["Robin", "Canary", "Eagle"], probe: "Penguin")
    }

    """
  }

  /// The same as a file.
  static let datasetFile = """
    # Three of four birds fly. While the network knows birds, but not yet each single one, it believes that the penguin
    # flies too.
    summary: Birds can fly, but the penguin cannot

    # What a group shares is learned together. For an illusion the exception has to be outvoted in its group: three of four
    # birds fly. Without 'tree' the items are the tutorial's eight.
    tree:
      animals:
        birds: [Robin, Canary, Eagle, Penguin]
        fish: [Goldfish, Tuna, Salmon, Trout]
      plants:
        flowers: [Rose, Daisy, Tulip, Violet]
        trees: [Pine, Oak, Birch, Maple]

    # This feature is added to the sampled ones. The prediction of it for the probe is followed.
    feature: can_fly
    holds-for: [Robin, Canary, Eagle]
    probe: Penguin

    """

  /// An analysis with a result, a sentence and a figure.
  static func analysis(_ type: String, _ identifier: String) -> String {
    """
    import GSL
    import Gnuplot
    import LearningDynamics
    import PluginKit

    /// When half of the loss is gone.
    struct \(type): AnalysisPlugin {
      static let identifier = "\(identifier)"
      static let summary = "The epoch at which half of the loss is gone"

      // What was found; it goes into run.json.
      struct Result: Encodable, Sendable {
        let epoch: Int?
      }

      // The first recording is that of the main training; its state t is the network before update t. Its matrices, such as
      // finalEndToEndMap(), are of the type Matrix in GSL.
      func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
        let losses = recordings[0].losses
        return Result(epoch: losses.firstIndex { $0 <= losses[0] / 2 })
      }

      // The sentences under the run.
      func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
        [result.epoch.map { "half of the loss is gone at epoch \\($0)" } ?? "half of the loss is still there"]
      }

      // Figures are values: panels of layers, and the tables that the layers draw from.
      func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
        let losses = recordings[0].losses
        let table = Table(byEpoch: "\(identifier)", columns: [("loss", losses)])
        let loss = Curve(table: table.name, y: "loss", style: .loss, title: "loss")
        var layers: [Layer] = [.level(losses[0] / 2, .guide, title: "half of it"), .curve(loss)]
        if let epoch = result.epoch {
          let color = Color(0xFBE3D6)
          layers.append(.band(from: Double(epoch) - 0.5, to: Double(epoch) + 0.5, color: color, title: "epoch \\(epoch)"))
        }
        let panel = Panel(
          title: "Half of the loss of \\(subject.dataset.identifier)", x: .epochs(to: recordings[0].lastEpoch),
          y: .loss(losses), legend: .topRight, layers: layers)
        return [Figure(name: "\(identifier)", caption: "When half of the loss is gone", panels: [panel], tables: [table])]
      }
    }

    """
  }
}
