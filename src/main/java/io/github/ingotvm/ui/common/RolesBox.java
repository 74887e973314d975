package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

/** How clones receive the data disks of a golden image, each with its choice. */
public final class RolesBox extends VBox {
    private final Map<String, DiskRole> chosen = new LinkedHashMap<>();

    public RolesBox(List<DataDisk> disks) {
        super(16);
        disks.forEach(d -> getChildren()
                .add(Fields.labelled(
                        d.disk().target() + ", " + Formats.size(d.capacity()),
                        new RoleChoice(d, role -> chosen.put(d.disk().target(), role)))));
    }

    /** Those that were chosen anew, by drive targets. */
    public Map<String, DiskRole> chosen() {
        return Map.copyOf(chosen);
    }
}
