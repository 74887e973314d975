package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.RoleChoice;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How clones of a golden image receive its data disks. */
final class RolesSheet {
    private final Services services;
    private final Tools tools;
    private final Map<String, DiskRole> chosen = new LinkedHashMap<>();

    RolesSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
    }

    void open(ImageSummary image) {
        tools.background()
                .run(
                        () -> services.disks().ofGolden(image.machine().id()),
                        disks -> tools.sheets().open(sheet(image, disks)),
                        tools.notices()::error);
    }

    private Sheet sheet(ImageSummary image, List<DataDisk> disks) {
        Sheet sheet = new Sheet("Data disks of “" + Formats.brief(image.name()) + "”", disks.isEmpty() ? "" : "Save");
        if (disks.isEmpty()) {
            return sheet.with(
                    Fields.hint("It has none. Give its machine one in its properties, then promote the next version."));
        }
        sheet.with(Fields.hint("What clones that are cast from now on get. Those there are keep what they have."));
        disks.forEach(d -> sheet.with(Fields.labelled(
                d.disk().target() + ", " + Formats.size(d.capacity()),
                new RoleChoice(d, role -> chosen.put(d.disk().target(), role)))));
        return sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background().run(() -> save(image), sheet::closeIfOpen, sheet::showProblem);
            return false;
        });
    }

    private void save(ImageSummary image) {
        chosen.forEach(
                (target, role) -> services.disks().setRole(image.machine().id(), target, role));
    }
}
