package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one real window on a host in memory; each finds the host empty and the window on its first page. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneWindowTest {
    /** What the window looked like when a test failed is worth more than its trace. */
    @RegisterExtension
    final AfterTestExecutionCallback witness = context -> {
        if (context.getExecutionException().isPresent()) {
            rig().pictureOfScreen(Path.of(
                    "target", "failed", context.getRequiredTestMethod().getName() + ".png"));
        }
    };

    private Optional<Foundry> foundry = Optional.empty();
    private Optional<WindowRig> window = Optional.empty();

    final Foundry foundry() {
        return foundry.orElseThrow();
    }

    final WindowRig rig() {
        return window.orElseThrow();
    }

    final VirtualMachine named(String name) {
        return foundry().services().inventory().resolve(name);
    }

    @BeforeAll
    final void open(@TempDir Path folder) {
        Foundry made = new Foundry(folder);
        foundry = Optional.of(made);
        window = Optional.of(WindowRig.open(made::connect, folder, 1280, 800));
        rig().shows("Cast your first machine");
    }

    @AfterEach
    final void tidyUp() {
        rig().tidyUp();
        foundry().clear();
        rig().shows("Cast your first machine");
    }

    @AfterAll
    final void close() {
        window.ifPresent(WindowRig::close);
    }
}
