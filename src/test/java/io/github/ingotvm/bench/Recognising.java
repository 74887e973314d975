package io.github.ingotvm.bench;

import io.github.ingotvm.osinfo.Medium;
import io.github.ingotvm.osinfo.OsLibrary;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What it takes a fresh process to recognise a disc: arguments are the disc and a folder for the index. Prints milliseconds. */
public final class Recognising {
    private Recognising() {}

    public static void main(String[] args) {
        LoggerFactory.getLogger(Recognising.class).debug("what every process does is not counted");
        long before = System.nanoTime();
        OsLibrary library = OsLibrary.of(Map.of("XDG_CACHE_HOME", args[1]));
        String name = library.recognise(Medium.read(Path.of(args[0])))
                .map(found -> found.name())
                .orElse("unknown");
        long took = System.nanoTime() - before;
        System.out.println(took / 1e6 + " " + name);
    }
}
