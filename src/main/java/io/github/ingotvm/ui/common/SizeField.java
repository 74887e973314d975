package io.github.ingotvm.ui.common;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A number of bytes as people write it: {@code 2 GiB}, {@code 512M}. The arrow keys double and halve it. */
public final class SizeField extends TextField {
    /** What to write, for one who wrote something else. */
    public static final String HELP = "Write a size like 2 GiB or 512 MiB.";

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,3})?)\\s*([KMGT])?(?:I?B)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "KMGT";
    private static final long LEAST = 1L << 20;

    public SizeField() {
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean up = e.getCode() == KeyCode.UP;
            if (up || e.getCode() == KeyCode.DOWN) {
                bytes().ifPresent(b -> setBytes(up ? Math.min(b * 2, 1L << 50) : Math.max(b / 2, LEAST)));
                e.consume();
            }
        });
    }

    public void setBytes(long bytes) {
        setText(Formats.size(bytes));
    }

    /** The number of bytes; empty when it cannot be read. A bare number means GiB. */
    public OptionalLong bytes() {
        return parse(getText());
    }

    static OptionalLong parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        double number = Double.parseDouble(written.group(1).replace(',', '.'));
        String unit = written.group(2) == null ? "G" : written.group(2).toUpperCase(Locale.ROOT);
        double bytes = number * Math.pow(1024, UNITS.indexOf(unit) + 1);
        return bytes < 1 || bytes > Math.pow(2, 60) ? OptionalLong.empty() : OptionalLong.of(Math.round(bytes));
    }
}
