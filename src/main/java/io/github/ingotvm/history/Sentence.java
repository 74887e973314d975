package io.github.ingotvm.history;

import java.util.Map;

/** What happened, for people: what follows the machine's name. */
public final class Sentence {
    private Sentence() {}

    /** {@code cloned from debian v2}, {@code failed (started): …}. */
    public static String of(Entry entry) {
        String said = done(entry);
        return entry.failure().map(why -> "failed (" + said + "): " + why).orElse(said);
    }

    private static String done(Entry entry) {
        Map<String, String> details = entry.details();
        return switch (entry.what()) {
            case CREATED -> "created";
            case INSTALLED -> "installed";
            case CLONED -> "cloned from " + origin(details);
            case RAN -> "run as a disposable clone of " + origin(details);
            case KEPT -> "kept: it outlives its shutdown";
            case DELETED -> "deleted";
            case GOLDEN_KEPT -> "deleted, and its golden image kept";
            case RENAMED -> "renamed, was " + quoted(details, Entry.WAS);
            case CHANGED -> "hardware changed" + hardware(details);
            case DISK_ADDED -> "data disk " + details.getOrDefault(Entry.DISK, "?") + " added";
            case DISK_REMOVED -> "data disk " + details.getOrDefault(Entry.DISK, "?") + " removed";
            case STARTED -> "started";
            case SHUT_DOWN -> "asked to shut down";
            case FORCED_OFF -> "forced off";
            case RESTARTED -> "restarted";
            case PAUSED -> "paused";
            case RESUMED -> "resumed";
            case SNAPSHOT_TAKEN -> "snapshot " + quoted(details, Entry.SNAPSHOT) + " taken";
            case SNAPSHOT_DESCRIBED -> "snapshot " + quoted(details, Entry.SNAPSHOT) + " described";
            case SNAPSHOT_DELETED -> "snapshot " + quoted(details, Entry.SNAPSHOT) + " deleted";
            case SNAPSHOT_RECORDED -> "snapshot " + quoted(details, Entry.SNAPSHOT) + " recorded anew";
            case REVERTED -> "now at snapshot " + quoted(details, Entry.SNAPSHOT);
            case PROMOTED -> "snapshot " + quoted(details, Entry.SNAPSHOT) + " made golden: " + version(details);
            case DEMOTED -> version(details) + " is golden no longer";
            case MADE_CURRENT -> version(details) + " made current";
            case SEALED -> version(details) + " sealed";
            case GOLDEN_DESCRIBED -> "golden image described";
            case UPDATED -> "updated to " + origin(details);
            case RESET -> "reset to " + origin(details);
            case UNDONE -> "taken back to " + origin(details);
            case FORMER_DROPPED -> "undo of its update let go";
            case DETACHED -> "made independent";
            case COMPACTED -> "layers merged" + file(details);
            case FILE_COPIED -> "file copied" + file(details);
            case FILE_REMOVED -> "file removed" + file(details);
        };
    }

    private static String version(Map<String, String> details) {
        return "v" + details.getOrDefault(Entry.VERSION, "?");
    }

    private static String origin(Map<String, String> details) {
        String source = details.getOrDefault(Entry.FROM_NAME, "?");
        return details.containsKey(Entry.FROM_VERSION)
                ? source + " v" + details.get(Entry.FROM_VERSION)
                : source + ", " + quoted(details, Entry.FROM_SNAPSHOT);
    }

    private static String quoted(Map<String, String> details, String key) {
        return "“" + details.getOrDefault(key, "?") + "”";
    }

    private static String file(Map<String, String> details) {
        return details.containsKey(Entry.FILE) ? ": " + details.get(Entry.FILE) : "";
    }

    private static String hardware(Map<String, String> details) {
        String memory = details.containsKey(Entry.MEMORY)
                ? ": " + (Long.parseLong(details.getOrDefault(Entry.MEMORY, "0")) >> 20) + " MiB memory"
                : "";
        String cpus = details.containsKey(Entry.CPUS) ? ", " + details.get(Entry.CPUS) + " processors" : "";
        return memory + cpus;
    }
}
