/// The keys of a dataset file, each with what it takes: for error texts and the reference page alike.
enum DatasetKey: String, CaseIterable {
  case summary, tree, rename, feature, values
  case holdsFor = "holds-for"
  case probe
  case table
  case tableFile = "table-file"
  case numeric, flip, features, eta, gamma, epochs

  /// What the key takes and means.
  var meaning: String {
    switch self {
    case .summary:
      "one line of up to \(PluginDescription.longestSummary) characters on what the dataset shows (always needed)"
    case .tree: "items in groups within groups, as lists and named groups; the tutorial's eight items without it"
    case .rename: "another name for one item, such as {Daisy: Cactus}"
    case .feature: "the name of a feature that is added to the sampled ones"
    case .values: "its value for each item, in the order of the items: yes or no, +1 or -1, 1 or 0"
    case .holdsFor: "instead of values: a list of the items that have it"
    case .probe: "the item whose prediction of the feature is followed; of a table ITEM:FEATURE"
    case .table: "a table of items and features, with commas between its cells, in lines below 'table: |'"
    case .tableFile:
      "the name of a file beside this one that holds the table (\(DatasetFile.Kind.table.endings.joined(separator: ", ")))"
    case .numeric:
      "yes if 0 and 1 are numbers in a table of nothing else; without it they mean no (−1) and yes (+1) there"
    case .flip: TreeParameters.flip.declaration.help + ", " + TreeParameters.flip.declaration.allowed
    case .features: TreeParameters.features.declaration.help + ", " + TreeParameters.features.declaration.allowed
    case .eta: "the learning rate it recommends, a number above 0"
    case .gamma: "the scale of the initial weights it recommends, a number from 0 up"
    case .epochs: "how long it recommends to train, a whole number from 1 to 10,000,000"
    }
  }

  /// Keys that a table has no use for.
  static let ofSampledData: [DatasetKey] = [.tree, .rename, .feature, .values, .holdsFor, .flip, .features]
}
