package io.github.ingotvm.format;

import java.io.IOException;

/** A file is not what it claims to be. The message completes a sentence that begins with the file's name: "it …". */
public final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedException(String why) {
        super(why);
    }

    public MalformedException(String why, Throwable cause) {
        super(why, cause);
    }
}
