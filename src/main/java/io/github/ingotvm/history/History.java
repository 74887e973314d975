package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened on one connection. A record, not the truth: nothing is ever decided by it, and what cannot be written is only logged. */
public final class History {
    private final @Nullable Journal journal;
    private final Author author;
    private final Clock clock;

    private History(@Nullable Journal journal, Author author, Clock clock) {
        this.journal = journal;
        this.author = author;
        this.clock = clock;
    }

    /**
     * Who acts.
     *
     * @param user in the words of that person's system
     * @param via the command; {@code window} for the window
     * @param connection URI of the hypervisor
     */
    public record Author(String user, String via, String connection) {}

    /** That in the files of a folder, which is made when something is written. */
    public static History in(Path folder, Author author) {
        return new History(new Journal(folder), author, Clock.systemUTC());
    }

    /** None: nothing is written, and nothing is there. */
    public static History none() {
        return new History(null, new Author("", "", ""), Clock.systemUTC());
    }

    /** The same hypervisor; what it does is written down from now on until it is closed. */
    public Hypervisor recording(Hypervisor hypervisor) {
        return journal == null
                ? hypervisor
                : new RecordingHypervisor(hypervisor, new Recorder(journal, author, clock, hypervisor.machines()));
    }

    /**
     * What to look for.
     *
     * @param machine a machine's UUID, or a name that it has or had; what concerns its clones is about it, too
     * @param since nothing older
     * @param most so many at most, the newest
     */
    public record Query(Optional<String> machine, Optional<Instant> since, int most) {
        public static final Query ALL = new Query(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    }

    /**
     * What happened on this connection, the newest first.
     *
     * @throws IngotException {@code FAILED} when the files cannot be read
     */
    public List<Entry> find(Query query) {
        // Of one machine all must be read: the names it had are in the oldest.
        List<Entry> found = read(query.machine().isPresent() ? Integer.MAX_VALUE : query.most());
        query.machine().ifPresent(m -> {
            Set<String> uuids = uuids(found, m);
            found.removeIf(e -> uuids.stream().noneMatch(e::concerns));
        });
        query.since().ifPresent(since -> found.removeIf(e -> e.time().isBefore(since)));
        Collections.reverse(found);
        return List.copyOf(found.subList(0, Math.min(query.most(), found.size())));
    }

    private static Set<String> uuids(List<Entry> entries, String machine) {
        Set<String> uuids = new HashSet<>(Set.of(machine));
        entries.stream()
                .filter(e ->
                        e.name().equals(machine) || machine.equals(e.details().get(Entry.WAS)))
                .map(Entry::machine)
                .filter(uuid -> !uuid.isEmpty())
                .forEach(uuids::add);
        return uuids;
    }

    /** Those of this connection, the oldest first: so many at least, where there are so many. */
    private List<Entry> read(int enough) {
        if (journal == null) {
            return new ArrayList<>();
        }
        List<Entry> found = new ArrayList<>();
        try {
            for (int age = 0; age <= Journal.OLDER && found.size() < enough; age++) {
                found.addAll(
                        0,
                        journal.read(age).stream()
                                .filter(e -> e.connection().equals(author.connection()))
                                .toList());
            }
            return found;
        } catch (UncheckedIOException e) {
            throw new IngotException(Kind.FAILED, "The history cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
