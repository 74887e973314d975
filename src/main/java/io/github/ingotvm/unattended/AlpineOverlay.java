package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For Alpine Linux. Its disc boots into memory and lays over itself what it finds in a file {@code *.apkovl.tar.gz} on any disc: here a
 * service that runs {@code setup-alpine} with all answers, and switches the machine off.
 */
final class AlpineOverlay implements Method {
    /** Before, setup-alpine took the word for no user as a user's name. */
    private static final String OLDEST = "3.17";

    private static final int OLDEST_MINOR = 17;

    /** Layouts of the package kbd-bkeymaps that have a variant of their own name. */
    private static final Set<String> KEYMAPS = Set.of(
            "al", "am", "at", "az", "ba", "be", "bg", "br", "by", "ch", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb",
            "ge", "gr", "hr", "hu", "ie", "il", "is", "it", "jp", "kr", "kz", "latam", "lt", "lv", "md", "me", "mk",
            "mt", "nl", "no", "pl", "pt", "ro", "rs", "ru", "se", "si", "sk", "tr", "ua", "us");

    @Override
    public Optional<String> obstacle(Target target) {
        String[] parts = target.version().split("\\.");
        boolean old = parts.length > 1
                && parts[0].equals("3")
                && Integer.parseInt("0" + parts[1].replaceAll("\\D", "")) < OLDEST_MINOR;
        return old
                ? Optional.of("Alpine Linux can be installed without questions from version " + OLDEST + " on.")
                : Optional.empty();
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return UserNames.onAlpine(answers);
    }

    @Override
    public Seed seed(Answers answers, Target target) {
        TarGz overlay = new TarGz()
                .file("etc/hostname", "localhost\n", false)
                .file("etc/apk/world", "alpine-base\n", false)
                .file("etc/ingot/answers", answersFile(answers), false)
                .file("etc/local.d/ingot.start", script(answers, target), true);
        for (String service : List.of("devfs", "dmesg", "hwdrivers", "mdev", "modloop")) {
            overlay.link("etc/runlevels/sysinit/" + service, "/etc/init.d/" + service);
        }
        for (String service : List.of("bootmisc", "hostname", "hwclock", "modules", "sysctl", "syslog")) {
            overlay.link("etc/runlevels/boot/" + service, "/etc/init.d/" + service);
        }
        overlay.link("etc/runlevels/default/local", "/etc/init.d/local");
        Seed.Disc disc = new Seed.Disc("INGOT_SEED", Map.of("ingot.apkovl.tar.gz", overlay.bytes()));
        return new Seed(Optional.of(disc), Optional.empty(), true);
    }

    /** For {@code setup-alpine}; the disk comes last, by a call of its own, once the user is there. */
    static String answersFile(Answers a) {
        return """
                KEYMAPOPTS="%s"
                HOSTNAMEOPTS="-n %s"
                DEVDOPTS=mdev
                INTERFACESOPTS="auto lo
                iface lo inet loopback

                auto eth0
                iface eth0 inet dhcp
                "
                TIMEZONEOPTS="-z %s"
                PROXYOPTS=none
                APKREPOSOPTS="-1 -c"
                USEROPTS=none
                SSHDOPTS=openssh
                NTPOPTS=busybox
                DISKOPTS=none
                LBUOPTS=none
                APKCACHEOPTS=none
                """.formatted(keymap(a.to(Question.KEYBOARD)), a.to(Question.HOST_NAME), a.to(Question.TIME_ZONE));
    }

    /** One that is not among them would be asked for again and again. */
    private static String keymap(String layout) {
        return KEYMAPS.contains(layout) ? layout + " " + layout : "none";
    }

    private static String script(Answers a, Target target) {
        String user = a.to(Question.USER);
        String name = a.given(Question.FULL_NAME).orElse(user);
        StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\n")
                .append("rm -f /etc/runlevels/default/local /etc/local.d/ingot.start\n")
                .append("setup-alpine -e -f /etc/ingot/answers\n")
                .append("adduser -D -g '" + name.replace("'", "'\\''") + "' " + user + "\n")
                .append("addgroup " + user + " wheel\n")
                .append("echo '" + user + ":" + Password.hashed(a.to(Question.PASSWORD)) + "' | chpasswd -e\n")
                .append("passwd -l root\n")
                .append("apk add doas qemu-guest-agent\n")
                .append("mkdir -p /etc/doas.d && echo 'permit persist :wheel' > /etc/doas.d/wheel.conf\n")
                .append("rc-update add qemu-guest-agent default\n");
        a.given(Question.SSH_KEY)
                .ifPresent(key -> LinuxUser.commands(a.withAutoLogin(false))
                        .forEach(command -> script.append(command).append('\n')));
        if (a.autoLogin()) {
            script.append("sed -i 's#^tty1:.*#tty1::respawn:/bin/login -f " + user + "#' /etc/inittab\n");
        }
        return script.append("rm -rf /etc/ingot\n")
                // What setup-disk takes over is what lbu would keep: /etc, and what is added to it.
                .append("lbu add /home/" + user + "\n")
                .append("ERASE_DISKS=/dev/" + target.disk() + " setup-disk -m sys /dev/" + target.disk() + "\n")
                .append("poweroff\n")
                .toString();
    }

    /** For tests: what the service does. */
    static byte[] scriptBytes(Answers answers, Target target) {
        return script(answers, target).getBytes(StandardCharsets.UTF_8);
    }
}
