package io.github.ingotvm.unattended;

import static io.github.ingotvm.unattended.Samples.KEY;
import static io.github.ingotvm.unattended.Samples.SECRET;
import static io.github.ingotvm.unattended.Samples.full;
import static io.github.ingotvm.unattended.Samples.only;
import static io.github.ingotvm.unattended.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Question;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void passwordsAreHashedAsTheSpecificationSays() {
        assertThat(Password.hashed("Hello world!", "$6$saltstring"))
                .isEqualTo(
                        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
        assertThat(Password.hashed("same")).isNotEqualTo(Password.hashed("same"));
    }

    @Test
    void thePasswordItselfIsInNoFileAndNoText() {
        for (Target target : Samples.all()) {
            Seed seed = Methods.seed(full(), target);
            assertThat(Samples.allTexts(seed)).as(target.osId()).noneMatch(text -> text.contains(SECRET));
            assertThat(seed.toString()).as(target.osId()).doesNotContain("$6$", SECRET);
            seed.boot().ifPresent(boot -> assertThat(boot.commandLine()).doesNotContain("$6$", SECRET));
        }
        assertThat(full().toString()).doesNotContain(SECRET);
    }

    @Test
    void aPreseedAnswersWhatDebianAsks() {
        Seed seed = Methods.seed(full(), Samples.debian());
        Seed.Boot boot = seed.boot().orElseThrow();
        assertThat(seed.disc()).isEmpty();
        assertThat(seed.reboots()).isFalse();
        assertThat(boot.kernel()).isEqualTo("install.amd/vmlinuz");
        assertThat(boot.initrd()).isEqualTo("install.amd/initrd.gz");
        assertThat(only(seed, "preseed.cfg"))
                .contains("locale string nb_NO.UTF-8", "xkb-keymap select no", "time/zone string Europe/Oslo")
                .contains("get_hostname string builder-1", "username string jana", "user-fullname string Jana O'Neill")
                .contains("user-password-crypted password $6$", "exit/poweroff boolean true", "/dev/vda");
        assertThat(only(seed, "ingot-late")).contains(KEY, "--autologin jana");
        assertThat(only(Methods.seed(plain(), Samples.debian()), "preseed.cfg")).doesNotContain("late_command");
    }

    @Test
    void aMirrorIsTakenApartForDebianAndNamedToUbuntu() {
        assertThat(only(Methods.seed(plain(), Samples.debian()), "preseed.cfg"))
                .contains("d-i mirror/http/hostname string deb.debian.org\nd-i mirror/http/directory string /debian\n");
        Answers own = plain().with(Question.MIRROR, "https://mirror.example.org:8443/pub/debian/");
        assertThat(only(Methods.seed(own, Samples.debian()), "preseed.cfg"))
                .contains("mirror/protocol string https\n", "mirror/https/hostname string mirror.example.org:8443\n")
                .contains("mirror/https/directory string /pub/debian\n")
                .doesNotContain("mirror/http/", "deb.debian.org");
        assertThat(only(
                        Methods.seed(plain().with(Question.MIRROR, "http://10.0.0.1"), Samples.debian()),
                        "preseed.cfg"))
                .contains("mirror/http/hostname string 10.0.0.1\n", "mirror/http/directory string /\n");
        assertThat(only(Methods.seed(own, Samples.ubuntu()), "user-data"))
                .contains("  apt:\n    primary:\n")
                .contains("        uri: 'https://mirror.example.org:8443/pub/debian/'\n  packages:");
        assertThat(only(Methods.seed(plain(), Samples.ubuntu()), "user-data")).doesNotContain("apt:");
    }

    @Test
    void aDiskOnWhichDebianWouldAskIsRefused() {
        Target bios = Samples.debian();
        Target uefi = new Target(
                bios.osId(),
                "debian",
                "13",
                "x86_64",
                true,
                "vda",
                false,
                true,
                bios.label(),
                bios.kernel(),
                bios.initrd());
        Methods.requireRoom(bios, 8L << 30);
        Methods.requireRoom(uefi, 9L << 30);
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.requireRoom(uefi, 8L << 30))
                .withMessageContaining("9 GiB or more; make the disk larger");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.requireRoom(bios, (8L << 30) - 1))
                .withMessageContaining("8 GiB");
        Methods.requireRoom(Samples.target("debian12", "debian", "12", "", "k", "i"), 2L << 30);
        Methods.requireRoom(Samples.fedora(), 1);
    }

    @Test
    void whoStartsAKernelSaysSoBeforehand() {
        for (Target target : Samples.all()) {
            assertThat(Methods.startsKernel(target))
                    .as(target.osId())
                    .isEqualTo(Methods.seed(Samples.plain(), target).boot().isPresent());
        }
    }

    @Test
    void aMirrorThatAnInstallerWouldNotLookAtIsRefused() {
        Answers own = plain().with(Question.MIRROR, "http://mirror.example.org/fedora");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(own, Samples.fedora()))
                .withMessageContaining("leave the mirror out");
    }

    @Test
    void anAutoinstallQuotesWhatYamlWouldTakeForSomethingElse() {
        Seed seed = Methods.seed(full(), Samples.ubuntu());
        assertThat(seed.disc().orElseThrow().label()).isEqualTo("CIDATA");
        assertThat(seed.boot().orElseThrow().commandLine()).startsWith("autoinstall");
        assertThat(only(seed, "user-data"))
                .startsWith("#cloud-config\n")
                .contains(
                        "layout: 'no'",
                        "name: direct\n      match:\n        path: /dev/vda\n",
                        "realname: 'Jana O''Neill'",
                        "password: '$6$",
                        "authorized-keys: ['" + KEY + "']");
        assertThat(only(seed, "meta-data")).contains("instance-id: builder-1");
    }

    @Test
    void aKickstartTouchesTheFirstDiskAlone() {
        Seed seed = Methods.seed(full(), Samples.fedora());
        assertThat(seed.disc().orElseThrow().label()).isEqualTo("OEMDRV");
        assertThat(only(seed, "ks.cfg"))
                .contains("lang nb_NO.UTF-8", "--xlayouts='no'", "timezone Europe/Oslo", "--hostname=builder-1")
                .contains("user --name=jana", "--iscrypted --password='$6$", "--gecos=\"Jana O'Neill\"", "\npoweroff\n")
                .contains("ignoredisk --only-use=vda", "sshkey --username=jana \"" + KEY + "\"")
                .doesNotContain("%%post", "%%end", "eula");
        assertThat(only(Methods.seed(full(), Samples.rocky()), "ks.cfg")).contains("eula --agreed");
    }

    @Test
    void aLabelWithBlanksIsOneWordToTheKernel() {
        Target target = Samples.target("rhel9", "rhel", "9", "RHEL-9 BaseOS x86_64", "", "");
        assertThat(Methods.seed(plain(), target).boot().orElseThrow().commandLine())
                .contains("hd:LABEL=RHEL-9\\x20BaseOS\\x20x86_64 ");
    }

    @Test
    void yastsAndWindowsFilesAreXml() throws Exception {
        Answers awkward = full().with(Question.FULL_NAME, "Jana O'Neill");
        assertThat(SafeXml.read(bytes(Methods.seed(awkward, Samples.suse()), "autoinst.xml"))
                        .name())
                .isEqualTo("profile");
        for (boolean uefi : new boolean[] {true, false}) {
            for (String id : new String[] {"win10", "win11", "win2k16", "win2k19", "win2k22", "win2k25"}) {
                Seed seed = Methods.seed(awkward, Samples.windows(id, uefi));
                assertThat(SafeXml.read(bytes(seed, "autounattend.xml")).name()).isEqualTo("unattend");
                assertThat(seed.reboots()).isTrue();
            }
        }
    }

    @Test
    void windowsHidesThePasswordAsItsOwnToolsDo() {
        String text = only(Methods.seed(full(), Samples.windows("win11", true)), "autounattend.xml");
        String hidden = Base64.getEncoder().encodeToString((SECRET + "Password").getBytes(StandardCharsets.UTF_16LE));
        assertThat(text)
                .contains(hidden)
                .contains("<PlainText>false</PlainText>")
                .doesNotContain("<PlainText>true");
        assertThat(text).contains("<Type>EFI</Type>", "<PartitionID>3</PartitionID>", "\\w11\\amd64", "nb-NO");
        assertThat(only(Methods.seed(full(), Samples.windows("win2k22", false)), "autounattend.xml"))
                .contains("<Active>true</Active>", "/IMAGE/INDEX")
                .doesNotContain("EFI");
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(Methods.obstacle(Samples.target("debian9", "debian", "9", "", "k", "i")))
                .isPresent();
        assertThat(Methods.obstacle(Samples.target("debian13", "debian", "13", "", "", "")))
                .hasValueSatisfying(why -> assertThat(why).contains("netinst"));
        assertThat(Methods.obstacle(Samples.target("ubuntu22.04", "ubuntu", "22.04", "Ubuntu 22.04", "k", "i")))
                .hasValueSatisfying(why -> assertThat(why).contains("server disc"));
        assertThat(Methods.obstacle(Samples.target("opensuse16.0", "opensuse", "16.0", "", "", "")))
                .isPresent();
        assertThat(Methods.obstacle(Samples.target("alpinelinux3.9", "alpinelinux", "3.9", "", "", "")))
                .isPresent();
        assertThat(Methods.obstacle(Samples.windows("win7", false))).isPresent();
        Target haiku = Samples.target("haiku", "haiku", "r1", "", "", "");
        assertThat(Methods.obstacle(haiku)).isPresent();
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(plain(), haiku))
                .withMessageContaining("by hand");
        assertThat(Samples.all())
                .allSatisfy(t -> assertThat(Methods.obstacle(t)).isEmpty());
    }

    private static InputStream bytes(Seed seed, String name) {
        return new ByteArrayInputStream(only(seed, name).getBytes(StandardCharsets.UTF_8));
    }
}
