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
      AliasCommand.self,
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
      LogCommand.self,
      MergeCommand.self,
      NoteCommand.self,
      ParseCommand.self,
      RebuildCommand.self,
      RejectCommand.self,
      RemoveCommand.self,
      SetPublishedCommand.self,
      SplitCommand.self,
      TagCommand.self,
      UndoCommand.self,
    ])
}
