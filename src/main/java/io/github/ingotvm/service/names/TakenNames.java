package io.github.ingotvm.service.names;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the machines of a connection are called: no new one may be called as another is, by its title or its domain name. */
public final class TakenNames {
    private final Set<String> names = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    private TakenNames() {}

    public static TakenNames on(Hypervisor hypervisor) {
        return except(Optional.empty(), hypervisor);
    }

    /** The same without one machine's own names. */
    public static TakenNames except(MachineId id, Hypervisor hypervisor) {
        return except(Optional.of(id), hypervisor);
    }

    private static TakenNames except(Optional<MachineId> id, Hypervisor hypervisor) {
        TakenNames taken = new TakenNames();
        for (Machines.Name name : hypervisor.machines().names()) {
            if (!id.equals(Optional.of(name.id()))) {
                taken.domains.add(name.domain());
                taken.names.add(name.domain());
                taken.names.add(name.title());
            }
        }
        return taken;
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /** @throws IngotException {@code EXISTS} */
    public void requireFree(String name) {
        if (contains(name)) {
            throw new IngotException(
                    Kind.EXISTS, "There is already a virtual machine called \"" + name + "\"; choose another name.");
        }
    }

    /** A domain name for a machine to be called so; it is taken from now on. */
    public String takeDomain(String name) {
        String domain = Names.domain(name, domains);
        domains.add(domain);
        return domain;
    }
}
