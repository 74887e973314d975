package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.GoldenImages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a golden version, typed as {@code 2} or {@code v2}. */
record GoldenVersionOption(int number) {
    /** The version of that machine, or {@code NOT_FOUND}. */
    GoldenVersion of(VirtualMachine machine) {
        return GoldenImages.require(machine, number);
    }

    /** Reads it. */
    static final class Converter implements ITypeConverter<GoldenVersionOption> {
        @Override
        public GoldenVersionOption convert(String value) {
            if (!value.matches("v?[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("'" + value + "' is no version; write its number, as 2 or v2");
            }
            return new GoldenVersionOption(Integer.parseInt(value.startsWith("v") ? value.substring(1) : value));
        }
    }
}
