import Testing

@testable import RegistryGenerator

@Suite struct PluginScannerTests {
  private func found(_ source: String) -> [String] {
    PluginScanner.plugins(in: source).map { "\($0.type) \($0.kind)" }
  }

  @Test func findsDeclarations() {
    #expect(found("struct A: DatasetPlugin {}") == ["A dataset"])
    #expect(found("public struct B :\n  Sendable,\n  PluginKit.AnalysisPlugin\n{\n}") == ["B analysis"])
    #expect(found("final class C: Base, IllusoryCorrelationPlugin {") == ["C illusoryCorrelation"])
    #expect(found("extension Outer.D: AnalysisPlugin { }") == ["Outer.D analysis"])
    #expect(found("struct A: DatasetPlugin {}\nstruct B: AnalysisPlugin {}") == ["A dataset", "B analysis"])
  }

  @Test func isNotFooledByText() {
    #expect(found("// struct A: DatasetPlugin {}").isEmpty)
    #expect(found("/* struct A: DatasetPlugin {} */").isEmpty)
    #expect(found(#"let text = "struct A: DatasetPlugin {}""#).isEmpty)
    #expect(found("let text = \"\"\"\nstruct A: DatasetPlugin {}\n\"\"\"").isEmpty)
    #expect(found("struct A: MyDatasetPlugin {}").isEmpty)
    #expect(found("protocol P: DatasetPlugin {}").isEmpty)
    #expect(found("struct A { let b: DatasetPlugin }").isEmpty)
    #expect(found("").isEmpty)
  }

  @Test func registryNamesTheTypes() {
    let source = RegistryGenerator.registry(of: PluginScanner.plugins(in: "struct A: DatasetPlugin {}"))
    #expect(source.contains("DatasetDescriptor(A.self),"))
    #expect(!source.contains("AnalysisDescriptor("))
  }
}
