package io.github.ingotvm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something could not be done. The message is one sentence for people that says what to do next; the cause is for the log. */
public class IngotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure, for those who must act on it. */
    public enum Kind {
        /** What was asked makes no sense: a bad name, an unreadable image, a missing file. */
        INVALID,
        /** The machine, snapshot, version or volume is not there. */
        NOT_FOUND,
        /** The name is taken. */
        EXISTS,
        /** Something depends on it: see {@link #dependants()}. */
        IN_USE,
        /** Not possible in the machine's present state (running, off, installing). */
        WRONG_STATE,
        NO_SPACE,
        DENIED,
        /** There is no hypervisor to talk to. */
        DISCONNECTED,
        /** This hypervisor cannot do it. */
        UNSUPPORTED,
        CANCELLED,
        FAILED
    }

    private final Kind kind;
    private final List<String> dependants;

    public IngotException(Kind kind, String sentence) {
        this(kind, sentence, List.of(), null);
    }

    public IngotException(Kind kind, String sentence, @Nullable Throwable cause) {
        this(kind, sentence, List.of(), cause);
    }

    public IngotException(Kind kind, String sentence, List<String> dependants, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.dependants = List.copyOf(dependants);
    }

    public Kind kind() {
        return kind;
    }

    /** For {@link Kind#IN_USE}: the names of what depends on it. */
    public List<String> dependants() {
        return dependants;
    }

    /** The sentence for people; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "Something went wrong; the log says more." : message;
    }
}
