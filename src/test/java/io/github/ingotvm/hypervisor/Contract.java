package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A part of the port's contract, as tests in default methods. */
interface Contract {
    /** A machine that is not there. */
    MachineId NOBODY = new MachineId(UUID.fromString("00000000-0000-4000-8000-00000000dead"));

    /** How long QEMU and libvirt may take on a busy computer. */
    Duration PATIENCE = Duration.ofSeconds(60);

    Rig rig();

    /** Makes an image that stands on another, in a folder that is no pool. Gives its path. */
    String outside(String backing);

    /** The definition of the same machine with a screen that Ingot cannot show; empty where none can be had. */
    Optional<Definition> withForeignScreen(Definition definition);

    /** The same with a channel for the clipboard. */
    Definition withClipboard(Definition definition);

    default void assertRefused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }

    default void assertFails(ThrowingCallable call) {
        assertThatExceptionOfType(HypervisorException.class).isThrownBy(call);
    }
}
