package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.Resources;
import org.junit.jupiter.api.Test;

/** Files that might go while the host is at work that a dead Ingot asked for: what will be in use after it is not seen before. */
class RemovalBesideLibvirtTest extends Workshop {
    @Test
    void nothingIsRemovedWhileTheHostIsAtWorkOnAMachine() {
        VirtualMachine vm = machine("vm");
        VirtualMachine other = machine("other");
        String file = other.hardware().writableDisks().get(0).source().orElseThrow();
        String left = fake.volumes()
                .create("vm.vda.zzzzzzzzzzzz.qcow2", Resources.MIB)
                .path();
        start(vm);
        foreign.works(vm.id(), true);

        services().lifecycle().delete(other.id()).commit();
        assertThat(foreign.files()).contains(file);
        assertThat(services().doctor().check()).extracting(Finding::kind).doesNotContain(Finding.Kind.UNREFERENCED);
        refused(Kind.CANCELLED, "", () -> services().doctor().fix(new CancelledOnceItWaits()));
        assertThat(foreign.files()).contains(file, left);

        foreign.works(vm.id(), false);
        services().lifecycle().rename(vm.id(), "vm again");
        assertThat(foreign.files()).doesNotContain(file).contains(left);
        services().doctor().fix(Progress.NONE);
        assertThat(foreign.files()).doesNotContain(left);
        assertThat(services().doctor().check()).isEmpty();
    }

    private static final class CancelledOnceItWaits implements Progress {
        private boolean waits;

        @Override
        public void report(double fraction, String doing) {
            waits |= doing.equals("Waiting for libvirt to end its work");
        }

        @Override
        public boolean isCancelled() {
            return waits;
        }
    }
}
