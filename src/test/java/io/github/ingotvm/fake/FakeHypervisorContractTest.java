package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorContract;
import io.github.ingotvm.model.Definition;
import java.util.Optional;
import java.util.UUID;

class FakeHypervisorContractTest extends HypervisorContract {
    private final FakeState state = new FakeState();

    @Override
    protected Hypervisor connect() {
        return new FakeHypervisor(state);
    }

    @Override
    public Optional<Definition> withForeignScreen(Definition definition) {
        return Optional.of(new Definition(definition.document() + "screen=spice\n"));
    }

    @Override
    public Definition withClipboard(Definition definition) {
        return new Definition(definition.document() + "clipboard=own\n");
    }

    @Override
    public String outside(String backing) {
        String path = "/elsewhere/" + UUID.randomUUID() + ".qcow2";
        new FakeHypervisor(state).foreign().addsFile(path, "qcow2", 1 << 20, Optional.of(backing));
        return path;
    }
}
