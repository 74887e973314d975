package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorContract;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PrivateLibvirtExtension.class)
class LibvirtContractIT extends HypervisorContract {
    private final PrivateLibvirt libvirt;

    LibvirtContractIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
    }

    @Override
    protected Hypervisor connect() {
        return libvirt.connect();
    }
}
