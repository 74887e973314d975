package io.github.ingotvm.osinfo;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a medium is recognised: regular expressions that must be found in the fields of its descriptor. An empty one asks nothing.
 *
 * @param volumeSize bytes that the medium must have; 0 when any
 */
public record MediumRule(String volume, String system, String publisher, String application, long volumeSize) {
    /** A rule that asks nothing would recognise every disc. */
    boolean asksAnything() {
        return fields() > 0 || volumeSize > 0;
    }

    /** How many fields it asks about: the more, the more it says about one system. */
    int fields() {
        int fields = 0;
        for (String pattern : new String[] {volume, system, publisher, application}) {
            fields += pattern.isEmpty() ? 0 : 1;
        }
        return fields;
    }

    boolean fits(Medium medium) {
        return (volumeSize == 0 || volumeSize == medium.volumeSize())
                && found(volume, medium.volume())
                && found(system, medium.system())
                && found(publisher, medium.publisher())
                && found(application, medium.application());
    }

    private static boolean found(String pattern, String text) {
        if (pattern.isEmpty()) {
            return true;
        }
        if (text.isBlank() || !text.contains(Literal.in(pattern))) {
            return false;
        }
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false; // A rule that cannot be understood recognises nothing.
        }
    }
}
