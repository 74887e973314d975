package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what happens, on a thread of its own: whoever acts does not wait for it, nor fail with it. What it does not know, as what
 * a new machine is called, it asks the hypervisor for then.
 */
final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Journal journal;
    private final History.Author author;
    private final Clock clock;
    private final Machines machines;
    private final List<Entry> waiting = new ArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ingot-history");
        thread.setDaemon(true);
        return thread;
    });

    Recorder(Journal journal, History.Author author, Clock clock, Machines machines) {
        this.journal = journal;
        this.author = author;
        this.clock = clock;
        this.machines = machines;
    }

    /** Something was done to a machine. */
    void done(What what, Optional<MachineId> machine, String name, Map<String, String> details) {
        add(what, machine, name, details, Optional.empty());
    }

    /** Does it, and writes down that it was done, or why not. */
    <T> T during(What what, Optional<MachineId> machine, String name, Map<String, String> details, Supplier<T> work) {
        T result;
        try {
            result = work.get();
        } catch (IngotException e) {
            failed(what, machine, name, details, e);
            throw e;
        }
        done(what, machine, name, details);
        return result;
    }

    /** It was tried and failed. What was cancelled is not worth a word. */
    void failed(What what, Optional<MachineId> machine, String name, Map<String, String> details, IngotException why) {
        if (why.kind() != IngotException.Kind.CANCELLED) {
            add(what, machine, name, details, Optional.of(String.valueOf(why.getMessage())));
        }
    }

    private void add(
            What what,
            Optional<MachineId> machine,
            String name,
            Map<String, String> details,
            Optional<String> failure) {
        Entry entry = new Entry(
                clock.instant(),
                what,
                machine.map(MachineId::toString).orElse(""),
                name,
                details,
                Map.of(),
                failure,
                author.user(),
                author.via(),
                author.connection());
        synchronized (waiting) {
            waiting.add(entry);
            if (waiting.size() == 1 && !writer.isShutdown()) {
                writer.execute(this::write);
            }
        }
    }

    /** Many that come at once are one writing. */
    private void write() {
        List<Entry> now;
        synchronized (waiting) {
            now = List.copyOf(waiting);
            waiting.clear();
        }
        Map<String, Optional<VirtualMachine>> seen = new HashMap<>();
        try {
            journal.append(now.stream().map(e -> whole(e, seen)).toList());
        } catch (UncheckedIOException e) {
            LOG.warn("Not written into the history: {}", now, e);
        }
    }

    private Entry whole(Entry entry, Map<String, Optional<VirtualMachine>> seen) {
        Entry named = entry.name().isEmpty() && !entry.machine().isEmpty()
                ? entry.named(look(entry.machine(), seen)
                        .map(VirtualMachine::displayName)
                        .orElse(""))
                : entry;
        return named.with(digests(named, seen));
    }

    private Map<String, String> digests(Entry entry, Map<String, Optional<VirtualMachine>> seen) {
        boolean isOrigin = entry.details().containsKey(Entry.FROM_VERSION);
        Optional<String> number =
                Optional.ofNullable(entry.details().get(isOrigin ? Entry.FROM_VERSION : Entry.VERSION));
        String machine = isOrigin ? entry.details().getOrDefault(Entry.FROM, "") : entry.machine();
        return number.flatMap(n -> look(machine, seen).flatMap(m -> m.mark().golden(Integer.parseInt(n))))
                .filter(GoldenVersion::isSealed)
                .map(v -> v.seals().stream()
                        .collect(Collectors.toMap(Seal::path, s -> s.digest().orElseThrow())))
                .orElse(Map.of());
    }

    private Optional<VirtualMachine> look(String machine, Map<String, Optional<VirtualMachine>> seen) {
        return seen.computeIfAbsent(machine, m -> {
            try {
                return machines.find(MachineId.of(m));
            } catch (IngotException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns when all has been written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The history could not be written to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
