package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.hypervisor.HypervisorException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConnectionUriTest {
    @Test
    void knowsLocalFromRemoteAndSessionFromSystem() {
        assertThat(ConnectionUri.parse("qemu:///session").isLocal()).isTrue();
        assertThat(ConnectionUri.parse("qemu:///session").isSession()).isTrue();
        assertThat(ConnectionUri.parse("qemu:///system").isSession()).isFalse();
        assertThat(ConnectionUri.parse("qemu+ssh://me@host/system").isLocal()).isFalse();
        assertThat(ConnectionUri.parse("qemu+ssh://my_host/system").isLocal()).isFalse();
    }

    @Test
    void knowsItsSocket() {
        assertThat(ConnectionUri.parse("qemu+unix:///session?mode=direct&socket=/run/x/libvirt-sock")
                        .socket())
                .contains(Path.of("/run/x/libvirt-sock"));
        assertThat(ConnectionUri.parse("qemu:///session").socket()).isEmpty();
    }

    @Test
    void refusesWhatIsNoUri() {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() -> ConnectionUri.parse("not a uri"))
                .withMessageContaining("qemu:///session");
    }
}
