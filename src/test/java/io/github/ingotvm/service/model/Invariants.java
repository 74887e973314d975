package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold after every step, crash or not. */
final class Invariants {
    private static final Set<Finding.Kind> EXPECTED =
            Set.of(Finding.Kind.UNREFERENCED, Finding.Kind.HALF_MADE, Finding.Kind.LEFT_PAUSED);

    private final LocalFiles files;
    private final Map<String, String> frozen = new HashMap<>();
    private final Map<String, String> golden = new HashMap<>();
    private final Answered answered;

    Invariants(LocalFiles files) {
        this(files, new Answered());
    }

    private Invariants(LocalFiles files, Answered answered) {
        this.files = files;
        this.answered = answered;
    }

    /** The same for a host that goes its own way from this moment on. */
    Invariants branch(FakeState from) {
        Invariants branch = new Invariants(files, Answered.since(from));
        branch.frozen.putAll(frozen);
        branch.golden.putAll(golden);
        return branch;
    }

    /**
     * Checks that chains are whole, that what was once frozen has not changed, and that Check names exactly what nothing needs.
     *
     * @return the paths of what nothing needs
     */
    Set<String> check(FakeState host) {
        assertFrozenUnchanged(host);
        Set<String> unneeded = new References(host).unneeded();
        List<Finding> findings =
                World.on(host, h -> h, 1, files).services().doctor().check();
        assertThat(findings.stream()
                        .filter(f -> f.kind() == Finding.Kind.UNREFERENCED)
                        .map(Finding::subject)
                        .collect(Collectors.toSet()))
                .as("what Check says that nothing needs")
                .isEqualTo(unneeded);
        assertThat(findings)
                .as("what else Check says")
                .filteredOn(f -> !EXPECTED.contains(f.kind()))
                .isEmpty();
        return unneeded;
    }

    private void assertFrozenUnchanged(FakeState host) {
        FakeHypervisor view = new FakeHypervisor(host);
        assertSealedTruly(view);
        assertGoldenBytesUnchanged(view);
        answered.check(host, view);
        Map<String, Volume> volumes = new HashMap<>();
        view.volumes().list().forEach(v -> volumes.put(v.path(), v));
        Set<String> named = view.machines().list().stream()
                .flatMap(m -> view.snapshots().list(m.id()).stream())
                .flatMap(s -> s.hardware().writableDisks().stream())
                .flatMap(d -> d.source().stream())
                .collect(Collectors.toSet());
        // What no snapshot names any more may take in what lies on it, and be named for that.
        frozen.keySet().retainAll(named);
        named.stream()
                .map(volumes::get)
                .filter(Objects::nonNull)
                .forEach(v -> frozen.putIfAbsent(v.path(), look(view, v)));
        volumes.values().stream()
                .filter(v -> frozen.containsKey(v.path()))
                .forEach(v -> assertThat(look(view, v))
                        .as("the frozen layer " + v.path())
                        .isEqualTo(frozen.get(v.path())));
    }

    /** Of golden images not even the bytes may change for as long as they are golden. */
    private void assertGoldenBytesUnchanged(FakeHypervisor view) {
        Map<String, String> now = new HashMap<>();
        view.machines().list().stream()
                .flatMap(m -> m.mark().golden().stream())
                .flatMap(v -> v.seals().stream())
                .forEach(s -> now.put(s.path(), view.volumes().digest(s.path(), Progress.NONE)));
        golden.keySet().retainAll(now.keySet());
        now.forEach((path, digest) ->
                assertThat(digest).as("the golden layer " + path).isEqualTo(golden.getOrDefault(path, digest)));
        golden.putAll(now);
    }

    private static void assertSealedTruly(FakeHypervisor view) {
        for (VirtualMachine machine : view.machines().list()) {
            machine.mark().golden().stream()
                    .flatMap(v -> v.seals().stream())
                    .forEach(s -> s.digest()
                            .ifPresent(d -> assertThat(view.volumes().digest(s.path(), Progress.NONE))
                                    .as("the seal of " + s.path())
                                    .isEqualTo(d)));
        }
    }

    /** What is seen through it: where the layers below it are merged into it, it is still what it was. */
    private static String look(FakeHypervisor view, Volume volume) {
        return view.guest().content(volume.path()).toString();
    }

    /** Lets Check clean up, and checks that it removes exactly this and changes nothing else. */
    void fix(FakeState host, Set<String> unneeded) {
        Sight expected = Sight.of(host);
        leftPaused(host).forEach(name -> expected.machine(expected.idOf(name)).state = PowerState.RUNNING);
        Set<String> left = new TreeSet<>(new FakeHypervisor(host).foreign().files());
        left.removeAll(unneeded);

        World.on(host, h -> h, 2, files).services().doctor().fix(Progress.NONE);

        assertThat(new TreeSet<>(new FakeHypervisor(host).foreign().files()))
                .as("files after the clean-up")
                .isEqualTo(left);
        assertThat(Sight.of(host)).as("the sight after the clean-up").isEqualTo(expected);
        assertThat(check(host)).as("what is left to clean up").isEmpty();
        assertThat(leftPaused(host)).as("who still stands still").isEmpty();
    }

    /** Whom Check says to stand still without reason. */
    Set<String> leftPaused(FakeState host) {
        return World.on(host, h -> h, 1, files).services().doctor().check().stream()
                .filter(f -> f.kind() == Finding.Kind.LEFT_PAUSED)
                .map(Finding::subject)
                .collect(Collectors.toSet());
    }
}
