package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People name things as they like, and read the names as they gave them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesIT {
    private static final String LONG =
            "A name of two hundred characters, which is more than any file system takes in one"
                    + " piece once it is written in a script of many bytes, and more than a title bar shows; but people do"
                    + " so, and why not, no?";

    private World world;

    @BeforeAll
    void open() {
        world = World.create();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Büro-Rechner für Zoë",
                "Сервер сборки",
                "構築サーバー 東京",
                "خادم البناء",
                "golden 🥇 mould",
                "etc/../passwd",
                "/",
                "say \"it's\" 'so'",
                "<&> ]]> &amp; <!-- -->",
                "$(reboot) `id` %s \\n",
                "-rf",
                LONG
            })
    void anyNameGoesThroughSnapshotPromotionCloneRevertAndRename(String name) {
        VirtualMachine machine = world.machine(name);
        MachineId id = machine.id();
        assertThat(machine.displayName()).isEqualTo(name);

        Snapshot snapshot = world.snapshot(id, name);
        assertThat(snapshot.name()).isEqualTo(name);
        Services services = world.services();
        services.golden().promote(id, snapshot.id(), name);
        String cloneName = "2 " + name;
        VirtualMachine clone = world.clones(id, cloneName).get(0);
        assertThat(clone.displayName()).isEqualTo(cloneName);
        services.reverter()
                .revert(id, snapshot.id(), Optional.of("kept " + name))
                .settle();
        services.lifecycle().rename(clone.id(), "3 " + name);
        services.snapshots().describe(id, world.snapshotCalled(id, "kept " + name), "also " + name, name + "\n" + name);

        world.reopen();
        assertThat(world.services().inventory().resolve(name).id()).isEqualTo(id);
        assertThat(world.services().inventory().resolve("3 " + name).mark().lineage())
                .hasValueSatisfying(l -> assertThat(l.sourceName()).isEqualTo(name));
        assertThat(world.snapshotNames(id)).contains(name, "also " + name);
        assertThat(world.services()
                        .inventory()
                        .resolveSnapshot(world.require(id), "also " + name)
                        .note())
                .isEqualTo(name + "\n" + name);
        assertThat(world.require(id).mark().currentGolden())
                .hasValueSatisfying(g -> assertThat(g.note()).isEqualTo(name));
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.machine(name))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(IngotException.Kind.EXISTS))
                .withMessageContaining(name);
        assertThat(world.check()).isEmpty();
        world.deleteEverything();
        assertThat(world.files()).isEmpty();
    }
}
