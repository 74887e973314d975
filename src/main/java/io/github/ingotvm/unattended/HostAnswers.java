package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers that suit the one who sits at this computer: as here, so there. */
public final class HostAnswers {
    private static final Pattern LAYOUT = Pattern.compile("\\s*(?:XKBLAYOUT|KEYMAP)=\"?([a-z]{2,8}).*");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3}_[A-Z]{2}).*");
    private static final List<String> KEYS = List.of("id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub");
    private static final String FALLBACK_USER = "user";

    private final Path root;
    private final Path home;
    private final String login;
    private final Map<String, String> environment;

    /** @param root where {@code etc} is */
    HostAnswers(Path root, Path home, String login, Map<String, String> environment) {
        this.root = root;
        this.home = home;
        this.login = login;
        this.environment = environment;
    }

    /** Those of this computer and this user. */
    public static HostAnswers ofProcess() {
        return new HostAnswers(
                Path.of("/"),
                Path.of(System.getProperty("user.home", "/")),
                System.getProperty("user.name", FALLBACK_USER),
                System.getenv());
    }

    /** Everything but the password, each of which an installer can use. */
    public Answers propose(String machineName) {
        boolean person = Question.USER.problem(login).isEmpty();
        String user = person ? login : FALLBACK_USER;
        return Answers.NONE
                .with(Question.USER, user)
                .with(Question.FULL_NAME, usable(Question.FULL_NAME, person ? fullName() : Optional.empty(), ""))
                .with(Question.HOST_NAME, hostName(machineName))
                .with(Question.LOCALE, locale())
                .with(Question.KEYBOARD, keyboard())
                .with(
                        Question.TIME_ZONE,
                        usable(
                                Question.TIME_ZONE,
                                Optional.of(ZoneId.systemDefault().getId()),
                                "UTC"));
    }

    /** The user's own public key, if there is one. */
    public Optional<String> sshKey() {
        return KEYS.stream()
                .map(name -> home.resolve(".ssh").resolve(name))
                .flatMap(file -> lines(file).stream())
                .map(String::strip)
                .filter(key -> !key.isEmpty() && Question.SSH_KEY.problem(key).isEmpty())
                .findFirst();
    }

    private static String usable(Question question, Optional<String> answer, String otherwise) {
        return answer.filter(a -> question.problem(a).isEmpty()).orElse(otherwise);
    }

    /** A machine's name is any text; a host's is not. */
    public static String hostName(String machineName) {
        String plain = java.text.Normalizer.normalize(machineName, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(63, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "machine" : cut;
    }

    private Optional<String> fullName() {
        return lines(root.resolve("etc/passwd")).stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 4 && fields[0].equals(login))
                .map(fields -> fields[4].split(",", -1)[0].strip())
                .findFirst();
    }

    private String locale() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .map(LANGUAGE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .findFirst()
                .orElse("en_US");
    }

    private String keyboard() {
        return Stream.of("etc/default/keyboard", "etc/vconsole.conf")
                .flatMap(file -> lines(root.resolve(file)).stream())
                .map(LAYOUT::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .findFirst()
                .orElse("us");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // what cannot be read proposes nothing
        }
    }
}
