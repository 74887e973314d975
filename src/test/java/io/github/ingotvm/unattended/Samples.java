package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers and targets for tests. */
final class Samples {
    static final String SECRET = "pa'Ss: \"word\" #{x} %s & <y>";
    static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE5x jana@desk";

    private Samples() {}

    /** Everything answered, with what is awkward in one format or another. */
    static Answers full() {
        return plain().with(Question.FULL_NAME, "Jana O'Neill")
                .with(Question.SSH_KEY, KEY)
                .withAutoLogin(true);
    }

    static Answers plain() {
        return Answers.NONE
                .with(Question.USER, "jana")
                .with(Question.PASSWORD, SECRET)
                .with(Question.HOST_NAME, "builder-1")
                .with(Question.LOCALE, "nb_NO")
                .with(Question.KEYBOARD, "no")
                .with(Question.TIME_ZONE, "Europe/Oslo");
    }

    static Target debian() {
        return target(
                "debian13", "debian", "13", "Debian 13.1.0 amd64 n", "install.amd/vmlinuz", "install.amd/initrd.gz");
    }

    static Target ubuntu() {
        return target(
                "ubuntu24.04", "ubuntu", "24.04", "Ubuntu-Server 24.04 LTS amd64", "casper/vmlinuz", "casper/initrd");
    }

    static Target fedora() {
        return target("fedora42", "fedora", "42", "Fedora-S-dvd-x86_64-42", "", "");
    }

    static Target rocky() {
        return target("rocky9", "rocky", "9", "Rocky-9-5-x86_64-dvd", "", "");
    }

    static Target suse() {
        return target("opensuse15.6", "opensuse", "15.6", "openSUSE-Leap-15.6", "", "");
    }

    static Target alpine() {
        return target("alpinelinux3.22", "alpinelinux", "3.22", "alpine-std 3.22.0", "", "");
    }

    static Target windows(String id, boolean uefi) {
        return windows(id, uefi, "CCCOMA_X64FRE_EN-US_DV9");
    }

    static Target windows(String id, boolean uefi, String label) {
        return new Target(id, "win", "11", "x86_64", uefi, "sda", false, true, label, "", "");
    }

    static List<Target> all() {
        return List.of(
                debian(),
                ubuntu(),
                fedora(),
                rocky(),
                suse(),
                alpine(),
                windows("win11", true),
                windows("win2k22", false));
    }

    static Target target(String id, String distro, String version, String label, String kernel, String initrd) {
        return new Target(id, distro, version, "x86_64", false, "vda", false, true, label, kernel, initrd);
    }

    /** Every file that is brought to the installer, as text. */
    static Map<String, String> texts(Seed seed) {
        Map<String, byte[]> all = new java.util.HashMap<>();
        seed.disc().ifPresent(disc -> all.putAll(disc.files()));
        seed.boot().ifPresent(boot -> all.putAll(boot.added()));
        Map<String, String> texts = new java.util.HashMap<>();
        all.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    static String only(Seed seed, String name) {
        return texts(seed).getOrDefault(name, "");
    }

    static List<String> allTexts(Seed seed) {
        return new ArrayList<>(texts(seed).values());
    }
}
