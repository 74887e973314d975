package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A step that went well, to be tried again with trouble.
 *
 * @param host before it
 * @param before the sight before it
 * @param after the sight after it
 * @param ids what decided its ids
 * @param done the host after it
 */
record Step(
        Op op,
        FakeState host,
        Sight before,
        Sight after,
        long ids,
        LocalFiles files,
        Invariants invariants,
        FakeState done) {
    /** A world in which the step has not yet been done, with something between Ingot and the host. */
    World world(UnaryOperator<Hypervisor> between) {
        return World.on(host.copy(), between, ids, files);
    }

    /** What nothing needs, before and after. */
    Set<String> litter() {
        Set<String> litter = new TreeSet<>(new References(host).unneeded());
        litter.addAll(new References(done).unneeded());
        return litter;
    }

    /** Checks a host on which the step ended in the middle: everything is as before or as after. */
    void assertBetween(FakeState broken) {
        Sight now = Sight.of(broken).atRest();
        Sight then = before.atRest();
        Sight goal = after.atRest();
        for (MachineId id : then.machines.keySet()) {
            assertThat(now.machines.containsKey(id) || !goal.machines.containsKey(id))
                    .as("machine %s must still be there", id)
                    .isTrue();
        }
        Optional<Sight> midway = op.midway(before, after).map(Sight::atRest);
        now.machines.forEach((id, machine) -> {
            List<MachineSight> possible = Stream.concat(Stream.of(then, goal), midway.stream())
                    .flatMap(s -> Optional.ofNullable(s.machines.get(id)).stream())
                    .toList();
            assertBetween(machine, possible);
            assertKept(machine, Optional.ofNullable(then.machines.get(id)), Optional.ofNullable(goal.machines.get(id)));
        });
    }

    /** Nobody whom the step found and would have left running stands still without Check naming it. */
    void assertWhoStandsStillIsNamed(FakeState broken) {
        Sight.of(broken).machines.forEach((id, now) -> {
            boolean ran = Stream.of(before, after)
                    .map(s -> s.machines.get(id))
                    .allMatch(m -> m != null && m.state == PowerState.RUNNING);
            if (ran && now.state == PowerState.PAUSED) {
                assertThat(invariants.leftPaused(broken)).contains(now.name);
            }
        });
    }

    private static void assertBetween(MachineSight now, List<MachineSight> either) {
        assertThat(either).extracting(m -> m.name).contains(now.name);
        assertThat(either).extracting(MachineSight::content).contains(now.content());
        assertThat(either).extracting(m -> m.golden).contains(now.golden);
        assertThat(either).extracting(m -> m.roles).contains(now.roles);
        assertThat(either).extracting(m -> m.imageOnly).contains(now.imageOnly);
        assertThat(either).extracting(m -> m.pinned).contains(now.pinned);
        assertThat(either).extracting(m -> m.linkedTo).contains(now.linkedTo);
        assertThat(either).extracting(m -> m.former).contains(now.former);
        if (now.install != Install.State.FINISHING) {
            assertThat(either).extracting(m -> m.install).contains(now.install);
        }
        now.snapshots.forEach((id, snapshot) -> assertThat(either)
                .extracting(m -> Optional.ofNullable(m.snapshots.get(id)).map(s -> s.under(Optional.empty())))
                .contains(Optional.of(snapshot.under(Optional.empty()))));
    }

    private static void assertKept(MachineSight now, Optional<MachineSight> then, Optional<MachineSight> goal) {
        for (SnapshotId id : then.map(m -> m.snapshots.keySet()).orElse(Set.of())) {
            boolean mayGo = goal.isEmpty() || !goal.get().snapshots.containsKey(id);
            assertThat(mayGo || now.snapshots.containsKey(id))
                    .as("snapshot %s must still be there", id)
                    .isTrue();
        }
    }

    /** Cleans up as Check does, then does the step again as a person would; it must come out as it would have at once. */
    void complete(FakeState broken) {
        Invariants own = invariants.branch(host);
        own.fix(broken, own.check(broken));
        if (!op.canBeCompleted()) {
            return;
        }
        Op again = op.again(Sight.of(broken));
        Optional<IngotException> refused = Sequence.attempt(again, World.on(broken, h -> h, ids + 1, files));
        assertThat(Outcome.of(Sight.of(broken)))
                .as("after another try, which said %s", refused)
                .isEqualTo(Outcome.of(after));
        own.check(broken);
    }
}
