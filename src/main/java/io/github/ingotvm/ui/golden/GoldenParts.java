package io.github.ingotvm.ui.golden;

import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import javafx.beans.value.ObservableDoubleValue;

/**
 * What the pages of golden images stand on.
 *
 * @param sealing how many files are being sealed in the background; 0 at rest
 */
public record GoldenParts(
        Services services, MachineStore store, Thumbnails thumbnails, Tools tools, ObservableDoubleValue sealing) {}
