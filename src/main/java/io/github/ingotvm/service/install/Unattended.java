package io.github.ingotvm.service.install;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.unattended.AnswersFile;
import io.github.ingotvm.unattended.HostAnswers;
import io.github.ingotvm.unattended.Methods;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Answers for installations without questions. Whether one can be had is said by {@link Installer#propose}. */
public final class Unattended {
    private final HostAnswers host = HostAnswers.ofProcess();

    private final Systems systems;

    public Unattended(Systems systems) {
        this.systems = systems;
    }

    /** Everything but the password, as it suits the one who sits at this computer. */
    public Answers propose(String machineName) {
        return host.propose(machineName);
    }

    /** What a machine of this name is called on its network. */
    public String hostName(String machineName) {
        return HostAnswers.hostName(machineName);
    }

    /**
     * What is wrong with answers, by question, as sentences: what no installer could use, and what this system's could not.
     *
     * @param osId of the system; empty when it is not known
     */
    public Map<Question, String> problems(String osId, Answers answers) {
        Map<Question, String> problems = new EnumMap<>(Question.class);
        Optional<OperatingSystem> os = systems.named(Optional.of(osId).filter(systems::isKnown));
        os.ifPresent(o -> problems.putAll(Methods.problems(o.distro(), o.shortId(), answers)));
        problems.putAll(answers.problems());
        return problems;
    }

    /** The user's own public key, if there is one. */
    public Optional<String> sshKey() {
        return host.sshKey();
    }

    /**
     * Puts the answers of a file in the place of others.
     *
     * @throws io.github.ingotvm.model.IngotException {@code INVALID}, naming key and line, for what cannot be used
     */
    public Answers read(Path file, Answers otherwise) {
        return AnswersFile.read(file, otherwise);
    }
}
