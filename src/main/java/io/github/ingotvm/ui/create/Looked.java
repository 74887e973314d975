package io.github.ingotvm.ui.create;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.exchange.GoldenImporter;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.service.install.Unattended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in a file.
 *
 * @param named the system that the user says it is
 * @param answers what an installer could be told
 * @param inside what is installed on an image, once somebody looked
 * @param golden the golden image that the file was exported from
 * @param size bytes of the file
 */
record Looked(
        InstallRequest.Source source,
        Proposal proposal,
        Answers answers,
        Optional<Systems.Detected> detected,
        Optional<SystemView> named,
        Optional<Inside> inside,
        Optional<GoldenImporter.Offer> golden,
        long size) {
    /** Looks at a file, which may take a moment. */
    static Looked at(Services services, Path file) {
        InstallRequest.Source from = services.installer().sourceAt(file);
        Proposal proposal = services.installer().propose(from);
        Optional<Systems.Detected> detected = from instanceof InstallRequest.Source.Iso
                ? Optional.of(services.systems().detect(file))
                : Optional.empty();
        Unattended unattended = services.unattended();
        // The key is shown, so who does not want it takes it out.
        Answers answers = unattended
                .propose(proposal.name())
                .with(Question.SSH_KEY, unattended.sshKey().orElse(""));
        Optional<GoldenImporter.Offer> exported = from instanceof InstallRequest.Source.Image
                ? services.importer().offer(file)
                : Optional.empty();
        return new Looked(
                from,
                proposal,
                answers,
                detected,
                Optional.empty(),
                Optional.empty(),
                exported,
                file.toFile().length());
    }

    /** The same, with what fits the system that the user says it is. */
    Looked as(Services services, SystemView system) {
        Proposal fit = services.installer().propose(source, Optional.of(system.id()));
        return new Looked(source, fit, answers, detected, Optional.of(system), Optional.empty(), golden, size);
    }

    /** Further systems that it might be, by what is written on it. */
    List<SystemView> others() {
        Optional<String> taken =
                named.or(() -> detected.flatMap(Systems.Detected::system)).map(SystemView::id);
        return detected.stream()
                .flatMap(d -> Stream.concat(d.system().stream(), d.others().stream()))
                .filter(s -> taken.filter(s.id()::equals).isEmpty())
                .toList();
    }

    /** Whether it is known which system is on it, or will be. */
    boolean isKnown() {
        return !proposal.osName().isEmpty();
    }

    /** The same, once it is known what is installed on it. */
    Looked with(Inside found) {
        return new Looked(
                source, found.proposal(), answers, detected, Optional.empty(), Optional.of(found), golden, size);
    }

    /** Whether it would pay to look inside: nothing else tells which system is on it. */
    boolean isUnknown() {
        return isImage()
                && inside.isEmpty()
                && golden.isEmpty()
                && proposal.osName().isEmpty();
    }

    boolean isImage() {
        return source instanceof InstallRequest.Source.Image;
    }
}
