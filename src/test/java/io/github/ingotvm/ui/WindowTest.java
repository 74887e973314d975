package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the real window on a host in memory. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
abstract class WindowTest {
    @TempDir
    Path folder = Path.of("");

    private Optional<Foundry> foundry = Optional.empty();
    private Optional<WindowRig> opened = Optional.empty();

    final Foundry foundry() {
        if (foundry.isEmpty()) {
            foundry = Optional.of(new Foundry(folder));
        }
        return foundry.orElseThrow();
    }

    final WindowRig open() {
        return open(foundry()::connect);
    }

    final WindowRig open(Supplier<Services> connect) {
        opened = Optional.of(WindowRig.open(connect, folder, 1100, 700));
        return rig();
    }

    final WindowRig rig() {
        return opened.orElseThrow();
    }

    final VirtualMachine named(String name) {
        return foundry().services().inventory().resolve(name);
    }

    @AfterEach
    final void closeWindow() {
        opened.ifPresent(WindowRig::close);
        opened = Optional.empty();
    }
}
