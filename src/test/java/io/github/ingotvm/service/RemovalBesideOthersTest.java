package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.WorkElsewhere;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files that go while another Ingot works. */
class RemovalBesideOthersTest extends Workshop {
    @Test
    void aDeletionWaitsForNobodyAndItsFilesGoWithTheNextWorkEvenIfTheOtherDied() throws IOException {
        VirtualMachine vm = machine("vm");
        VirtualMachine other = machine("other");
        String file = other.hardware().writableDisks().get(0).source().orElseThrow();
        try (WorkElsewhere work = WorkElsewhere.begin(folder)) {
            services().lifecycle().delete(other.id()).commit();
            services().lifecycle().rename(vm.id(), "called differently");
            assertThat(foreign.files()).contains(file);
        }
        services().lifecycle().rename(vm.id(), "vm");
        assertThat(foreign.files()).doesNotContain(file);
        assertThat(services().doctor().check()).isEmpty();
    }
}
