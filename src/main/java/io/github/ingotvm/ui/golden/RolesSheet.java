package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.RolesBox;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Map;

/** How clones of a golden image receive its data disks. */
final class RolesSheet {
    private final Services services;
    private final Tools tools;

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
        RolesBox roles = new RolesBox(disks);
        sheet.with(roles);
        return sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background().run(() -> save(image, roles.chosen()), sheet::closeIfOpen, sheet::showProblem);
            return false;
        });
    }

    private void save(ImageSummary image, Map<String, DiskRole> chosen) {
        chosen.forEach(
                (target, role) -> services.disks().setRole(image.machine().id(), target, role));
    }
}
