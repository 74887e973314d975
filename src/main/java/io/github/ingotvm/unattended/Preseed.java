package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * For Debian's installer, which reads {@code /preseed.cfg} in its initial file system before it asks anything: no network, no boot
 * option and no second disc is needed.
 */
final class Preseed implements Method {
    private static final double OLDEST = 10;
    private static final double LARGE_SINCE = 13;
    private static final long GIB = 1L << 30;
    private static final String MIRROR = "http://deb.debian.org/debian";
    private static final String SCRIPT = "ingot-late";

    /** A file of its own, not text in this one: a shell's quotes within the installer's would be a trap. */
    private static final String LATE = "d-i preseed/late_command string cp /" + SCRIPT
            + " /target/tmp/ && in-target sh /tmp/" + SCRIPT + "; rm -f /target/tmp/" + SCRIPT;

    @Override
    public Optional<String> obstacle(Target target) {
        if (target.live() || target.kernel().isEmpty() || target.initrd().isEmpty()) {
            return Optional.of(
                    "This disc has no installer that can be told its answers; choose a netinst or DVD disc.");
        }
        return target.number() != 0 && target.number() < OLDEST
                ? Optional.of("Debian can be installed without questions from version 10 on.")
                : Optional.empty();
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return UserNames.onDebian(answers);
    }

    /** From 13 on its recipe for one partition leaves 8 GB to the system, half a GB to swap and, with UEFI, 0.8 GB to the loader. */
    @Override
    public long leastDisk(Target target) {
        boolean large = target.number() == 0 || target.number() >= LARGE_SINCE;
        return large ? (target.uefi() ? 9 : 8) * GIB : 0;
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
        byte[] text = text(answers, target).getBytes(StandardCharsets.UTF_8);
        byte[] late = (String.join("\n", LinuxUser.commands(answers)) + "\n").getBytes(StandardCharsets.UTF_8);
        return Seed.within(new Seed.Boot(
                target.kernel(), target.initrd(), "priority=critical", Map.of("preseed.cfg", text, SCRIPT, late)));
    }

    static String text(Answers a, Target target) {
        String locale = a.to(Question.LOCALE);
        return """
                # Made by Ingot.
                d-i debian-installer/locale string %s.UTF-8
                d-i keyboard-configuration/xkb-keymap select %s
                d-i netcfg/choose_interface select auto
                d-i netcfg/get_hostname string %s
                d-i netcfg/get_domain string
                d-i netcfg/hostname string %s
                d-i netcfg/wireless_wep string
                d-i hw-detect/load_firmware boolean false
                d-i cdrom-detect/eject boolean false
                d-i apt-setup/cdrom/set-first boolean false
                d-i apt-setup/cdrom/set-failed boolean false
                d-i mirror/country string manual
                %s
                d-i passwd/root-login boolean false
                d-i passwd/user-fullname string %s
                d-i passwd/username string %s
                d-i passwd/user-password-crypted password %s
                d-i clock-setup/utc boolean true
                d-i clock-setup/ntp boolean false
                d-i time/zone string %s
                d-i partman-auto/disk string /dev/%s
                d-i partman-auto/method string regular
                d-i partman-auto/choose_recipe select atomic
                d-i partman-partitioning/confirm_write_new_label boolean true
                d-i partman/choose_partition select finish
                d-i partman/confirm boolean true
                d-i partman/confirm_nooverwrite boolean true
                d-i apt-setup/disable-cdrom-entries boolean true
                tasksel tasksel/first multiselect standard, ssh-server
                d-i pkgsel/include string sudo qemu-guest-agent
                d-i pkgsel/upgrade select none
                d-i pkgsel/update-policy select none
                popularity-contest popularity-contest/participate boolean false
                d-i grub-installer/only_debian boolean true
                d-i grub-installer/with_other_os boolean false
                d-i grub-installer/bootdev string /dev/%s
                %s
                d-i finish-install/reboot_in_progress note
                d-i debian-installer/exit/poweroff boolean true
                """.formatted(
                        locale,
                        a.to(Question.KEYBOARD),
                        a.to(Question.HOST_NAME),
                        a.to(Question.HOST_NAME),
                        mirror(a.given(Question.MIRROR).orElse(MIRROR)),
                        a.given(Question.FULL_NAME).orElse(a.to(Question.USER)),
                        a.to(Question.USER),
                        Password.hashed(a.to(Question.PASSWORD)),
                        a.to(Question.TIME_ZONE),
                        target.disk(),
                        target.disk(),
                        a.given(Question.SSH_KEY).isPresent() || a.autoLogin() ? LATE : "");
    }

    /** Updates for security come from Debian's own place all the same: few mirrors have them. */
    private static String mirror(String address) {
        URI uri = URI.create(address);
        String scheme = uri.getScheme();
        String directory = uri.getPath().replaceAll("/+$", "");
        return """
                d-i mirror/protocol string %1$s
                d-i mirror/%1$s/hostname string %2$s
                d-i mirror/%1$s/directory string %3$s
                d-i mirror/%1$s/proxy string""".formatted(scheme, uri.getAuthority(), directory.isEmpty() ? "/" : directory);
    }
}
