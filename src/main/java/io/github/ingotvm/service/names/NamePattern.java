package io.github.ingotvm.service.names;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for many clones: {@code web-{01..10}} gives web-01 to web-10, with as many digits as the first number has. */
public final class NamePattern {
    /** The most names one pattern may give. */
    public static final int MOST = 1000;

    private static final Pattern RANGE = Pattern.compile("\\{(\\d{1,6})\\.\\.(\\d{1,6})}");

    private NamePattern() {}

    /**
     * The names a pattern stands for; the pattern itself when it has no range.
     *
     * @throws IngotException {@code INVALID} for a range that runs backwards or gives more than {@link #MOST} names
     */
    public static List<String> expand(String pattern) {
        Matcher range = RANGE.matcher(pattern);
        if (!range.find()) {
            return List.of(pattern);
        }
        String first = range.group(1);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(range.group(2));
        if (to < from || to - from >= MOST) {
            throw new IngotException(
                    Kind.INVALID,
                    "The range " + range.group() + " must run upwards and give at most " + MOST + " names.");
        }
        String before = pattern.substring(0, range.start());
        String after = pattern.substring(range.end());
        List<String> names = new ArrayList<>();
        for (int n = from; n <= to; n++) {
            names.add(before + pad(n, first.length()) + after);
        }
        return names;
    }

    /**
     * Names for a number of clones of one pattern: its range when it has one (then the count must agree), else numbered from 1.
     */
    public static List<String> expand(String pattern, int count) {
        if (count < 1 || count > MOST) {
            throw new IngotException(Kind.INVALID, "The number of clones must be from 1 to " + MOST + ".");
        }
        List<String> names = expand(pattern);
        if (count == 1 || names.size() == count) {
            return names;
        }
        if (names.size() > 1) {
            throw new IngotException(
                    Kind.INVALID,
                    pattern + " gives " + names.size() + " names, not " + count + "; leave one of them out.");
        }
        int digits = Math.max(2, Integer.toString(count).length());
        return expand(pattern + "-{" + pad(1, digits) + ".." + count + "}");
    }

    private static String pad(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
