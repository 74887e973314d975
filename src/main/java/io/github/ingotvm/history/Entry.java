package io.github.ingotvm.history;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that happened, or that failed.
 *
 * @param machine UUID of the machine; empty for what concerns none
 * @param name what the machine was called then; may be empty
 * @param details what more there is to say, by the keys below
 * @param digests of the golden version that it is about or came from, when sealed: SHA-256 by file
 * @param failure why it failed; empty when it was done
 * @param user who did it, in the words of that person's system
 * @param via with which command; {@code window} in the window
 * @param connection URI of the hypervisor
 */
public record Entry(
        Instant time,
        What what,
        String machine,
        String name,
        Map<String, String> details,
        Map<String, String> digests,
        Optional<String> failure,
        String user,
        String via,
        String connection) {
    /** Name of a snapshot. */
    public static final String SNAPSHOT = "snapshot";
    /** Number of a golden version. */
    public static final String VERSION = "version";
    /** UUID of the machine that it came from. */
    public static final String FROM = "from";

    public static final String FROM_NAME = "fromName";
    public static final String FROM_VERSION = "fromVersion";
    public static final String FROM_SNAPSHOT = "fromSnapshot";
    /** What it was called before. */
    public static final String WAS = "was";
    /** Path of a file. */
    public static final String FILE = "file";

    public static final String NOTE = "note";
    /** Bytes. */
    public static final String MEMORY = "memory";
    /** As {@code vdb}. */
    public static final String DISK = "disk";

    public static final String CPUS = "cpus";

    public Entry {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }

    public boolean isDone() {
        return failure.isEmpty();
    }

    Entry named(String newName) {
        return new Entry(time, what, machine, newName, details, digests, failure, user, via, connection);
    }

    Entry with(Map<String, String> newDigests) {
        return new Entry(time, what, machine, name, details, newDigests, failure, user, via, connection);
    }

    /** Whether it is about this machine, or about a clone of it. */
    boolean concerns(String uuid) {
        return machine.equals(uuid) || uuid.equals(details.get(FROM));
    }
}
