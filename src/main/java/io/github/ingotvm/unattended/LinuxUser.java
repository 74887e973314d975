package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.util.ArrayList;
import java.util.List;

/** What Linux installers have no words for, as shell commands that root runs in the installed system. */
final class LinuxUser {
    private LinuxUser() {}

    /** The key into the user's home, and the screen without a question. */
    static List<String> commands(Answers answers) {
        String user = answers.to(Question.USER);
        List<String> commands = new ArrayList<>();
        answers.given(Question.SSH_KEY).ifPresent(key -> commands.addAll(key(user, key)));
        if (answers.autoLogin()) {
            commands.addAll(autoLogin(user));
        }
        return commands;
    }

    private static List<String> key(String user, String key) {
        String folder = "/home/" + user + "/.ssh";
        return List.of(
                "mkdir -p " + folder,
                "echo '" + key + "' > " + folder + "/authorized_keys",
                "chmod 700 " + folder,
                "chmod 600 " + folder + "/authorized_keys",
                "chown -R " + user + ": " + folder);
    }

    /** At the text console, and, where GNOME's greeter is installed, there too. */
    static List<String> autoLogin(String user) {
        String folder = "/etc/systemd/system/getty@tty1.service.d";
        return List.of(
                "mkdir -p " + folder,
                "printf '[Service]\\nExecStart=\\nExecStart=-/sbin/agetty --autologin " + user
                        + " --noclear %%I linux\\n' > " + folder + "/autologin.conf",
                "for f in /etc/gdm3/daemon.conf /etc/gdm3/custom.conf /etc/gdm/custom.conf; do"
                        + " test ! -f $f || sed -i 's/^\\[daemon\\]/[daemon]\\nAutomaticLoginEnable=true\\nAutomaticLogin="
                        + user + "/' $f; done");
    }
}
