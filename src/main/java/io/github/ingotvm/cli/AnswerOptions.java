package io.github.ingotvm.cli;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.service.install.Unattended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an installer is told beforehand: from a file, from options, and what is left out as it suits this computer. */
final class AnswerOptions {
    @Option(
            names = "--unattended",
            paramLabel = "FILE",
            description = "Install without questions, with the answers of this YAML file.")
    private @Nullable Path file;

    @Option(
            names = "--express",
            description = "Install without questions; what no option says is answered as it suits this computer.")
    private boolean express;

    @Option(names = "--user", paramLabel = "NAME", description = "The user, who may administer the machine.")
    private @Nullable String user;

    @Option(names = "--full-name", paramLabel = "TEXT", description = "The user's full name.")
    private @Nullable String fullName;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its first line is the user's password; - for the standard input. Else it is asked for.")
    private @Nullable String passwordFile;

    @Option(names = "--host-name", paramLabel = "NAME", description = "The machine's name on its network.")
    private @Nullable String hostName;

    @Option(names = "--locale", paramLabel = "LOCALE", description = "Language and country, as de_DE.")
    private @Nullable String locale;

    @Option(names = "--keyboard", paramLabel = "LAYOUT", description = "As us, gb or de.")
    private @Nullable String keyboard;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "As Europe/Berlin.")
    private @Nullable String timeZone;

    @Option(names = "--ssh-key", paramLabel = "FILE", description = "A public key that lets the user in.")
    private @Nullable Path sshKey;

    @Option(names = "--product-key", paramLabel = "KEY", description = "For Windows.")
    private @Nullable String productKey;

    @Option(
            names = "--mirror",
            paramLabel = "ADDRESS",
            description = "Where the packages of Debian or Ubuntu come from, as http://deb.debian.org/debian.")
    private @Nullable String mirror;

    @Option(names = "--auto-login", negatable = true, description = "Nobody is asked for the password at the screen.")
    private @Nullable Boolean autoLogin;

    /** Whether the installer shall ask nothing. */
    boolean wanted() {
        return express || file != null;
    }

    /**
     * The answers, which the system's installer can use; asks for the password when nothing says it. Empty when the installer shall ask.
     *
     * @param osId of the system that is installed; empty when it is not known
     * @throws io.github.ingotvm.model.IngotException {@code INVALID} for answers without {@code --express} or {@code --unattended}, and
     *     for those that cannot be used
     */
    Optional<Answers> answers(Session session, String machine, String osId) {
        if (!wanted()) {
            if (!typed().isEmpty() || passwordFile != null || sshKey != null || autoLogin != null) {
                throw Session.invalid("Answers go with --express or --unattended only; add one of them.");
            }
            return Optional.empty();
        }
        Unattended unattended = session.services().unattended();
        Answers answers = unattended.propose(machine);
        if (file != null) {
            answers = unattended.read(file.toAbsolutePath(), answers);
        }
        for (Map.Entry<Question, String> answer : typed().entrySet()) {
            answers = answers.with(answer.getKey(), answer.getValue());
        }
        if (sshKey != null) {
            answers = answers.with(Question.SSH_KEY, firstLine(sshKey));
        }
        if (autoLogin != null) {
            answers = answers.withAutoLogin(autoLogin);
        }
        // Everything else is looked at before anybody types a password.
        Map<Question, String> problems = unattended.problems(osId, answers.with(Question.PASSWORD, "x"));
        problems.remove(Question.PASSWORD);
        requireNone(problems);
        Answers complete = withPassword(session, answers);
        requireNone(unattended.problems(osId, complete));
        return Optional.of(complete);
    }

    private static void requireNone(Map<Question, String> problems) {
        problems.values().stream().findFirst().ifPresent(sentence -> {
            throw Session.invalid(sentence);
        });
    }

    private Answers withPassword(Session session, Answers answers) {
        Passwords passwords = new Passwords(session);
        if ("-".equals(passwordFile)) {
            return answers.with(Question.PASSWORD, passwords.piped());
        } else if (passwordFile != null) {
            return answers.with(Question.PASSWORD, firstLine(Path.of(passwordFile)));
        }
        return answers.given(Question.PASSWORD).isPresent()
                ? answers
                : answers.with(Question.PASSWORD, passwords.asked(answers.to(Question.USER)));
    }

    private Map<Question, String> typed() {
        Map<Question, String> typed = new EnumMap<>(Question.class);
        put(typed, Question.USER, user);
        put(typed, Question.FULL_NAME, fullName);
        put(typed, Question.HOST_NAME, hostName);
        put(typed, Question.LOCALE, locale);
        put(typed, Question.KEYBOARD, keyboard);
        put(typed, Question.TIME_ZONE, timeZone);
        put(typed, Question.PRODUCT_KEY, productKey);
        put(typed, Question.MIRROR, mirror);
        return typed;
    }

    private static void put(Map<Question, String> typed, Question question, @Nullable String answer) {
        if (answer != null) {
            typed.put(question, answer);
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw Session.invalid(file + " cannot be read as text; check the path and its permissions.");
        }
    }
}
