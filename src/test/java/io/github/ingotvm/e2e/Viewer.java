package io.github.ingotvm.e2e;

import io.github.ingotvm.console.ConsoleException;
import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.console.Limits;
import io.github.ingotvm.console.Options;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.ScreenListener;
import io.github.ingotvm.console.Transport;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.service.ScreenAccess;
import io.github.ingotvm.service.Services;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Somebody who looks at a machine's screen and types. */
final class Viewer implements ScreenListener, AutoCloseable {
    private final RfbClient client;
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
    public void ended(Optional<ConsoleException> why) {
        over = true;
    }

    @Override
    public void close() {
        client.close();
    }
}
