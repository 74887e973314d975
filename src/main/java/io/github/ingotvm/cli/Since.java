package io.github.ingotvm.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in time as people type it: {@code 2026-11-25}, {@code 2026-11-25T08:00}, {@code 90m}, {@code 12h}, {@code 7d}. */
final class Since implements ITypeConverter<Instant> {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Instant convert(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return Instant.now().minus(length(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        ZoneId zone = ZoneId.systemDefault();
        return Stream.<Supplier<Instant>>of(
                        () -> LocalDate.parse(text).atStartOfDay(zone).toInstant(),
                        () -> LocalDateTime.parse(text).atZone(zone).toInstant(),
                        () -> Instant.parse(text))
                .flatMap(Since::parsed)
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException(
                                "\"" + text
                                        + "\" is no point in time; write a date as 2026-11-25, a time as 2026-11-25T08:00, or 90m, 12h, 7d."));
    }

    private static Duration length(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Stream<Instant> parsed(Supplier<Instant> parsing) {
        try {
            return Stream.of(parsing.get());
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
