package io.github.ingotvm.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that installers ask. What is let through means the same to all of them: nothing of it can end a line, a quotation or an
 * element in any of their languages.
 */
public enum Question {
    USER(
            "user",
            "[a-z_][a-z0-9_-]{0,30}",
            "The user name must begin with a small letter and go on with small letters, digits, - or _."),
    FULL_NAME(
            "full-name",
            "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFE\uFFFF:,=\"\\\\<>&]{0,100}",
            "The full name may have up to 100 characters, but no line breaks and none of : , = \" \\ < > &."),
    PASSWORD("password", "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,127}", "A password of 1 to 127 characters is needed."),
    HOST_NAME(
            "host-name",
            "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
            "The host name must be of small letters, digits and -, and neither begin nor end with -."),
    LOCALE("locale", "[a-z]{2,3}_[A-Z]{2}", "The locale must be language and country, as en_US or de_DE."),
    KEYBOARD("keyboard", "[a-z]{2,8}", "The keyboard must be the short name of a layout, as us, gb or de."),
    TIME_ZONE(
            "time-zone",
            "[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}",
            "The time zone must be a region and a city, as Europe/Berlin, or UTC."),
    SSH_KEY(
            "ssh-key",
            "((ssh|ecdsa|sk)-[a-z0-9@.-]{1,60} [A-Za-z0-9+/]{16,4000}=*( [A-Za-z0-9@._-]{0,100})?)?",
            "The SSH key must be one line of a public key file (.pub)."),
    PRODUCT_KEY(
            "product-key",
            "([A-Z0-9]{5}(-[A-Z0-9]{5}){4})?",
            "The product key must be of five groups of five capital letters and digits."),
    MIRROR(
            "mirror",
            "(https?://[a-z0-9][a-z0-9.-]{0,250}(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+){0,10}/?)?",
            "The mirror must be an address as http://deb.debian.org/debian.");

    /** Installers refuse these, or would give away a system account. */
    private static final Set<String> RESERVED = Set.of(
            "root",
            "daemon",
            "bin",
            "sys",
            "adm",
            "admin",
            "mail",
            "nobody",
            "sshd",
            "wheel",
            "sudo",
            "administrator",
            "guest",
            "system",
            "defaultaccount");

    private final String key;
    private final Pattern pattern;
    private final String sentence;

    Question(String key, String pattern, String sentence) {
        this.key = key;
        this.pattern = Pattern.compile(pattern);
        this.sentence = sentence;
    }

    /** What it is called in files and on the command line: {@code time-zone}. */
    public String key() {
        return key;
    }

    /** The question of this key. */
    public static Optional<Question> of(String key) {
        return Arrays.stream(values()).filter(q -> q.key.equals(key)).findFirst();
    }

    /** What is wrong with an answer, as a sentence. */
    public Optional<String> problem(String answer) {
        if (this == USER && RESERVED.contains(answer.toLowerCase(Locale.ROOT))) {
            return Optional.of("The user name " + answer + " belongs to the system; choose another one.");
        }
        return pattern.matcher(answer).matches() ? Optional.empty() : Optional.of(sentence);
    }
}
