package io.github.ingotvm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testfx.api.FxToolkit;

/** Whatever work ends with, the window learns of it. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class BackgroundIT {
    private final Background background = new Background();

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void end() {
        background.close();
    }

    private IngotException failure(Throwable thrown) throws Exception {
        CompletableFuture<IngotException> told = new CompletableFuture<>();
        background.run(
                () -> {
                    if (thrown instanceof Error e) {
                        throw e;
                    }
                    throw (RuntimeException) thrown;
                },
                () -> told.completeExceptionally(new AssertionError("done")),
                told::complete);
        return told.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatTheVirtualMachineCannotDoIsAFailureLikeAnyOther() throws Exception {
        OutOfMemoryError memory = new OutOfMemoryError("as in a test");
        assertThat(failure(memory)).hasMessageContaining("too little memory").hasCause(memory);
        StackOverflowError deep = new StackOverflowError();
        assertThat(failure(deep)).hasMessageContaining("unexpected").hasCause(deep);
        assertThat(failure(new IllegalStateException("a defect"))).hasMessageContaining("unexpected");
        IngotException known = new IngotException(IngotException.Kind.INVALID, "No.");
        assertThat(failure(known)).isSameAs(known);
    }
}
