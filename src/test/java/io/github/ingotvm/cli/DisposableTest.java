package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import org.junit.jupiter.api.Test;

class DisposableTest extends CommandLineRig {
    @Test
    void runsAtOnceAndSaysThatItVanishes() {
        golden("debian");
        Result result = ingot("run", "debian").succeeds();
        assertThat(result.out()).isEqualTo("debian (disposable)\n");
        assertThat(result.err()).contains("vanishes when it stops");
        assertThat(find("debian (disposable)").state()).isEqualTo(PowerState.RUNNING);
        assertThat(ingot("list").out()).contains("running, disposable").contains("debian v1");
        assertThat(ingot("run", "debian", "--json").object())
                .containsEntry("name", "debian (disposable) 2")
                .containsEntry("persistent", false);
    }

    @Test
    void runsAVersionOrASnapshotUnderAName() {
        golden("debian");
        ingot("run", "debian", "a", "--version", "v1").succeeds();
        ingot("run", "debian", "b", "--from", "Just Imported").succeeds();
        ingot("run", "debian", "a").fails(ExitCode.FAILED, "already");
        ingot("run", "debian", "c", "--version", "9").fails(ExitCode.NOT_FOUND, "9");
        assertThat(names()).containsExactlyInAnyOrder("debian", "a", "b");
    }

    @Test
    void isGoneWithItsFilesWhenItIsKilledOrStopped() {
        golden("debian");
        int files = fake.foreign().files().size();
        ingot("run", "debian", "a").succeeds();
        ingot("run", "debian", "b").succeeds();
        ingot("kill", "a").succeeds();
        ingot("stop", "b", "--wait").succeeds();
        assertThat(names()).containsExactly("debian");
        assertThat(fake.foreign().files()).hasSize(files);
    }

    @Test
    void checkRemovesWhatIsLeftOfIt() {
        golden("debian");
        ingot("run", "debian", "a").succeeds();
        ingot("stop", "a").succeeds();
        assertThat(ingot("check").succeeds().err()).contains("All is well.");
    }

    @Test
    void staysWhenItIsKept() {
        golden("debian");
        ingot("run", "debian", "a").succeeds();
        assertThat(ingot("keep", "a").succeeds().out()).isEqualTo("a stays when it stops.\n");
        assertThat(ingot("keep", "a").succeeds().out()).isEqualTo("a stays anyway.\n");
        ingot("kill", "a").succeeds();
        assertThat(find("a").state()).isEqualTo(PowerState.OFF);
        ingot("keep", "nobody").fails(ExitCode.NOT_FOUND, "nobody");
    }
}
