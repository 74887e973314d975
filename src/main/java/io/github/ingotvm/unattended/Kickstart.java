package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For Anaconda, the installer of Fedora, Red Hat Enterprise Linux and what is built from its sources. It reads {@code ks.cfg} from a
 * disc called {@code OEMDRV}, and finds the rest of itself by the label of its own.
 */
final class Kickstart implements Method {
    @Override
    public Optional<String> obstacle(Target target) {
        if (target.live()) {
            return Optional.of(
                    "A live disc always asks; choose a disc for a server, a network installation or everything.");
        }
        if (target.label().contains("-ostree-")) {
            return Optional.of(
                    "This disc holds a system that is one whole image (ostree), which Ingot's answers do not fit;"
                            + " choose a disc for a server, a network installation or everything.");
        }
        boolean fedora = target.distro().equals("fedora");
        if (target.number() != 0 && target.number() < (fedora ? 30 : 8)) {
            return Optional.of(
                    fedora
                            ? "Fedora can be installed without questions from version 30 on."
                            : "This system can be installed without questions from version 8 on.");
        }
        return Optional.empty();
    }

    /** What is not live has Anaconda, which takes a kickstart file on every architecture. */
    @Override
    public boolean knows(Target target) {
        return true;
    }

    @Override
    public Map<Question, String> problems(String osId, Answers answers) {
        return UserNames.onRpmSystems(answers);
    }

    @Override
    public boolean startsKernel() {
        return true;
    }

    @Override
    public Seed seed(Answers answers, Target target) {
        Seed.Disc disc =
                new Seed.Disc("OEMDRV", Map.of("ks.cfg", text(answers, target).getBytes(StandardCharsets.UTF_8)));
        String pxe = "images/pxeboot/";
        String line = "inst.stage2=hd:LABEL=" + target.label().replace(" ", "\\x20")
                + " inst.ks=hd:LABEL=OEMDRV:/ks.cfg inst.text quiet";
        return Seed.on(disc, new Seed.Boot(pxe + "vmlinuz", pxe + "initrd.img", line, Map.of()));
    }

    static String text(Answers a, Target target) {
        String user = a.to(Question.USER);
        return """
                # Made by Ingot.
                text
                %slang %s.UTF-8
                keyboard --xlayouts='%s'
                timezone %s --utc
                network --bootproto=dhcp --hostname=%s
                rootpw --lock
                user --name=%s --groups=wheel --iscrypted --password='%s'%s
                %signoredisk --only-use=%s
                zerombr
                clearpart --all --initlabel --drives=%s
                autopart
                firstboot --disable
                poweroff
                %%packages
                @core
                qemu-guest-agent
                %%end
                %s""".formatted(
                        target.distro().equals("fedora") ? "" : "eula --agreed\n",
                        a.to(Question.LOCALE),
                        a.to(Question.KEYBOARD),
                        a.to(Question.TIME_ZONE),
                        a.to(Question.HOST_NAME),
                        user,
                        Password.hashed(a.to(Question.PASSWORD)),
                        a.given(Question.FULL_NAME)
                                .map(name -> " --gecos=\"" + name + "\"")
                                .orElse(""),
                        a.given(Question.SSH_KEY)
                                .map(key -> "sshkey --username=" + user + " \"" + key + "\"\n")
                                .orElse(""),
                        target.disk(),
                        target.disk(),
                        a.autoLogin() ? post(LinuxUser.autoLogin(user)) : "");
    }

    private static String post(List<String> commands) {
        return "%post\n" + String.join("\n", commands) + "\n%end\n";
    }
}
