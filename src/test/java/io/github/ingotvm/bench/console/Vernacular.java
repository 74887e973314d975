package io.github.ingotvm.bench.console;

import com.shinyhut.vernacular.client.VernacularClient;
import com.shinyhut.vernacular.client.VernacularConfig;
import com.shinyhut.vernacular.client.rendering.ColorDepth;
import java.util.concurrent.atomic.AtomicLong;

/** The other client that Java has. */
final class Vernacular implements AutoCloseable {
    private final AtomicLong updates = new AtomicLong();
    private final VernacularClient client;

    /** @param frames a second, as many as it may ask for; what the guest shows cannot be packed, so it asks for plain pixels */
    Vernacular(int port, int frames) {
        VernacularConfig config = new VernacularConfig();
        config.setColorDepth(ColorDepth.BPP_24_TRUE);
        config.setTargetFramesPerSecond(frames);
        config.setEnableHextileEncoding(false);
        config.setEnableZLibEncoding(false);
        config.setEnableRreEncoding(false);
        config.setScreenUpdateListener(image -> updates.incrementAndGet());
        client = new VernacularClient(config);
        client.start("127.0.0.1", port);
    }

    long updates() {
        return updates.get();
    }

    @Override
    public void close() {
        client.stop();
    }
}
