package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several files at once: a slow server holds up none but its own. */
public final class Together {
    private static final int AT_ONCE = 3;

    private final Downloads downloads;

    public Together(Downloads downloads) {
        this.downloads = downloads;
    }

    /**
     * What came of one of them.
     *
     * @param failure why it is not here
     */
    public record Outcome(Order order, Optional<Fetched> fetched, Optional<IngotException> failure) {}

    /** Fetches all of them; when one fails the others go on. In the order of the orders. */
    public List<Outcome> fetch(List<Order> orders, Progress progress) {
        Shared shared = new Shared(orders.size(), progress);
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, orders.size())));
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < orders.size(); i++) {
                Order order = orders.get(i);
                Progress own = shared.part(i);
                running.add(pool.submit(() -> one(order, own)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome one(Order order, Progress progress) {
        try {
            return new Outcome(order, Optional.of(downloads.fetch(order, progress)), Optional.empty());
        } catch (IngotException e) {
            return new Outcome(order, Optional.empty(), Optional.of(e));
        }
    }

    /** One bar for all. */
    private static final class Shared {
        private final double[] fractions;
        private final Progress whole;

        Shared(int parts, Progress whole) {
            this.fractions = new double[parts];
            this.whole = whole;
        }

        Progress part(int i) {
            return fractions.length == 1
                    ? whole
                    : new Progress() {
                        @Override
                        public void report(double fraction, String doing) {
                            tell(i, fraction, doing);
                        }

                        @Override
                        public boolean isCancelled() {
                            return whole.isCancelled();
                        }
                    };
        }

        private synchronized void tell(int i, double fraction, String doing) {
            fractions[i] = Math.max(fractions[i], fraction);
            double sum = 0;
            for (double f : fractions) {
                sum += f;
            }
            whole.report(sum / fractions.length, String.format(Locale.ROOT, "%d files: %s", fractions.length, doing));
        }
    }
}
