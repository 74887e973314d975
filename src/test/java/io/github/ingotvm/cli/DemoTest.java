package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DemoTest extends CommandLineRig {
    @Test
    void tellsTheWholePathAndCleansUp() {
        try (DemoActor actor = new DemoActor(fake)) {
            String out = ingot("demo").succeeds().out();
            assertThat(out)
                    .contains("Create demo-")
                    .contains("\"Just Installed\"")
                    .contains("★ v1")
                    .contains("edits=3, 3 times")
                    .contains("└─ Tuned  ★ v1")
                    .contains("linked clone")
                    .contains("its machines are removed");
        }
        assertThat(names()).isEmpty();
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void keepsTheMachinesWhenAsked() {
        try (DemoActor actor = new DemoActor(fake)) {
            ingot("demo", "--keep").succeeds();
        }
        assertThat(names()).hasSize(4);
    }

    @Test
    void cleansUpWhenCancelled() {
        Cli cli = cli(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        CompletableFuture<Integer> demo;
        try (DemoActor actor = new DemoActor(fake, edits -> 0)) {
            demo = CompletableFuture.supplyAsync(() -> cli.run("demo"));
            await().until(() -> names().size() == 1
                    && !fake.snapshots()
                            .list(fake.machines().list().get(0).id())
                            .isEmpty());
        }
        cli.cancel();
        assertThat(demo.join()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(names()).isEmpty();
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void doesNotBelieveAGuestThatSaysOtherwise() {
        try (DemoActor actor = new DemoActor(fake, edits -> edits + 1)) {
            ingot("demo").fails(ExitCode.FAILED, "The demo went wrong: the guest says boots=1 edits=1");
        }
        assertThat(names()).isEmpty();
    }
}
