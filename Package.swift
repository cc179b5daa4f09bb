// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Every module has a README, which is not compiled.
let readme = ["README.md"]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Target.Dependency.product(
  name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { Target.Dependency.product(name: $0, package: "swift-nio") }
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "dlnn-sim",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dlnn-sim", targets: ["dlnn-sim"]),
    // Every module is a product, so that other packages (such as the benchmarks) can use it.
    .library(name: "Support", targets: ["Support"]),
    .library(name: "GSL", targets: ["GSL"]),
    .library(name: "LearningDynamics", targets: ["LearningDynamics"]),
    .library(name: "TutorialExercises", targets: ["TutorialExercises"]),
    .library(name: "Gnuplot", targets: ["Gnuplot"]),
    .library(name: "PluginKit", targets: ["PluginKit"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "Sweeps", targets: ["Sweeps"]),
    .library(name: "Explorer", targets: ["Explorer"]),
    .library(name: "PluginConformance", targets: ["PluginConformance"]),
    .library(name: "CommandLineTool", targets: ["CommandLineTool"]),
    .library(name: "BuiltInPlugins", targets: ["BuiltInPlugins"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
  ],
  targets: [
    // The modules, in order of dependency: each imports only modules above it.
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(
      name: "Support", dependencies: [subprocess, systemPackage], exclude: readme, swiftSettings: strict),
    .target(name: "GSL", dependencies: ["CGSL"], exclude: readme, swiftSettings: strict),
    .target(
      name: "LearningDynamics", dependencies: ["GSL", "Support"], exclude: readme, swiftSettings: strict),
    .target(
      name: "TutorialExercises", dependencies: ["GSL", "LearningDynamics", "Support"], exclude: readme,
      swiftSettings: strict),
    .target(
      name: "Gnuplot", dependencies: ["Support"], exclude: readme, swiftSettings: strict),
    .target(
      name: "PluginKit", dependencies: ["Gnuplot", "GSL", "LearningDynamics", "Support", yams], exclude: readme,
      swiftSettings: strict),
    .target(
      name: "Experiments", dependencies: ["Gnuplot", "GSL", "LearningDynamics", "PluginKit", "Support"],
      exclude: readme,
      resources: [.embedInCode("HTMLReport/Page")], swiftSettings: strict),

    // Sweeps: many runs over ranges of settings, on all cores and on clusters.
    .target(
      name: "Sweeps",
      dependencies: [
        "Experiments", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "Support",
      ], exclude: readme, swiftSettings: strict),

    // The live page: a small web server, and the page's files, embedded in the program.
    .target(
      name: "Explorer",
      dependencies: ["Experiments", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "Support"] + nio,
      exclude: readme, resources: [.embedInCode("Web")], swiftSettings: strict),

    // The checks that every plugin must pass, for tests here and in other packages.
    .target(
      name: "PluginConformance", dependencies: ["Gnuplot", "GSL", "LearningDynamics", "PluginKit"], exclude: readme,
      swiftSettings: strict),

    // The plugins, listed at build time: a file in plugins/ is enough.
    .target(
      name: "BuiltInPlugins", dependencies: ["Gnuplot", "GSL", "LearningDynamics", "PluginKit", "Support"],
      path: "plugins", exclude: ["README.md", "QUESTIONS.md", "course"], packageAccess: false, swiftSettings: strict,
      plugins: ["RegistryBuildTool"]),
    .executableTarget(name: "RegistryGenerator", swiftSettings: strict),
    .plugin(
      name: "RegistryBuildTool", capability: .buildTool(), dependencies: ["RegistryGenerator"],
      path: "Sources/RegistryBuildTool"),

    // The command line.
    .target(
      name: "CommandLineTool",
      dependencies: [
        "Experiments", "Explorer", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "Support", "Sweeps",
        "TutorialExercises", argumentParser,
      ],
      exclude: readme, swiftSettings: strict),
    .executableTarget(
      name: "dlnn-sim", dependencies: ["BuiltInPlugins", "CommandLineTool", "PluginKit"], swiftSettings: strict),

    // The tests, one folder per module.
    .target(
      name: "TestSupport", dependencies: ["GSL", "Gnuplot", "Support", subprocess, systemPackage],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "ParserChecks",
      dependencies: [
        "BuiltInPlugins", "Experiments", "Explorer", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "Support",
        "Sweeps",
      ],
      path: "Tests/ParserChecks", resources: [.copy("Seeds")], swiftSettings: strict),
    .testTarget(name: "SupportTests", dependencies: ["Support", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "GSLTests", dependencies: ["GSL", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LearningDynamicsTests", dependencies: ["GSL", "LearningDynamics", "Support", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "TutorialExercisesTests", dependencies: ["GSL", "LearningDynamics", "TutorialExercises"],
      swiftSettings: strict),
    .testTarget(
      name: "GnuplotTests", dependencies: ["Gnuplot", "Support", "TestSupport"], resources: [.copy("Golden")],
      swiftSettings: strict),
    .testTarget(
      name: "PluginKitTests", dependencies: ["Gnuplot", "GSL", "LearningDynamics", "PluginKit", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "BuiltInPluginsTests",
      dependencies: [
        "BuiltInPlugins", "Gnuplot", "GSL", "LearningDynamics", "PluginConformance", "PluginKit", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "BuiltInPlugins", "Experiments", "GSL", "Gnuplot", "LearningDynamics", "ParserChecks", "PluginKit",
        "Support", "TestSupport",
      ], resources: [.copy("Records")], swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "BuiltInPlugins", "Experiments", "Explorer", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "SweepsTests",
      dependencies: [
        "BuiltInPlugins", "Experiments", "GSL", "Gnuplot", "LearningDynamics", "PluginKit", "Support", "Sweeps",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "RegistryGeneratorTests", dependencies: ["RegistryGenerator"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "CommandLineTool", "dlnn-sim", "Experiments", "Gnuplot", "LearningDynamics", "Support", "Sweeps", "TestSupport",
      ],
      swiftSettings: strict),
  ]
)

// Only `make fuzz` builds the fuzzer: its main function is libFuzzer's, and packages with its flags cannot be dependencies.
if Context.environment["FUZZ"] != nil {
  let instrumented = SwiftSetting.unsafeFlags(["-sanitize=fuzzer"])
  for target in package.targets where target.type == .regular { target.swiftSettings?.append(instrumented) }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["ParserChecks"], path: "Tests/Fuzz",
      swiftSettings: strict + [instrumented],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}

// Only `make docs` needs the documentation plugin.
if Context.environment["DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
