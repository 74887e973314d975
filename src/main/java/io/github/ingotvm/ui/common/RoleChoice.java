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
        this("Clones get " + disk.disk().target(), disk.role());
        setOnAction(e -> {
            if (getValue() != disk.role()) {
                chosen.accept(getValue());
            }
        });
    }

    /** @param spoken what it is about, for those who do not see it */
    public RoleChoice(String spoken, DiskRole role) {
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
        setValue(role);
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(spoken);
    }

    private static String words(DiskRole role) {
        return switch (role) {
            case LINKED -> "a linked copy";
            case EMPTY -> "an empty disk";
            case SHARED -> "the same disk, read-only";
        };
    }
}
