// swift-tools-version: 6.2
// A separate package, so that building the program does not fetch and build the benchmark library.
import PackageDescription

func room(_ name: String) -> Target.Dependency { .product(name: name, package: "dlnn-sim") }

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "dlnn-sim", path: "../.."),
    // Without its interposers: they count allocations, and slow down what is measured.
    .package(url: "https://github.com/ordo-one/benchmark.git", from: "1.38.0", traits: []),
  ],
  targets: [
    .target(name: "TutorialWork", dependencies: [room("GSL"), room("LearningDynamics")], path: "TutorialWork"),
    .executableTarget(
      name: "Performance",
      dependencies: [
        "TutorialWork", room("BuiltInPlugins"), room("Experiments"), room("Gnuplot"), room("GSL"),
        room("LearningDynamics"), room("PluginKit"), .product(name: "Benchmark", package: "benchmark"),
      ], path: "Performance", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "PeerWorker", dependencies: ["TutorialWork", room("LearningDynamics")], path: "PeerWorker"),
  ])
