package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorContract;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
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

    @Override
    public Optional<Definition> withForeignScreen(Definition definition) {
        return hasSpice()
                ? Optional.of(new Definition(definition.document().replace("type='vnc'", "type='spice'")))
                : Optional.empty();
    }

    @Override
    public Definition withClipboard(Definition definition) {
        return new Definition(definition.document().replace("</devices>", """
                <channel type='qemu-vdagent'>
                  <source><clipboard copypaste='yes'/></source>
                  <target type='virtio' name='com.redhat.spice.0'/>
                </channel>
                </devices>"""));
    }

    private boolean hasSpice() {
        try {
            Process asking =
                    new ProcessBuilder("virsh", "-c", libvirt.uri(), "domcapabilities", "--virttype", "qemu").start();
            String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.contains("<value>spice</value>");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String outside(String backing) {
        Path path = libvirt.shared().resolve(UUID.randomUUID() + ".qcow2");
        try {
            Process making = new ProcessBuilder(
                            "qemu-img", "create", "-q", "-f", "qcow2", "-b", backing, "-F", "qcow2", path.toString())
                    .inheritIO()
                    .start();
            assertThat(making.waitFor()).isZero();
            return path.toString();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
