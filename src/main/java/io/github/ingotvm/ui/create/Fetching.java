package io.github.ingotvm.ui.create;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Fetched;
import io.github.ingotvm.download.Held;
import io.github.ingotvm.download.Order;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Work;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Files that come from their publishers, for the page of a new machine. They go on coming when the page is left. */
final class Fetching {
    private final Services services;
    private final Downloads downloads;
    private final Tools tools;
    private final Navigator navigator;
    private Optional<Work> shown = Optional.empty();

    Fetching(Services services, Downloads downloads, Tools tools, Navigator navigator) {
        this.services = services;
        this.downloads = downloads;
        this.tools = tools;
        this.navigator = navigator;
    }

    /** Lets the user choose what to fetch, or a file that is here already. */
    void browse(Consumer<Order> fetch, Consumer<Path> use) {
        tools.sheets().open(new CatalogueSheet(downloads, tools, item -> take(item, fetch, use), this::remove));
    }

    private static void take(CatalogueItem item, Consumer<Order> fetch, Consumer<Path> use) {
        // What is here is asked about once more where it is from: its publisher may have a newer one.
        item.order()
                .ifPresentOrElse(fetch, () -> item.held().filter(Held::whole).ifPresent(h -> use.accept(h.file())));
    }

    /**
     * Fetches a file; the page shows how far it is, until it is left.
     *
     * @param taken tells whether the page goes on with the file; else the user is told that it is here
     * @param told tells whether the page shows the failure
     */
    Work fetch(Order order, Predicate<Fetched> taken, Predicate<IngotException> told) {
        Work work = tools.works()
                .start(
                        "Downloading “" + Formats.brief(order.title()) + "”",
                        progress -> downloads.fetch(order, progress),
                        fetched -> {
                            if (!taken.test(fetched)) {
                                tools.notices()
                                        .good(
                                                order.title() + " is downloaded.",
                                                new Notice.Action(
                                                        "New Machine…",
                                                        () -> navigator.create(Optional.of(fetched.file()))));
                            }
                        },
                        e -> {
                            boolean here = told.test(e);
                            if (e.kind() == Kind.CANCELLED) {
                                tools.notices()
                                        .info("Cancelled. What has come of " + order.title()
                                                + " is kept; the next time it goes on there.");
                            } else if (!here) {
                                tools.notices().error(e);
                            }
                        });
        work.inPlace().set(true);
        shown = Optional.of(work);
        return work;
    }

    /** The page shows it no longer: from now on the foot of the window does. */
    void leave() {
        shown.ifPresent(w -> w.inPlace().set(false));
        shown = Optional.empty();
    }

    private void remove(Held held, Runnable back, Consumer<String> refused) {
        tools.background()
                .run(
                        () -> services.fileUse().requireUnneeded(held.file()),
                        () -> tools.notices().undo("Removed " + held.name() + ".", back, () -> removeNow(held)),
                        e -> {
                            back.run();
                            refused.accept(e.getMessage());
                        });
    }

    private void removeNow(Held held) {
        tools.background().run(() -> downloads.remove(held.name()), gone -> {}, tools.notices()::error);
    }
}
