package io.github.ingotvm.e2e;

import io.github.ingotvm.console.ConsoleException;
import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.console.Limits;
import io.github.ingotvm.console.Locks;
import io.github.ingotvm.console.Options;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.ScreenListener;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.console.Transport;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.screen.ScreenAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who looks at a machine's screen and types. */
final class Viewer implements ScreenListener, AutoCloseable {
    private final RfbClient client;
    private final List<String> clipboards = new CopyOnWriteArrayList<>();
    private final List<SizeAnswer> answers = new CopyOnWriteArrayList<>();
    private final List<Locks> locks = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    private Viewer(ScreenAccess.Line line, List<Encoding> encodings) {
        Options options = new Options(line.password(), encodings, Limits.USUAL);
        this.client = RfbClient.open(Transport.of(line.channel()), options, this);
    }

    static Viewer of(Services services, MachineId id, Encoding... encodings) {
        return new Viewer(services.screens().open(id), List.of(encodings));
    }

    /** The screen as far as it has come, all opaque. */
    Picture seen() {
        Picture[] seen = new Picture[1];
        client.take((w, h, argb, dirty) -> {});
        client.screen().look((w, h, argb, dirty) -> seen[0] = new Picture(w, h, Arrays.copyOf(argb, w * h)));
        return seen[0];
    }

    void type(int keysym) {
        client.key(keysym, true);
        client.key(keysym, false);
    }

    void type(int keysym, int scanCode) {
        client.key(keysym, scanCode, true);
        client.key(keysym, scanCode, false);
    }

    void copy(String text) {
        client.clipboard(text);
    }

    void wish(int width, int height) {
        client.wishSize(width, height);
    }

    boolean isResizable() {
        return client.isResizable();
    }

    /** Texts that were copied at the other end, in their order. */
    List<String> clipboards() {
        return clipboards;
    }

    List<SizeAnswer> answers() {
        return answers;
    }

    /** The keyboard's lights, in their order. */
    List<Locks> locks() {
        return locks;
    }

    boolean isOver() {
        return over;
    }

    boolean takesScanCodes() {
        return client.takesScanCodes();
    }

    @Override
    public void frameReady() {
        // Looked at when somebody asks.
    }

    @Override
    public void clipboard(String text) {
        clipboards.add(text);
    }

    @Override
    public void sizeAnswered(SizeAnswer answer) {
        answers.add(answer);
    }

    @Override
    public void locks(Locks state) {
        locks.add(state);
    }

    @Override
    public void ended(Optional<ConsoleException> why) {
        over = true;
    }

    @Override
    public void close() {
        client.close();
    }
}
