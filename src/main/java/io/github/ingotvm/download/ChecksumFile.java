package io.github.ingotvm.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files in which publishers say what their files hash to: those of GNU coreutils, of BSD, and a digest alone. */
final class ChecksumFile {
    private static final Pattern GNU = Pattern.compile("([0-9a-fA-F]{64,128})\\s+[ *]?(?:\\./)?(\\S+)");
    private static final Pattern BSD =
            Pattern.compile("SHA(?:256|512)\\s*\\((?:\\./)?([^)]+)\\)\\s*=\\s*([0-9a-fA-F]{64,128})");

    private ChecksumFile() {}

    /**
     * What such a file says about a file. The strongest, when it says several.
     *
     * @param own whether the text is about this file alone, so that a digest without a name is meant for it
     */
    static Optional<Checksum> find(String text, String file, boolean own) {
        Optional<Checksum> found = Optional.empty();
        for (String line : text.lines().map(String::strip).toList()) {
            Optional<Checksum> here = inLine(line, file, own);
            if (here.isPresent() && (found.isEmpty() || isStronger(here.get(), found.get()))) {
                found = here;
            }
        }
        return found;
    }

    private static boolean isStronger(Checksum a, Checksum b) {
        return a.algorithm().compareTo(b.algorithm()) > 0;
    }

    private static Optional<Checksum> inLine(String line, String file, boolean own) {
        Matcher gnu = GNU.matcher(line);
        if (gnu.matches()) {
            return gnu.group(2).equals(file) ? Checksum.ofHex(gnu.group(1)) : Optional.empty();
        }
        Matcher bsd = BSD.matcher(line);
        if (bsd.matches()) {
            return bsd.group(1).equals(file) ? Checksum.ofHex(bsd.group(2)) : Optional.empty();
        }
        return own ? Checksum.ofHex(line) : Optional.empty();
    }
}
