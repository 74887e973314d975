package io.github.ingotvm.cli;

import io.github.ingotvm.model.Firmware;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code bios} or {@code uefi}, as written in the documentation. */
final class FirmwareConverter implements ITypeConverter<Firmware> {
    @Override
    public Firmware convert(String value) {
        return switch (value) {
            case "bios" -> Firmware.BIOS;
            case "uefi" -> Firmware.UEFI;
            default -> throw new TypeConversionException("'" + value + "' is no firmware; it is bios or uefi");
        };
    }

    /** What the shell completes. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bios", "uefi").iterator();
        }
    }
}
