package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** How clones of a golden image receive one of its data disks. */
public final class RoleChoice extends ComboBox<DiskRole> {
    /** @param chosen is told of another choice by the user */
    public RoleChoice(DataDisk disk, Consumer<DiskRole> chosen) {
        getItems().setAll(DiskRole.LINKED, DiskRole.EMPTY, DiskRole.SHARED);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(DiskRole role) {
                return words(role);
            }

            @Override
            public DiskRole fromString(String text) {
                throw new UnsupportedOperationException("nobody types it");
            }
        });
        setValue(disk.role());
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText("Clones get " + disk.disk().target());
        setOnAction(e -> {
            if (getValue() != disk.role()) {
                chosen.accept(getValue());
            }
        });
    }

    private static String words(DiskRole role) {
        return switch (role) {
            case LINKED -> "a linked copy";
            case EMPTY -> "an empty disk";
            case SHARED -> "the same disk, read-only";
        };
    }
}
