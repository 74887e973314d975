package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.IngotException;
import org.jspecify.annotations.Nullable;

/** The only exception that leaves the port. */
public class HypervisorException extends IngotException {
    private static final long serialVersionUID = 1L;

    public HypervisorException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(kind, sentence, cause);
    }

    public HypervisorException(Kind kind, String sentence) {
        super(kind, sentence, null);
    }
}
