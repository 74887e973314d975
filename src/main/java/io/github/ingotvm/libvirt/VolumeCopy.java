package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.libvirt.xml.VolumeXml;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.libvirt.jna.StorageVolPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a volume with its whole chain. libvirt does it in one call that tells nothing and cannot be stopped: so it runs on a
 * thread of its own, while the caller watches the copy grow, and ends its {@link CopyProcess process} or leaves when the user has had
 * enough.
 */
final class VolumeCopy {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeCopy.class);
    private static final long WATCH_MS = 100;
    private static final int END_ATTEMPTS = 50;
    private static final int DEEPEST_CHAIN = 250;

    private final Connection connection;
    private final OwnPool own;
    private final Function<String, Optional<Volume>> finder;

    VolumeCopy(Connection connection, OwnPool own, Function<String, Optional<Volume>> finder) {
        this.connection = connection;
        this.own = own;
        this.finder = finder;
    }

    Volume copy(String name, Vol from, String format, Progress progress) {
        Cancellation.check(progress);
        Volume source = from.read();
        long expected = progress == Progress.NONE ? 0 : expectedSize(source);
        String xml = VolumeXml.compose(name, format, source.capacity());
        Job job = new Job(name);
        CompletableFuture<Volume> result = new CompletableFuture<>();
        Virt.X.virStorageVolRef(from.pointer()); // the caller may leave before the job is done
        Thread thread = new Thread(() -> job.run(xml, new Vol(from.pointer()), result), "copy to " + name);
        thread.setDaemon(true);
        thread.start();
        return watch(job, result, expected, progress);
    }

    private Volume watch(Job job, CompletableFuture<Volume> result, long expected, Progress progress) {
        while (true) {
            try {
                Volume copy = result.get(WATCH_MS, TimeUnit.MILLISECONDS);
                if (progress.isCancelled()) { // too late to stop it, not to keep the promise
                    job.remove();
                    throw cancelled();
                }
                progress.report(1, "Copied");
                return copy;
            } catch (TimeoutException e) {
                report(job.name, expected, progress);
                if (progress.isCancelled()) {
                    job.abandon(result);
                    throw cancelled();
                }
            } catch (InterruptedException e) {
                job.abandon(result);
                Thread.currentThread().interrupt();
                throw new HypervisorException(Kind.CANCELLED, "The copy was cancelled; nothing is left of it.", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof HypervisorException failure) {
                    throw failure;
                }
                throw new CompletionException(e.getCause());
            }
        }
    }

    private static HypervisorException cancelled() {
        return new HypervisorException(Kind.CANCELLED, "The copy was cancelled; nothing is left of it.");
    }

    private void report(String name, long expected, Progress progress) {
        if (expected <= 0) {
            return;
        }
        long done = size(name);
        progress.report(Math.min(0.99, (double) done / expected), "Copying the disk");
    }

    private long size(String name) {
        return own.with(pool -> {
            StorageVolPointer pointer = Virt.X.virStorageVolLookupByName(pool, name);
            if (pointer == null) {
                return 0L;
            }
            try (Vol vol = new Vol(pointer)) {
                return vol.read(Volumes.POOL).allocation();
            } catch (HypervisorException e) {
                return 0L; // not there yet
            }
        });
    }

    /** What the chain's files take together is about what the copy will. */
    private long expectedSize(Volume source) {
        long sum = source.allocation();
        Optional<Volume> at = source.backing().flatMap(finder);
        for (int depth = 0; at.isPresent() && depth < DEEPEST_CHAIN; depth++) {
            sum += at.get().allocation();
            at = at.get().backing().flatMap(finder);
        }
        return Math.min(sum, source.capacity());
    }

    /** One copy under way, and its end when nobody waits for it any more. */
    private final class Job {
        private final String name;

        Job(String name) {
            this.name = name;
        }

        void run(String xml, Vol from, CompletableFuture<Volume> result) {
            try (from) {
                result.complete(own.with(pool -> {
                    StorageVolPointer made = Errors.check(
                            Virt.X.virStorageVolCreateXMLFrom(pool, xml, from.pointer(), 0),
                            "copy to the volume “" + name + "”");
                    try (Vol vol = new Vol(made)) {
                        return vol.read(Volumes.POOL);
                    }
                }));
            } catch (RuntimeException e) {
                LOG.debug("The copy {} ended", name, e); // nobody else may hear of it
                result.completeExceptionally(e);
            }
        }

        /** The finished copy. */
        void remove() {
            own.with(pool -> {
                StorageVolPointer pointer = Virt.X.virStorageVolLookupByName(pool, name);
                if (pointer != null) {
                    try (Vol vol = new Vol(pointer)) {
                        remove(vol);
                    }
                }
                return true;
            });
        }

        private void remove(Vol vol) {
            if (Virt.X.virStorageVolDelete(vol.pointer(), 0) < 0) {
                LOG.warn("The abandoned copy {} could not be removed; Check will find it", name);
            }
        }

        /** Where its process can be ended, nothing is left when this returns; else it is removed when libvirt has made it. */
        void abandon(CompletableFuture<Volume> result) {
            CompletableFuture<Void> gone = result.thenRun(this::remove);
            if (!connection.uri().isLocal()) {
                return;
            }
            String path = own.folder() + "/" + name;
            for (int attempt = 0; attempt < END_ATTEMPTS && !gone.isDone(); attempt++) {
                if (CopyProcess.end(path) == CopyProcess.End.NOT_OURS) {
                    LOG.info("The cancelled copy {} goes when libvirt has made it", name);
                    return;
                }
                settle(gone);
            }
        }

        /** Waits a little for the end, which may well be a failure. */
        private static void settle(CompletableFuture<Void> end) {
            end.handle((nothing, failure) -> true)
                    .completeOnTimeout(false, WATCH_MS, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
