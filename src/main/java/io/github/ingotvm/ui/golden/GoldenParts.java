package io.github.ingotvm.ui.golden;

import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;

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
    /** All golden images as they are now; on the way, what is damaged is learned for the rest of the window. */
    void read(Consumer<List<ImageSummary>> use) {
        tools.background()
                .run(
                        services.golden()::list,
                        all -> {
                            List<ImageSummary> images = ImageSummary.of(all);
                            store.damage()
                                    .learn(images.stream()
                                            .filter(i -> i.trust() == ImageSummary.Trust.CHANGED)
                                            .map(i -> i.machine().id())
                                            .toList());
                            use.accept(images);
                        },
                        tools.notices()::error);
    }
}
