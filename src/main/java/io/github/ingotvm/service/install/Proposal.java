package io.github.ingotvm.service.install;

import io.github.ingotvm.model.Firmware;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is proposed for a source.
 *
 * @param osName what was recognised; empty when nothing was
 * @param drivers a disc of drivers that the user has and the system can use
 * @param onlyByHand why it cannot be installed without questions, as a sentence; empty when it can
 * @param unasked what it asks of its machine to be installed so
 * @param need the space that it takes at once, when its image is copied or its disc unpacked
 * @param onlyCopied why an image cannot be used where it is, as a sentence; empty when it can
 * @param notes what a person should know before it is made, as sentences
 */
public record Proposal(
        String name,
        String osId,
        String osName,
        long memory,
        int cpus,
        long disk,
        Firmware firmware,
        boolean secureBoot,
        boolean tpm,
        Optional<Path> drivers,
        Optional<String> onlyByHand,
        Unasked unasked,
        Need need,
        Optional<String> onlyCopied,
        List<String> notes) {
    public Proposal {
        notes = List.copyOf(notes);
    }
}
