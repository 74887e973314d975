package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeRuleTest {
    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void aHostThatLetsSessionsOnItsBridge() throws IOException {
        Path helper = root.resolve("usr/lib/qemu/qemu-bridge-helper");
        Files.createDirectories(helper.getParent());
        Files.createFile(helper);
        Files.setAttribute(helper, "unix:mode", 0104755);
        Files.createDirectories(root.resolve("etc/qemu"));
        Files.writeString(root.resolve("etc/qemu/bridge.conf"), "# ours\nallow br9\nallow virbr0\n");
        Files.createDirectories(root.resolve("sys/class/net/virbr0/bridge"));
    }

    @Test
    void takesTheFirstAllowedBridgeThatExists() {
        assertThat(chosen()).contains("virbr0");
    }

    @Test
    void takesTheUsualBridgeWhenAllAreAllowed() throws IOException {
        Files.writeString(root.resolve("etc/qemu/bridge.conf"), "allow all");
        assertThat(chosen()).contains("virbr0");
    }

    @Test
    void takesNoneWhenTheHelperHasNoRightTo() throws IOException {
        Files.setAttribute(root.resolve("usr/lib/qemu/qemu-bridge-helper"), "unix:mode", 0100755);
        assertThat(chosen()).isEmpty();
    }

    @Test
    void takesNoneThatIsNotThere() throws IOException {
        Files.delete(root.resolve("sys/class/net/virbr0/bridge"));
        assertThat(chosen()).isEmpty();
    }

    @Test
    void theUsersChoiceGoesFirst() {
        assertThat(BridgeRule.choose(root, Optional.of("user"))).isEmpty();
        assertThat(BridgeRule.choose(root, Optional.of("br1"))).contains("br1");
    }

    private Optional<String> chosen() {
        return BridgeRule.choose(root, Optional.empty());
    }
}
