import Foundation
import PackagePlugin

/// Writes the repository's text files (lexicons, reference data, migrations) into Swift source as
/// `StaticString`s, so that the program is one file and the texts stay plain.
@main
struct EmbedText: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders: [URL]
    switch target.name {
    case "TimelineIngest":
      folders = [
        root.appending(path: "Sources/TimelineIngest/Lexicons/english"),
        root.appending(path: "seeds/reference"),
      ]
    case "TimelineStore":
      folders = [root.appending(path: "migrations"), root.appending(path: "seeds/reference")]
    case "TimelineRendering":
      folders = [root.appending(path: "Sources/TimelineRendering/Page")]
    default:
      Diagnostics.error("EmbedText does not know which folders to embed into \(target.name)")
      return []
    }
    let inputs = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { ["tsv", "txt", "sql", "md", "css", "js"].contains($0.pathExtension) }
    }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(inputs.count) text files into \(target.name)",
        executable: try context.tool(named: "embed-text").url,
        arguments: [output.path] + inputs.map(\.path),
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
