import ArgumentParser

/// The program: commands and nothing else.
@main
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "A timeline database: documents in, dated and cited events out.",
    version: "0.1.0",
    subcommands: [
      BriefCommand.self,
      RangeCommand.self,
      RenderCommand.self,
      ListCommand.self,
      ShowCommand.self,
      WhyCommand.self,
      AddCommand.self,
      CheckCommand.self,
      DocumentsCommand.self,
      ExtractCommand.self,
      IngestCommand.self,
      InitCommand.self,
      ParseCommand.self,
      RebuildCommand.self,
      RemoveCommand.self,
      TagCommand.self,
    ])
}
