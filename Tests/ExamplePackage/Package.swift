// swift-tools-version: 6.2
import PackageDescription

// A package of a reader's own: plugins, a `dlnn-sim` that has them, and their checks. Elsewhere the dependency would be
//   .package(url: "https://…/dlnn-sim.git", branch: "main")
let package = Package(
  name: "weather",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "dlnn-sim", path: "../..")],
  targets: [
    .target(
      name: "WeatherPlugins",
      dependencies: [
        .product(name: "GSL", package: "dlnn-sim"), .product(name: "Gnuplot", package: "dlnn-sim"),
        .product(name: "LearningDynamics", package: "dlnn-sim"), .product(name: "PluginKit", package: "dlnn-sim"),
        .product(name: "Support", package: "dlnn-sim"),
      ]),
    .executableTarget(
      name: "weather-sim",
      dependencies: [
        "WeatherPlugins", .product(name: "BuiltInPlugins", package: "dlnn-sim"),
        .product(name: "CommandLineTool", package: "dlnn-sim"), .product(name: "PluginKit", package: "dlnn-sim"),
      ]),
    .testTarget(
      name: "WeatherPluginsTests",
      dependencies: ["WeatherPlugins", .product(name: "PluginConformance", package: "dlnn-sim")]),
  ]
)
