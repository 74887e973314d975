package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For YaST, the installer of openSUSE and SUSE Linux Enterprise up to 15: it reads {@code /autoinst.xml} in its initial file system. */
final class AutoYast implements Method {
    private static final int FIRST_WITHOUT = 16;
    private static final int FIRST_WITH_MODULES = 15;

    @Override
    public Optional<String> obstacle(Target target) {
        if (target.live()) {
            return Optional.of("A live disc always asks; choose the DVD or the disc for a network installation.");
        }
        if (target.number() >= FIRST_WITHOUT && target.number() < 42) { // 42.x came before 15
            return Optional.of("From version 16 on this system has another installer, which Ingot cannot answer yet.");
        }
        if (!target.distro().equals("opensuse") && target.number() >= FIRST_WITH_MODULES) {
            return Optional.of("SUSE Linux Enterprise asks for its products and a registration code,"
                    + " which Ingot cannot answer yet.");
        }
        return Optional.empty();
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return UserNames.onSuse(answers);
    }

    @Override
    public boolean startsKernel() {
        return true;
    }

    @Override
    public Seed seed(Answers answers, Target target) {
        String loader = "boot/" + target.arch() + "/loader/";
        // A disc for a network installation has no packages: its initial file system knows where they are.
        String from = target.label().contains("-NET-") ? "" : "install=cd:/ ";
        return Seed.within(new Seed.Boot(
                loader + "linux",
                loader + "initrd",
                from + "autoyast=file:///autoinst.xml quiet",
                Map.of("autoinst.xml", text(answers, target).getBytes(StandardCharsets.UTF_8))));
    }

    static String text(Answers a, Target target) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
                  <general>
                    <mode>
                      <confirm config:type="boolean">false</confirm>
                      <halt config:type="boolean">true</halt>
                      <second_stage config:type="boolean">false</second_stage>
                    </mode>
                  </general>
                  <language>
                    <language>%s</language>
                  </language>
                  <keyboard>
                    <keymap>%s</keymap>
                  </keyboard>
                  <timezone>
                    <hwclock>UTC</hwclock>
                    <timezone>%s</timezone>
                  </timezone>
                  <networking>
                    <dns>
                      <hostname>%s</hostname>
                    </dns>
                    <keep_install_network config:type="boolean">true</keep_install_network>
                  </networking>
                  <partitioning config:type="list">
                    <drive>
                      <device>/dev/%s</device>
                      <initialize config:type="boolean">true</initialize>
                      <use>all</use>
                    </drive>
                  </partitioning>
                  <software>
                    <packages config:type="list">
                      <package>openssh</package>
                      <package>sudo</package>
                      <package>qemu-guest-agent</package>
                    </packages>
                    <patterns config:type="list">
                      <pattern>base</pattern>
                    </patterns>
                  </software>
                  <users config:type="list">
                    <user>
                      <username>root</username>
                      <encrypted config:type="boolean">true</encrypted>
                      <user_password>!</user_password>
                    </user>
                    <user>
                      <username>%s</username>
                      <fullname>%s</fullname>
                      <encrypted config:type="boolean">true</encrypted>
                      <user_password>%s</user_password>
                    </user>
                  </users>
                  <scripts>
                    <chroot-scripts config:type="list">
                      <script>
                        <filename>ingot.sh</filename>
                        <chrooted config:type="boolean">true</chrooted>
                        <source>%s</source>
                      </script>
                    </chroot-scripts>
                  </scripts>
                </profile>
                """.formatted(
                        a.to(Question.LOCALE),
                        keymap(a.to(Question.KEYBOARD)),
                        a.to(Question.TIME_ZONE),
                        a.to(Question.HOST_NAME),
                        target.disk(),
                        a.to(Question.USER),
                        Markup.escape(a.to(Question.FULL_NAME)),
                        Markup.escape(Password.hashed(a.to(Question.PASSWORD))),
                        Markup.escape(script(a)));
    }

    /** YaST's own names. */
    private static String keymap(String layout) {
        return switch (layout) {
            case "us" -> "english-us";
            case "gb" -> "english-uk";
            case "de" -> "german";
            case "fr" -> "french";
            case "es" -> "spanish";
            case "it" -> "italian";
            case "pt" -> "portugese"; // spelt so there
            case "br" -> "portugese-br";
            case "ch" -> "german-ch";
            case "cz" -> "czech";
            case "dk" -> "danish";
            case "no" -> "norwegian";
            case "se" -> "swedish";
            case "fi" -> "finnish";
            case "nl" -> "dutch";
            case "pl" -> "polish";
            case "ru" -> "russian";
            case "jp" -> "japanese";
            default -> layout;
        };
    }

    /** As elsewhere the user administers the machine by sudo with the own password, and root has none. */
    private static String script(Answers a) {
        String user = a.to(Question.USER);
        List<String> commands = new java.util.ArrayList<>(LinuxUser.commands(a));
        commands.add(
                "printf '" + user + " ALL=(ALL) ALL\\nDefaults:" + user + " !targetpw\\n' > /etc/sudoers.d/" + user);
        commands.add("chmod 440 /etc/sudoers.d/" + user);
        commands.add("systemctl enable sshd");
        return "#!/bin/sh\n" + String.join("\n", commands) + "\n";
    }
}
