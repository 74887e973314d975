package io.github.ingotvm.osinfo;

/**
 * The longest text that is in every match of a regular expression, as far as that is easy to see. To look for it costs a hundredth
 * of compiling the expression, and of two thousand rules it rules out all but a few.
 */
final class Literal {
    private static final String META = ".[](){}*+?^$|\\";
    private static final String MAY_BE_MISSING = "*?{";

    private final String pattern;
    private String longest = "";
    private final StringBuilder run = new StringBuilder();

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** Empty when nothing can be said. */
    static String in(String pattern) {
        if (pattern.startsWith("(?") || pattern.contains("\\Q")) {
            return ""; // flags and quoting change what the characters mean
        }
        return new Literal(pattern).find();
    }

    private String find() {
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            int next = i + 1;
            switch (c) {
                case '|' -> {
                    return ""; // either side will do
                }
                case '(' -> {
                    next = endOfGroup(i);
                    endRun();
                }
                case '[' -> {
                    next = endOfClass(i) + 1;
                    endRun();
                }
                case '{' -> {
                    next = endOfCount(i);
                    endRun();
                }
                case '\\' -> {
                    next = i + 2;
                    char escaped = next <= pattern.length() ? pattern.charAt(i + 1) : 'x';
                    if (Character.isLetterOrDigit(escaped)) {
                        endRun();
                    } else {
                        add(escaped, next);
                    }
                }
                default -> {
                    if (META.indexOf(c) < 0) {
                        add(c, next);
                    } else {
                        endRun();
                    }
                }
            }
            i = next;
        }
        endRun();
        return longest;
    }

    private void add(char c, int next) {
        if (next < pattern.length() && MAY_BE_MISSING.indexOf(pattern.charAt(next)) >= 0) {
            endRun();
        } else {
            run.append(c);
        }
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private int endOfCount(int start) {
        int end = pattern.indexOf('}', start);
        return end < 0 ? pattern.length() : end + 1;
    }

    /** The position after the parenthesis that closes the one at {@code start}. */
    private int endOfGroup(int start) {
        int depth = 0;
        for (int i = start; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = endOfClass(i);
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return pattern.length();
    }

    /** The position of the bracket that closes the class. */
    private int endOfClass(int start) {
        int first = pattern.startsWith("[^", start) ? start + 2 : start + 1;
        for (int i = first + 1; i < pattern.length(); i++) { // a bracket that comes first is a member
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.charAt(i) == ']') {
                return i;
            }
        }
        return pattern.length();
    }
}
