package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.golden.GoldenPage;
import io.github.ingotvm.ui.golden.GoldenParts;
import io.github.ingotvm.ui.golden.GoldenWays;
import io.github.ingotvm.ui.golden.ImagePage;

/** Makes the pages of golden images. */
record GoldenRooms(GoldenParts parts) {
    Page list(Navigator navigator, Actions actions) {
        return new GoldenPage(parts, new GoldenWays(navigator, actions, actions));
    }

    Page image(MachineId id, Navigator navigator, Actions actions) {
        return new ImagePage(parts, new GoldenWays(navigator, actions, actions), id);
    }
}
