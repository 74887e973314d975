package io.github.ingotvm.cli;

import picocli.CommandLine;

/** All commands, in the order in which help shows them. */
final class Commands {
    private Commands() {}

    static CommandLine of(Session session, Cli.Wiring wiring) {
        CommandLine root = new CommandLine(new RootCommand(session, wiring.window(), wiring.verbose()));
        root.addSubcommand("list", new ListCommand(session));
        root.addSubcommand("show", new ShowCommand(session));
        root.addSubcommand("create", new CreateCommand(session));
        root.addSubcommand("installed", new InstalledCommand(session));
        root.addSubcommand("start", new StartCommand(session));
        root.addSubcommand("stop", new StopCommand(session));
        root.addSubcommand("kill", new KillCommand(session));
        root.addSubcommand("restart", new RestartCommand(session));
        root.addSubcommand("pause", new PauseCommand(session));
        root.addSubcommand("resume", new ResumeCommand(session));
        root.addSubcommand("snapshot", snapshot(session));
        root.addSubcommand("golden", golden(session));
        root.addSubcommand("clone", new CloneCommand(session));
        root.addSubcommand("set", new SetCommand(session));
        root.addSubcommand("rename", new RenameCommand(session));
        root.addSubcommand("delete", new DeleteCommand(session));
        root.addSubcommand("check", new CheckCommand(session));
        root.addSubcommand("demo", new DemoCommand(session));
        root.addSubcommand("names", new NamesCommand(session));
        root.addSubcommand("completion", new CompletionCommand(session));
        root.addSubcommand("help", new CommandLine.HelpCommand());
        return root;
    }

    private static CommandLine snapshot(Session session) {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec().usageMessage().description("Take, list, revert to, rename and delete snapshots.");
        group.addSubcommand("take", new SnapshotTakeCommand(session));
        group.addSubcommand("list", new SnapshotListCommand(session));
        group.addSubcommand("revert", new SnapshotRevertCommand(session));
        group.addSubcommand("rename", new SnapshotRenameCommand(session));
        group.addSubcommand("delete", new SnapshotDeleteCommand(session));
        return group;
    }

    private static CommandLine golden(Session session) {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec().usageMessage().description("Promote snapshots to golden images, list and demote them.");
        group.addSubcommand("promote", new GoldenPromoteCommand(session));
        group.addSubcommand("list", new GoldenListCommand(session));
        group.addSubcommand("show", new GoldenShowCommand(session));
        group.addSubcommand("demote", new GoldenDemoteCommand(session));
        return group;
    }
}
