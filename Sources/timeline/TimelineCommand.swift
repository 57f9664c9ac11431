import ArgumentParser

/// The program: commands and nothing else.
@main
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "A timeline database: documents in, dated and cited events out.",
    version: "0.1.0",
    subcommands: [
      AddCommand.self,
      AliasCommand.self,
      BriefCommand.self,
      CheckCommand.self,
      ConfirmCommand.self,
      DecisionsCommand.self,
      DocumentsCommand.self,
      EditCommand.self,
      ExtractCommand.self,
      HistoryCommand.self,
      IngestCommand.self,
      InitCommand.self,
      LabelCommand.self,
      LinkCommand.self,
      ListCommand.self,
      LogCommand.self,
      MergeCommand.self,
      NoteCommand.self,
      ParseCommand.self,
      RangeCommand.self,
      RebuildCommand.self,
      RejectCommand.self,
      RemoveCommand.self,
      RenderCommand.self,
      SchemaCommand.self,
      SearchCommand.self,
      SetPublishedCommand.self,
      ShowCommand.self,
      SplitCommand.self,
      SqlCommand.self,
      StatsCommand.self,
      TagCommand.self,
      TypesCommand.self,
      UndoCommand.self,
      WhyCommand.self,
    ])

  /// Reads the command line and runs what it asks for.
  static func main() {
    main(FoldedOperands.fold(Array(CommandLine.arguments.dropFirst())))
  }
}
