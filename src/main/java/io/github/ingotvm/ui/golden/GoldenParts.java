package io.github.ingotvm.ui.golden;

import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.util.Duration;

/**
 * What the pages of golden images stand on.
 *
 * @param sealing how many files are being sealed in the background; 0 at rest
 */
public record GoldenParts(
        Services services,
        MachineStore store,
        Thumbnails thumbnails,
        Tools tools,
        Verifying verifying,
        ObservableDoubleValue sealing) {
    private static final Duration REST = Duration.millis(150);

    /** All golden images as they are; on the way, what is damaged is learned for the rest of the window. */
    Reading<List<ImageSummary>> reading(Consumer<List<ImageSummary>> show) {
        return new Reading<>(
                store, tools, REST, () -> ImageSummary.of(services.golden().list()), images -> {
                    store.damage()
                            .learn(images.stream()
                                    .filter(i -> i.trust() == ImageSummary.Trust.CHANGED)
                                    .map(i -> i.machine().id())
                                    .toList());
                    show.accept(images);
                });
    }
}
