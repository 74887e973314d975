package io.github.ingotvm.bench.console;

import io.github.ingotvm.console.Encoding;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A guest whose pixels all have other colours than their neighbours, and than in the picture before, all the time: nothing can be packed
 * or left out. How many pictures a second arrive, and what that takes.
 */
final class WorstCase {
    private static final double TIMES = 5;
    private static final double PER_SECOND = 25;
    /** QEMU looks at its guest every 30 ms; no client sees more. */
    private static final double MOST = 1000 / 30.0;

    /** What the other client may ask for; the one that suits it best counts. */
    private static final List<Integer> FRAMES = List.of(60, 30);

    private static final double PICTURE = Painter.WIDTH * Painter.HEIGHT * 4.0;

    private final Painter painter;
    private final Verdicts verdicts;
    private final double seconds;

    WorstCase(Painter painter, Verdicts verdicts, double seconds) {
        this.painter = painter;
        this.verdicts = verdicts;
        this.seconds = seconds;
    }

    /** @param pictures a second; whole ones, however they were cut into updates */
    private record Outcome(double pictures, double load) {
        /** Pictures for a second of a processor. */
        double thrift() {
            return pictures / load;
        }
    }

    /** Gives the seconds between two pictures. */
    double measure() throws Exception {
        verdicts.title("Every pixel anew, all the time");
        Outcome ours = ours();
        Outcome other = vernacular();
        calm();
        line("Ingot", ours);
        line("vernacular", other);
        verdicts.line(
                "QEMU shows at most %.1f, %.1f times what vernacular takes; Ingot takes %.0f %% of them",
                MOST, MOST / other.pictures(), ours.pictures() / MOST * 100);
        verdicts.line("for the same time of a processor: %.0f times as many", ours.thrift() / other.thrift());
        double times = ours.pictures() / other.pictures();
        verdicts.aim(times >= TIMES, "at least 5x", "%.1f times as many", times);
        verdicts.aim(
                ours.pictures() >= PER_SECOND && ours.load() < 1,
                "at least 25 in less than one processor",
                "%.1f pictures a second",
                ours.pictures());
        return 1 / ours.pictures();
    }

    private void line(String who, Outcome outcome) {
        verdicts.line(
                "%-12s %6.1f pictures/s %5.0f %% of a processor, %6.1f a second of it",
                who, outcome.pictures(), outcome.load() * 100, outcome.thrift());
    }

    private Outcome ours() throws Exception {
        try (Watcher watcher = new Watcher(painter.open(), List.of(Encoding.RAW))) {
            watcher.settle(1000);
            watcher.key('n');
            watch(watcher, seconds / 2); // the JVM learns
            long before = watcher.bytes();
            Load load = Load.of(() -> watch(watcher, seconds));
            double pictures = (watcher.bytes() - before) / PICTURE;
            return new Outcome(pictures / load.seconds(), load.processor() / load.seconds());
        }
    }

    private void calm() throws Exception {
        try (Watcher watcher = new Watcher(painter.open(), List.of(Encoding.RAW))) {
            watcher.key('t');
            watcher.settle(1000);
        }
    }

    private static void watch(Watcher watcher, double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            watcher.next(100);
        }
    }

    private Outcome vernacular() throws Exception {
        Outcome best = vernacular(FRAMES.get(0));
        for (int frames : FRAMES.subList(1, FRAMES.size())) {
            Outcome next = vernacular(frames);
            best = next.pictures() > best.pictures() ? next : best;
        }
        return best;
    }

    private Outcome vernacular(int frames) throws Exception {
        try (Vernacular other = new Vernacular(painter.port(), frames)) {
            pass(seconds / 2);
            long before = other.updates();
            Load load = Load.of(() -> pass(seconds));
            return new Outcome((other.updates() - before) / load.seconds(), load.processor() / load.seconds());
        }
    }

    private static void pass(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
    }
}
