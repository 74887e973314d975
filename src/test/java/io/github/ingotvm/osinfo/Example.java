package io.github.ingotvm.osinfo;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a text in which a regular expression is found; for the plain kind of expression that the database is written in. */
final class Example {
    private final String pattern;
    private int at;

    private Example(String pattern) {
        this.pattern = pattern;
    }

    /** Empty where the expression is beyond this class; what is returned is sure to be found. */
    static Optional<String> of(String pattern) {
        try {
            Example example = new Example(pattern);
            String text = example.choice();
            boolean whole = example.at == pattern.length();
            return Optional.of(text)
                    .filter(t -> whole && Pattern.compile(pattern).matcher(t).find());
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The first of several ways. */
    private String choice() {
        String first = sequence();
        while (more() && peek() == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && peek() != '|' && peek() != ')') {
            text.append(times(atom()));
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "x";
            case '\\' -> escaped(pattern.charAt(at++));
            case '[' -> member();
            case '(' -> group();
            default -> String.valueOf(c);
        };
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd' -> "7";
            case 'w' -> "w";
            case 's' -> " ";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String inner = choice();
        at++;
        return inner;
    }

    /** The first member of a class, or for one that excludes, a letter that few exclude. */
    private String member() {
        boolean not = peek() == '^';
        char first = pattern.charAt(not ? at + 1 : at);
        String text = first == '\\' ? escaped(pattern.charAt(at + 1)) : String.valueOf(first);
        at = pattern.indexOf(']', at + 1) + 1;
        return not ? "q" : text;
    }

    /** As often as must be; once where that may be none at all. */
    private String times(String text) {
        if (!more()) {
            return text;
        }
        int times = 1;
        char c = peek();
        if (c == '*' || c == '+' || c == '?') {
            at++;
        } else if (c == '{') {
            int end = pattern.indexOf('}', at);
            times = Integer.parseInt(pattern.substring(at + 1, end).split(",", -1)[0]);
            at = end + 1;
        }
        if (more() && peek() == '?') {
            at++;
        }
        return text.repeat(times);
    }

    private boolean more() {
        return at < pattern.length();
    }

    private char peek() {
        return pattern.charAt(at);
    }
}
