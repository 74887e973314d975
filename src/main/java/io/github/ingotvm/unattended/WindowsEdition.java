package io.github.ingotvm.unattended;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the editions on a disc is installed, and in which language: what Windows Setup would ask where there are several. A label
 * tells: {@code CCCOMA_X64FRE_EN-US_DV9} is for consumers, {@code CPBA_X64FREV_…} for business, and others hold one edition alone.
 */
final class WindowsEdition {
    /**
     * The keys that Microsoft gives for setup: they choose an edition and activate nothing. Pro of the retail channel, its variant
     * without media features (N), and Pro for volume licences, whose discs refuse keys of the other channel.
     */
    private static final String PRO = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";

    private static final String PRO_N = "2B87N-8KFHP-DKV6R-Y2C8J-PKCKT";
    private static final String PRO_VOLUME = "W269N-WFGWX-YVC9B-4J6C9-T83GX";

    private static final Pattern LABEL = Pattern.compile("(?:^|_)(C[A-Z]{2,5})_(?:X86|X64|A64)(FRE[EV]?)_");
    private static final Pattern LANGUAGE = Pattern.compile("_([A-Z]{2})-([A-Z]{2})(?:_|$)");

    private WindowsEdition() {}

    /** The key that chooses Pro on a client's disc with several editions; empty where there is one alone. */
    static Optional<String> key(String label) {
        Matcher told = LABEL.matcher(label);
        if (label.startsWith("ESD-ISO")) {
            return Optional.of(PRO); // made by Microsoft's own tool
        }
        if (!told.find() || told.group(2).equals("FREE")) {
            return Optional.empty(); // who knows what is on it; an evaluation is one edition
        }
        boolean volume = told.group(2).equals("FREV");
        return switch (told.group(1)) {
            case "CCCOMA", "CCOMA", "CCSA" -> Optional.of(volume ? PRO_VOLUME : PRO);
            case "CCSNA" -> Optional.of(PRO_N);
            case "CPBA" -> Optional.of(PRO_VOLUME);
            default -> Optional.empty();
        };
    }

    /** The disc's language: {@code en-US}; empty where its label says none. */
    static Optional<String> language(String label) {
        Matcher told = LANGUAGE.matcher(label);
        return told.find()
                ? Optional.of(told.group(1).toLowerCase(java.util.Locale.ROOT) + "-" + told.group(2))
                : Optional.empty();
    }
}
