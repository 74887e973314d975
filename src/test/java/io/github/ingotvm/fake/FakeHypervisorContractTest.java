package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorContract;

class FakeHypervisorContractTest extends HypervisorContract {
    private final FakeState state = new FakeState();

    @Override
    protected Hypervisor connect() {
        return new FakeHypervisor(state);
    }
}
