package io.github.ingotvm.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people type and read it. */
record ByteSize(long bytes) {
    private static final String UNITS = "KMGTP";
    private static final Pattern TYPED = Pattern.compile("(\\d{1,18})(?:([KMGT])(?:iB)?)?", Pattern.CASE_INSENSITIVE);

    /** Reads {@code 2G}, {@code 512M}, {@code 20GiB}, or plain bytes. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String value) {
            return parse(value);
        }
    }

    private static ByteSize parse(String value) {
        Matcher typed = TYPED.matcher(value);
        if (!typed.matches()) {
            throw new TypeConversionException("'" + Width.safe(value)
                    + "' is not a size; write a whole number with K, M, G or T, as 512M or 20G");
        }
        long number = Long.parseLong(typed.group(1));
        int power = typed.group(2) == null
                ? 0
                : UNITS.indexOf(Character.toUpperCase(typed.group(2).charAt(0))) + 1;
        long factor = 1L << (10 * power);
        if (number == 0 || number > Long.MAX_VALUE / factor) {
            throw new TypeConversionException("'" + value + "' is not a possible size");
        }
        return new ByteSize(number * factor);
    }

    @Override
    public String toString() {
        return text(bytes);
    }

    /** For people: {@code 1.5 GiB}, {@code 20 GiB}, {@code 196 KiB}. */
    static String text(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        // What would be written as 1024 is one of the next unit.
        while (value >= 1023.95 && unit < UNITS.length() - 1) {
            value /= 1024;
            unit++;
        }
        String number = String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return whole + " " + UNITS.charAt(unit) + "iB";
    }
}
