package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machines as they are now, by name. Told that a machine changed, it reads that machine again, off the window's thread; many changes
 * at once make one reading. All but {@link #changed} belongs to the window's thread.
 */
public final class MachineStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineStore.class);
    private static final long GATHER_MILLIS = 25;
    private static final int MANY = 12;
    /** As machines are shown everywhere: by name, numbers in it by their value. */
    public static final Comparator<VirtualMachine> BY_NAME = Comparator.comparing(
                    VirtualMachine::displayName, NaturalOrder.INSTANCE)
            .thenComparing(m -> m.id().toString());

    /** Where machines are read from; called off the window's thread. */
    public interface Source {
        List<VirtualMachine> all();

        Optional<VirtualMachine> one(MachineId id);
    }

    private final Source source;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(Background.daemons("ingot-live"));
    private final Set<MachineId> dirty = new LinkedHashSet<>();
    private final Set<MachineId> hidden = new HashSet<>();
    private final Set<MachineId> starting = new HashSet<>();
    /** Told to start before what they are now is read: until then they are not shown as off. */
    private final Set<MachineId> settled = new HashSet<>();

    private final List<VirtualMachine> all = new ArrayList<>();
    private final ObservableList<VirtualMachine> shown = FXCollections.observableArrayList();
    // One for all: the wrapper listens weakly, so one made for each caller would soon fall silent.
    private final ObservableList<VirtualMachine> readOnly = FXCollections.unmodifiableObservableList(shown);
    private final List<Consumer<MachineId>> listeners = new CopyOnWriteArrayList<>();
    private final Damage damage = new Damage();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    public MachineStore(Source source) {
        this.source = source;
    }

    /** All machines but those hidden, by name. */
    public ObservableList<VirtualMachine> machines() {
        return readOnly;
    }

    /** Whether the machines have been read once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Which of them have a golden image that is not what it was. */
    public Damage damage() {
        return damage;
    }

    public Optional<VirtualMachine> find(MachineId id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Whether it has been told to start here, and nothing has come of it yet. */
    public boolean isStarting(MachineId id) {
        return starting.contains(id);
    }

    /** A machine is being told to start, or that has ended, well or not. */
    public void setStarting(MachineId id, boolean now) {
        if (now) {
            starting.add(id);
            listeners.forEach(l -> l.accept(id));
        } else {
            settled.add(id);
            changed(id);
        }
    }

    /** Reads all machines again. */
    public void reload(Consumer<IngotException> failed) {
        reader.execute(() -> {
            try {
                List<VirtualMachine> read = source.all();
                Platform.runLater(() -> replace(read));
            } catch (RuntimeException | Error e) {
                IngotException problem = Background.shown(e);
                Platform.runLater(() -> failed.accept(problem));
            }
        });
    }

    private void replace(List<VirtualMachine> read) {
        boolean first = all.isEmpty();
        all.clear();
        all.addAll(read);
        if (first) {
            shown.setAll(read.stream().sorted(BY_NAME).toList());
        }
        publish();
        settle(Set.copyOf(settled));
        loaded.set(true);
        read.forEach(m -> listeners.forEach(l -> l.accept(m.id())));
    }

    /** Something happened to a machine; may be called on any thread. */
    public void changed(MachineId id) {
        synchronized (dirty) {
            boolean first = dirty.isEmpty();
            dirty.add(id);
            if (!first || reader.isShutdown()) {
                return;
            }
        }
        var unused = reader.schedule(this::readDirty, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void readDirty() {
        Set<MachineId> ids;
        synchronized (dirty) {
            ids = new LinkedHashSet<>(dirty);
            dirty.clear();
        }
        try {
            if (ids.size() > MANY) {
                List<VirtualMachine> read = source.all();
                Platform.runLater(() -> replace(read));
                return;
            }
            for (MachineId id : ids) {
                Optional<VirtualMachine> now = source.one(id);
                Platform.runLater(() -> put(id, now));
            }
        } catch (IngotException e) {
            // A lost connection says so itself, and everything is read again when it is back.
            if (e.kind() != Kind.DISCONNECTED) {
                LOG.warn("Machines could not be read again", e);
            }
        }
    }

    private void put(MachineId id, Optional<VirtualMachine> now) {
        all.removeIf(m -> m.id().equals(id));
        now.ifPresent(all::add);
        publish();
        settle(Set.of(id));
        listeners.forEach(l -> l.accept(id));
    }

    private void settle(Set<MachineId> read) {
        read.stream().filter(settled::remove).forEach(starting::remove);
    }

    /** A machine that has just been made or changed here: shown at once, before its event comes. */
    public void learn(VirtualMachine machine) {
        put(machine.id(), Optional.of(machine));
    }

    /** Shows a machine as gone, or again: while its deletion can be undone. */
    public void setHidden(MachineId id, boolean gone) {
        if (gone) {
            hidden.add(id);
        } else {
            hidden.remove(id);
        }
        publish();
    }

    private void publish() {
        List<VirtualMachine> now = all.stream()
                .filter(m -> !hidden.contains(m.id()))
                .sorted(BY_NAME)
                .toList();
        List<MachineId> ids = now.stream().map(VirtualMachine::id).toList();
        shown.removeIf(m -> !ids.contains(m.id()));
        // One by one and in place, so that what is selected and focused in a view stays so.
        for (int i = 0; i < now.size(); i++) {
            VirtualMachine wanted = now.get(i);
            if (i < shown.size() && shown.get(i).id().equals(wanted.id())) {
                if (!shown.get(i).equals(wanted)) {
                    shown.set(i, wanted);
                }
            } else {
                shown.removeIf(m -> m.id().equals(wanted.id()));
                shown.add(i, wanted);
            }
        }
    }

    /** Calls the listener with every machine read again, on the window's thread, until the result is run. */
    public Runnable listen(Consumer<MachineId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
