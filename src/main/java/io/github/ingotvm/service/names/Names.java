package io.github.ingotvm.service.names;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names people give, and the restricted ones that the hypervisor and the file system take. */
public final class Names {
    /** Longest name a person may give, in characters. */
    public static final int LONGEST = 250;

    private static final int LONGEST_DOMAIN = 60;
    private static final int LONGEST_SLUG = 40;
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0," + (LONGEST_DOMAIN - 1) + "}");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Names() {}

    /**
     * The name without blanks around it.
     *
     * @param what what is named, for the message
     * @throws IngotException {@code INVALID} when it is empty, too long or not one line of printable text
     */
    public static String checked(String name, String what) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            throw new IngotException(Kind.INVALID, "The " + what + " needs a name; type at least one character.");
        }
        if (trimmed.length() > LONGEST) {
            throw new IngotException(
                    Kind.INVALID,
                    "The name of the " + what + " has " + trimmed.length() + " characters; " + LONGEST
                            + " is the most.");
        }
        if (trimmed.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || c == 0xFFFE || c == 0xFFFF || isLoneSurrogate(c))) {
            throw new IngotException(
                    Kind.INVALID,
                    "The name of the " + what + " has a line break or a control character; leave it out.");
        }
        return trimmed;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A free domain name for what people call a machine: the same where it is plain enough, else derived from it. */
    public static String domain(String name, Set<String> taken) {
        String base = DOMAIN.matcher(name).matches() ? name : slug(name);
        String candidate = base;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = base + "-" + n;
        }
        return candidate;
    }

    /** Lower-case ASCII letters, digits and single dashes, at most 40; {@code vm} when nothing is left of the name. */
    public static String slug(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String slug = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        slug = slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG) : slug;
        slug = slug.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "vm" : slug;
    }
}
