package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.names.NamePattern;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole path from a disc to golden to clones, on the demo guest. Each claim is checked with what the guest itself says. */
final class DemoStory {
    private static final int TUNED = 3;
    private static final int LATER = 2;
    private static final int CLONES = 3;
    private static final Duration SHUTDOWN = Duration.ofSeconds(60);

    private final Session session;
    private final Services services;
    private final DemoAccount account;
    private final DemoCleaner cleaner;
    private final String name;

    DemoStory(Session session, DemoCleaner cleaner, String name) {
        this.session = session;
        this.services = session.services();
        this.account = new DemoAccount(session);
        this.cleaner = cleaner;
        this.name = name;
    }

    void tell(Path disc) {
        VirtualMachine machine = install(disc);
        Snapshot tuned = tune(machine);
        List<VirtualMachine> clones = cast(machine, tuned);
        prove(clones);
        revert(machine);
        rename(clones.get(CLONES - 1));
        refuse(machine);
        session.say("");
        new LineageTree(session.terminal())
                .print(
                        now(machine),
                        services.snapshots().tree(machine.id()),
                        services.inventory().machines());
        session.say("");
    }

    private VirtualMachine install(Path disc) {
        List<VirtualMachine> made = new ArrayList<>();
        account.step("Create " + name + " from an installation disc", () -> {
            InstallRequest.Source source = new InstallRequest.Source.Iso(disc);
            Proposal fits = services.installer().propose(source);
            InstallRequest request = new InstallRequest(
                    name, source, fits.memory(), 1, fits.disk(), fits.firmware(), Optional.empty(), true, true);
            made.add(cleaner.remember(services.installer().create(request, new Uncounted(session))));
            return ByteSize.text(fits.memory()) + " memory, " + ByteSize.text(fits.disk()) + " disk";
        });
        VirtualMachine machine = made.get(0);
        account.step("It installs itself; the end is noticed, the disc taken out", () -> {
            new InstallWait(session).follow(machine);
            Snapshot first = services.inventory().snapshots(machine.id()).get(0);
            return Words.quoted(first.name());
        });
        return machine;
    }

    private Snapshot tune(VirtualMachine machine) {
        List<Snapshot> taken = new ArrayList<>();
        try (DemoGuest guest = new DemoGuest(session, machine)) {
            account.step("The installed system boots", () -> expect(guest.status(), 0));
            account.step("Fine-tune it", () -> expect(guest.edit(TUNED), TUNED));
            account.step("Take the snapshot \"Tuned\" while it runs", () -> {
                taken.add(services.snapshotter().take(machine.id(), new Snapshotter.Request("Tuned")));
                return "";
            });
            account.step("Go on changing it", () -> expect(guest.edit(LATER), TUNED + LATER));
        }
        account.step("Promote \"Tuned\" to golden", () -> {
            var version = services.golden().promote(machine.id(), taken.get(0).id(), "made by ingot demo");
            return "★ " + version.label();
        });
        return taken.get(0);
    }

    private List<VirtualMachine> cast(VirtualMachine machine, Snapshot tuned) {
        List<VirtualMachine> clones = new ArrayList<>();
        account.step("Cast " + CLONES + " linked clones from golden", () -> {
            List<String> names = NamePattern.expand(name + "-clone-{1.." + CLONES + "}");
            Cloner.Request request = new Cloner.Request(machine.id(), new Cloner.From.Golden(), names, false, false);
            services.cloner().clone(request, new Uncounted(session)).forEach(c -> clones.add(cleaner.remember(c)));
            return "each with its own UUID and MAC";
        });
        Set<String> macs = new HashSet<>();
        clones.forEach(c -> c.hardware().nics().forEach(n -> macs.add(n.mac())));
        machine.hardware().nics().forEach(n -> macs.add(n.mac()));
        boolean own = macs.size() == (CLONES + 1) * machine.hardware().nics().size();
        boolean fromTuned = clones.stream()
                .allMatch(c -> c.mark().lineage().orElseThrow().snapshot().equals(tuned.id()));
        require(own && fromTuned, "the clones do not have what they should");
        return clones;
    }

    private void prove(List<VirtualMachine> clones) {
        account.step("Boot the clones: tuned, without the later changes", () -> {
            clones.forEach(c -> services.power().start(c.id()));
            List<String> said = new ArrayList<>();
            for (VirtualMachine clone : clones) {
                try (DemoGuest guest = new DemoGuest(session, clone)) {
                    said.add(expect(guest.status(), TUNED));
                }
            }
            return said.get(0) + ", " + CLONES + " times";
        });
        account.step("Change one clone; it changes nobody else", () -> {
            try (DemoGuest changed = new DemoGuest(session, clones.get(0));
                    DemoGuest other = new DemoGuest(session, clones.get(1))) {
                String said = expect(changed.edit(1), TUNED + 1);
                expect(other.status(), TUNED);
                return said;
            }
        });
    }

    private void revert(VirtualMachine machine) {
        account.step("Revert " + name + " to \"Just Installed\"", () -> {
            Snapshot first = services.inventory().resolveSnapshot(now(machine), "Just Installed");
            services.reverter()
                    .revert(machine.id(), first.id(), Optional.empty())
                    .settle();
            return "";
        });
        account.step("It boots as it was then", () -> {
            try (DemoGuest guest = new DemoGuest(session, machine)) {
                return expect(guest.status(), 0);
            }
        });
    }

    private void rename(VirtualMachine clone) {
        account.step("Rename a clone while it runs", () -> {
            String wanted = name + ": release test №1";
            return services.lifecycle().rename(clone.id(), wanted).displayName();
        });
    }

    private void refuse(VirtualMachine machine) {
        account.step("Shut " + name + " down", () -> {
            services.power().shutdown(machine.id());
            new Waiting(session).untilOff(List.of(machine), SHUTDOWN);
            return "";
        });
        account.step("Delete it? Refused, since clones stand on it", () -> {
            try {
                services.lifecycle().delete(machine.id());
            } catch (IngotException e) {
                require(e.kind() == Kind.IN_USE, e.getMessage());
                return Words.count(e.dependants().size(), "clone");
            }
            throw new IngotException(Kind.FAILED, "The demo went wrong: the deletion was not refused.");
        });
    }

    private VirtualMachine now(VirtualMachine machine) {
        return services.inventory().require(machine.id());
    }

    private static String expect(DemoStatus said, int edits) {
        require(said.edits() == edits, "the guest says " + said + " where edits=" + edits + " was due");
        return said.toString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IngotException(Kind.FAILED, "The demo went wrong: " + otherwise + ".");
        }
    }

    /** Lets long work be cancelled; the account shows what is being done. */
    private record Uncounted(Session session) implements Progress {
        @Override
        public void report(double fraction, String doing) {}

        @Override
        public boolean isCancelled() {
            return session.cancellation().isCancelled();
        }
    }
}
