package io.github.ingotvm.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened. The words in the file are those of the constants, with hyphens; older files may have others. */
public enum What {
    CREATED,
    INSTALLED,
    CLONED,
    /** A disposable clone was started. */
    RAN,
    KEPT,
    DELETED,
    /** A machine was deleted, its golden image lives on. */
    GOLDEN_KEPT,
    RENAMED,
    CHANGED,
    DISK_ADDED,
    DISK_REMOVED,
    STARTED,
    SHUT_DOWN,
    FORCED_OFF,
    RESTARTED,
    PAUSED,
    RESUMED,
    SNAPSHOT_TAKEN,
    SNAPSHOT_DESCRIBED,
    SNAPSHOT_DELETED,
    SNAPSHOT_RECORDED,
    REVERTED,
    PROMOTED,
    DEMOTED,
    MADE_CURRENT,
    SEALED,
    GOLDEN_DESCRIBED,
    UPDATED,
    RESET,
    UNDONE,
    FORMER_DROPPED,
    DETACHED,
    COMPACTED,
    FILE_COPIED,
    FILE_REMOVED;

    /** As it stands in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<What> of(String word) {
        return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
    }
}
