package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * For Ubuntu's installer, which takes what cloud-init finds on a disc called {@code CIDATA}. Without the word {@code autoinstall} on the
 * kernel's command line it would ask once whether it may write to the disk. Everything is quoted: in YAML {@code no} is a keyboard
 * layout only then.
 */
final class Autoinstall implements Method {
    private static final double OLDEST = 20.04;
    /** Earlier desktop discs have another installer. */
    private static final double OLDEST_DESKTOP = 23.10;

    @Override
    public Optional<String> obstacle(Target target) {
        if (target.number() < OLDEST) {
            return Optional.of("Ubuntu can be installed without questions from version 20.04 on.");
        }
        if (isServer(target)) {
            return Optional.empty();
        }
        if (!target.scripted() && !isDesktop(target)) {
            return Optional.of(
                    "The discs of Ubuntu's flavours, as Kubuntu's, always ask; choose Ubuntu's server disc.");
        }
        return target.number() >= OLDEST_DESKTOP
                ? Optional.empty()
                : Optional.of("The desktop disc of this version always asks; choose the server disc.");
    }

    /** The database is written for another method, and says of all discs since 20.04 that they take no script. */
    @Override
    public boolean knows(Target target) {
        return isServer(target) || isDesktop(target);
    }

    private static boolean isServer(Target target) {
        return target.label().startsWith("Ubuntu-Server");
    }

    private static boolean isDesktop(Target target) {
        return target.label().matches("Ubuntu \\d.*");
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return UserNames.onUbuntu(answers);
    }

    @Override
    public boolean takesMirror() {
        return true;
    }

    @Override
    public boolean startsKernel() {
        return true;
    }

    @Override
    public Seed seed(Answers answers, Target target) {
        Seed.Disc disc = new Seed.Disc(
                "CIDATA",
                Map.of(
                        "user-data",
                        text(answers, target).getBytes(StandardCharsets.UTF_8),
                        "meta-data",
                        ("instance-id: " + answers.to(Question.HOST_NAME) + "\n").getBytes(StandardCharsets.UTF_8)));
        String kernel = target.kernel().isEmpty() ? "casper/vmlinuz" : target.kernel();
        String initrd = target.initrd().isEmpty() ? "casper/initrd" : target.initrd();
        return Seed.on(disc, new Seed.Boot(kernel, initrd, "autoinstall noprompt quiet ---", Map.of()));
    }

    /** Without the match Ubuntu takes the largest disk, which may be one for data. */
    static String text(Answers a, Target target) {
        return """
                #cloud-config
                autoinstall:
                  version: 1
                  locale: %s
                  timezone: %s
                  keyboard:
                    layout: %s
                  identity:
                    realname: %s
                    username: %s
                    hostname: %s
                    password: %s
                  ssh:
                    install-server: true
                    allow-pw: %s
                    authorized-keys: [%s]
                  storage:
                    layout:
                      name: direct
                      match:
                        path: /dev/%s
                %s  packages: [qemu-guest-agent]
                %s  shutdown: poweroff
                """.formatted(
                        quoted(a.to(Question.LOCALE) + ".UTF-8"),
                        quoted(a.to(Question.TIME_ZONE)),
                        quoted(a.to(Question.KEYBOARD)),
                        quoted(a.given(Question.FULL_NAME).orElse(a.to(Question.USER))),
                        quoted(a.to(Question.USER)),
                        quoted(a.to(Question.HOST_NAME)),
                        quoted(Password.hashed(a.to(Question.PASSWORD))),
                        a.given(Question.SSH_KEY).isEmpty(),
                        a.given(Question.SSH_KEY).map(Autoinstall::quoted).orElse(""),
                        target.disk(),
                        a.given(Question.MIRROR).map(Autoinstall::mirror).orElse(""),
                        a.autoLogin() ? late(a.to(Question.USER)) : "");
    }

    /** Where its updates for security come from is left as it is: few mirrors have them. */
    private static String mirror(String address) {
        return """
                  apt:
                    primary:
                      - arches: [default]
                        uri: %s
                """.formatted(quoted(address));
    }

    private static String late(String user) {
        StringBuilder late = new StringBuilder("  late-commands:\n");
        for (String command : LinuxUser.autoLogin(user)) {
            late.append("    - [curtin, in-target, --target=/target, --, sh, -c, " + quoted(command) + "]\n");
        }
        return late.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
