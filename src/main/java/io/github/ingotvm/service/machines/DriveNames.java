package io.github.ingotvm.service.machines;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names for new drives of a machine: the next ones like that of its first disk. */
public final class DriveNames {
    private static final int LETTERS = 26;

    private final Set<String> taken = new HashSet<>();
    private final String who;
    private String prefix = "vd";

    /**
     * @param states whose drives there are already; the first has the disk that gives the pattern
     * @param who the machine, for an error
     */
    public DriveNames(Collection<Hardware> states, String who) {
        this.who = who;
        states.stream().flatMap(h -> h.disks().stream()).map(Disk::target).forEach(taken::add);
        states.stream()
                .flatMap(h -> h.disks().stream())
                .filter(d -> d.device() == Disk.Device.DISK)
                .findFirst()
                .ifPresent(d ->
                        prefix = d.target().substring(0, Math.min(2, d.target().length())));
    }

    /** The next free one, which is taken then. {@code UNSUPPORTED} when there is none. */
    public String take() {
        for (int i = 0; i < LETTERS; i++) {
            String target = prefix + (char) ('a' + i);
            if (taken.add(target)) {
                return target;
            }
        }
        throw new IngotException(Kind.UNSUPPORTED, who + " has no room for another disk.");
    }
}
