package io.github.ingotvm.ui;

import java.nio.file.Path;

/** Where the demo machine's installation disc comes from. */
public interface DemoDisc {
    /** The disc as a file, made when needed. Called off the window's thread. */
    Path file();
}
