package io.github.ingotvm.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands, in the order in which help shows them. */
final class Commands {
    /** Words that need to know every command. */
    private static final Set<String> ABOUT_ALL = Set.of("-h", "--help", "help", "completion");

    private final Session session;
    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

    private Commands(Session session) {
        this.session = session;
        makers.put("list", () -> new ListCommand(session));
        makers.put("show", () -> new ShowCommand(session));
        makers.put("create", () -> new CreateCommand(session));
        makers.put("import", () -> new ImportCommand(session));
        makers.put("installed", () -> new InstalledCommand(session));
        makers.put("start", () -> new StartCommand(session));
        makers.put("stop", () -> new StopCommand(session));
        makers.put("kill", () -> new KillCommand(session));
        makers.put("restart", () -> new RestartCommand(session));
        makers.put("pause", () -> new PauseCommand(session));
        makers.put("resume", () -> new ResumeCommand(session));
        makers.put("view", () -> new ViewCommand(session));
        makers.put("console", () -> new ConsoleCommand(session));
        makers.put("snapshot", this::snapshot);
        makers.put("golden", this::golden);
        makers.put("clone", () -> new CloneCommand(session));
        makers.put("run", () -> new RunCommand(session));
        makers.put("keep", () -> new KeepCommand(session));
        makers.put("compact", () -> new CompactCommand(session));
        makers.put("detach", () -> new DetachCommand(session));
        makers.put("space", () -> new SpaceCommand(session));
        makers.put("set", () -> new SetCommand(session));
        makers.put("disk", this::disk);
        makers.put("rename", () -> new RenameCommand(session));
        makers.put("delete", () -> new DeleteCommand(session));
        makers.put("os", this::os);
        makers.put("download", this::download);
        makers.put("tree", () -> new TreeCommand(session));
        makers.put("history", () -> new HistoryCommand(session));
        makers.put("check", () -> new CheckCommand(session));
        makers.put("demo", () -> new DemoCommand(session));
        makers.put("names", () -> new NamesCommand(session));
        makers.put("completion", () -> new CompletionCommand(session));
        makers.put("help", CommandLine.HelpCommand::new);
    }

    /**
     * The commands for these arguments. To make them all takes several times as long as to run most of them, so where the arguments
     * name some, only those are made.
     */
    static CommandLine of(Session session, Cli.Wiring wiring, String... args) {
        CommandLine root = new CommandLine(new RootCommand(session, wiring.window(), wiring.verbose()));
        Commands commands = new Commands(session);
        List<String> words = Arrays.asList(args);
        boolean named = words.stream().anyMatch(commands.makers::containsKey);
        boolean onlyOptions = words.stream().allMatch(w -> w.startsWith("-"));
        boolean all = words.stream().anyMatch(ABOUT_ALL::contains) || (!named && !onlyOptions);
        commands.makers.forEach((name, maker) -> {
            if (all || words.contains(name)) {
                root.addSubcommand(name, maker.get());
            }
        });
        return root;
    }

    private CommandLine snapshot() {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec().usageMessage().description("Take, list, revert to, rename and delete snapshots.");
        group.addSubcommand("take", new SnapshotTakeCommand(session));
        group.addSubcommand("list", new SnapshotListCommand(session));
        group.addSubcommand("revert", new SnapshotRevertCommand(session));
        group.addSubcommand("rename", new SnapshotRenameCommand(session));
        group.addSubcommand("delete", new SnapshotDeleteCommand(session));
        return group;
    }

    private CommandLine disk() {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec().usageMessage().description("Data disks of virtual machines.");
        group.addSubcommand("add", new DiskAddCommand(session));
        group.addSubcommand("list", new DiskListCommand(session));
        group.addSubcommand("remove", new DiskRemoveCommand(session));
        return group;
    }

    private CommandLine os() {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec()
                .usageMessage()
                .description("Operating systems: which are known, and which is on a disc.");
        group.addSubcommand("list", new OsListCommand(session));
        group.addSubcommand("show", new OsShowCommand(session));
        group.addSubcommand("detect", new OsDetectCommand(session));
        return group;
    }

    private CommandLine download() {
        CommandLine command = new CommandLine(new DownloadCommand(session));
        command.addSubcommand("list", new DownloadListCommand(session));
        command.addSubcommand("files", new DownloadFilesCommand(session));
        command.addSubcommand("remove", new DownloadRemoveCommand(session));
        return command;
    }

    private CommandLine golden() {
        CommandLine group = new CommandLine(new GroupCommand(session));
        group.getCommandSpec()
                .usageMessage()
                .description("Promote snapshots to golden images, and keep their clones up to date.");
        group.addSubcommand("promote", new GoldenPromoteCommand(session));
        group.addSubcommand("edit", new GoldenEditCommand(session));
        group.addSubcommand("disks", new GoldenDisksCommand(session));
        group.addSubcommand("list", new GoldenListCommand(session));
        group.addSubcommand("show", new GoldenShowCommand(session));
        group.addSubcommand("demote", new GoldenDemoteCommand(session));
        group.addSubcommand("export", new GoldenExportCommand(session));
        group.addSubcommand("verify", new GoldenVerifyCommand(session));
        group.addSubcommand("restore", new GoldenRestoreCommand(session));
        group.addSubcommand("name", new GoldenNameCommand(session));
        group.addSubcommand("note", new GoldenNoteCommand(session));
        group.addSubcommand("current", new GoldenCurrentCommand(session));
        group.addSubcommand("compare", new GoldenCompareCommand(session));
        group.addSubcommand("retire", new GoldenRetireCommand(session));
        group.addSubcommand("update", new GoldenUpdateCommand(session));
        group.addSubcommand("reset", new GoldenResetCommand(session));
        group.addSubcommand("undo", new GoldenUndoCommand(session));
        return group;
    }
}
