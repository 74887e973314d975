package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a file whole, however often the server breaks off. */
final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final Receiver receiver;
    private final Function<URI, String> who;
    private final DownloadLimits limits;
    private final Pause pause;

    /** @param who says who is asked for an address */
    Fetcher(Receiver receiver, Function<URI, String> who, DownloadLimits limits, Pause pause) {
        this.receiver = receiver;
        this.who = who;
        this.limits = limits;
        this.pause = pause;
    }

    /**
     * Tries until the file is whole, or the server has broken off too often without sending anything new. What has come stays, and the
     * next time goes on from there.
     */
    void whole(URI uri, Part part, boolean proven, Progress progress) throws IOException {
        URI at = uri;
        long most = part.size();
        int failures = 0;
        while (true) {
            try {
                receiver.receive(at, part, proven, progress);
                return;
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException e) {
                // A server that sends the same again and again brings us no further.
                failures = part.size() > most ? 1 : failures + 1;
                most = Math.max(most, part.size());
                giveUpAfter(failures, at, part, e);
                LOG.debug("Once more", e);
                rest(e instanceof BrokenOffException b ? b.wait(failures) : Pause.after(failures), failures, progress);
            } catch (IngotException e) {
                URI now = at;
                at = Addresses.moved(at)
                        .filter(to -> e.kind() == Kind.NOT_FOUND && !to.equals(now))
                        .orElseThrow(() -> e);
            }
        }
    }

    private void rest(Duration time, int failures, Progress progress) {
        progress.report(-1, failures > 1 ? "The server does not answer; trying again" : "Broken off; trying again");
        pause.await(time, progress);
    }

    private void giveUpAfter(int failures, URI uri, Part part, IOException e) {
        boolean offline = part.size() == 0 && e instanceof ConnectException;
        if (failures >= (offline ? Math.min(2, limits.tries()) : limits.tries())) {
            throw new IngotException(
                    Kind.FAILED,
                    who.apply(uri)
                            + " cannot be reached, or breaks off again and again; check the network and try again"
                            + " later, it goes on where it is.",
                    e);
        }
    }
}
