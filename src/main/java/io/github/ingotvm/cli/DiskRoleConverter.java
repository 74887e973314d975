package io.github.ingotvm.cli;

import io.github.ingotvm.model.DiskRole;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How clones receive a data disk, in words of any case. */
final class DiskRoleConverter implements ITypeConverter<DiskRole> {
    @Override
    public DiskRole convert(String value) {
        return Arrays.stream(DiskRole.values())
                .filter(r -> r.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + Width.safe(value) + "' is no way to receive a disk; write empty, linked or shared"));
    }
}
