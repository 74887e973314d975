package io.github.ingotvm.guestfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the programs of libguestfs are called and understood, with programs that only pretend. */
class GuestToolsTest {
    private static final List<GuestDisk> ONE = List.of(new GuestDisk("/pool/a.qcow2", "qcow2"));
    private static final List<GuestDisk> TWO = List.of(new GuestDisk("/pool/b.img", "raw"));

    @TempDir
    private Path folder = Path.of("");

    private Duration limit = Duration.ofMinutes(1);

    private GuestTools tools() {
        return new GuestTools(name -> Optional.of(folder.resolve(name)).filter(Files::isExecutable), limit);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Answers with the first listing for the first disks, else with the second. */
    private void listings(String before, String after) throws IOException {
        program("virt-ls", """
                echo "$@" >> "%1$s/arguments"
                case "$*" in
                *a.qcow2*) cat <<'END'
                %2$sEND
                ;;
                *) cat <<'END'
                %3$sEND
                ;;
                esac
                """.formatted(folder, before, after));
    }

    private List<String> differences() {
        return tools().differences(ONE, TWO, true, Progress.NONE).stream()
                .map(c -> c.kind() + " " + c.type() + " " + c.size().orElse(-1) + " " + c.path())
                .toList();
    }

    @Test
    void readsWhichFilesDiffer() throws IOException {
        listings("""
                d,0755,4096,   0,   0,,/
                -,0644,4,   0,   0,01d09d,/etc/gone
                -,0644,4,   0,   0,2c8b08,/etc/hostname
                -,0644,9,   0,   0,aaaaaa,/etc/same
                b,0600,0,   0,   0,,/dev/sda
                l,0777,9,   0,   0,,/etc/zone,/utc
                -,0644,3,   0,   0,5e5e5e,"/etc/both
                ""lines\""\"
                """, """
                d,0755,8192,   0,   0,,/
                -,0644,5,   0,   0,2cf24d,"/etc/a,""b c"
                -,0644,4,   0,   0,ffffff,/etc/hostname
                l,0777,13,   0,   0,,/etc/link,/etc/hostname
                d,0755,1024,1000,1000,,/home/anna
                -,0644,7,   0,   0,2cf24d,"/etc/two
                lines"
                -,0644,3,   0,   0,5e5e5e,"/etc/both
                ""lines\""\"
                -,0644,9,   0,   0,aaaaaa,/etc/same
                l,0777,9,   0,   0,,/etc/zone,/gmt
                b,0660,0,   0,   0,,/dev/sda
                """);
        assertThat(differences())
                .containsExactly(
                        "CHANGED OTHER -1 /dev/sda",
                        "ADDED FILE 5 /etc/a,\"b c",
                        "REMOVED FILE 4 /etc/gone",
                        "CHANGED FILE -1 /etc/hostname",
                        "ADDED LINK -1 /etc/link",
                        "ADDED FILE 7 /etc/two\nlines",
                        "CHANGED LINK -1 /etc/zone",
                        "ADDED FOLDER -1 /home/anna");
        assertThat(folder.resolve("arguments")).hasContent("""
                --csv -lR --uids --checksum=sha256 --format=qcow2 -a /pool/a.qcow2 /
                --csv -lR --uids --checksum=sha256 --format=raw -a /pool/b.img /
                """);
    }

    @Test
    void tellsOfModesAndOwnersAndOfAFileThatBecameAFolder() throws IOException {
        listings("""
                -,0644,4,   0,   0,01d09d,/mode
                -,0644,4,   0,   0,01d09d,/owner
                -,0644,4,   0,   0,01d09d,/kind
                """, """
                -,0600,4,   0,   0,01d09d,/mode
                -,0644,4,1000,   0,01d09d,/owner
                d,0755,4096,   0,   0,,/kind
                """);
        assertThat(differences())
                .containsExactly("CHANGED FOLDER -1 /kind", "CHANGED FILE -1 /mode", "CHANGED FILE -1 /owner");
    }

    @Test
    void readsNamesThatAreNoTextAndPassesOverWhatIsNoRow() throws IOException {
        program("virt-ls", "printf 'odd\\n\\n-,0644,4,0,0,01d09d,/caf\\351\\n-,0644,4,0,0,01d09d'");
        assertThat(differences()).isEmpty();
    }

    @Test
    void startsNoMachineOfLibvirtsAndHangsOnNoKvm() throws IOException {
        program(
                "virt-ls",
                "echo \"$LIBGUESTFS_BACKEND $LIBGUESTFS_BACKEND_SETTINGS\" > '" + folder.resolve("environment") + "'");
        tools().differences(ONE, TWO, true, Progress.NONE);
        assertThat(folder.resolve("environment")).hasContent("direct force_tcg\n");
    }

    @Test
    void readsWhichSystemsAreInstalled() throws IOException {
        program("virt-inspector", """
                cat <<'END'
                <operatingsystems><operatingsystem><root>/dev/sda1</root><name>linux</name><arch>x86_64</arch><distro>debian</distro>
                <product_name>12.5</product_name><hostname>one</hostname><osinfo>debian12</osinfo></operatingsystem></operatingsystems>
                END
                """);
        assertThat(tools().installed(ONE.get(0), false, Progress.NONE))
                .singleElement()
                .satisfies(os -> {
                    assertThat(os.osId()).isEqualTo("debian12");
                    assertThat(os.name()).isEqualTo("debian 12.5");
                    assertThat(os.arch()).isEqualTo("x86_64");
                    assertThat(os.hostname()).isEqualTo("one");
                });
    }

    @Test
    void saysWhatIsMissingAndWhatWentWrong() throws IOException {
        assertThat(tools().areThere()).isFalse();
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, Progress.NONE))
                .hasMessageContaining("install guestfs-tools");
        program("virt-ls", "echo 'virt-ls: no operating systems were found.' >&2; exit 1");
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, Progress.NONE))
                .hasMessageContaining("no operating systems were found;");
    }

    @Test
    void endsWhatTakesTooLongWithAllThatItStarted() throws IOException {
        program("virt-ls", "sleep 600 & echo $! > '" + folder.resolve("child") + "'; wait");
        limit = Duration.ofMillis(500);
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, Progress.NONE))
                .hasMessageContaining("was ended");
        theChildIsGone();
    }

    @Test
    void endsWhenCancelled() throws IOException {
        program("virt-ls", "sleep 600 & echo $! > '" + folder.resolve("child") + "'; wait");
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return Files.exists(folder.resolve("child"));
            }
        };
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, cancelled))
                .isInstanceOfSatisfying(
                        IngotException.class, e -> assertThat(e.kind()).isEqualTo(IngotException.Kind.CANCELLED));
        theChildIsGone();
    }

    private void theChildIsGone() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        org.awaitility.Awaitility.await()
                .until(() ->
                        ProcessHandle.of(pid).filter(ToolRunLiveness::lives).isEmpty());
    }

    /** A process that nobody has buried yet is no longer alive. */
    private static final class ToolRunLiveness {
        static boolean lives(ProcessHandle process) {
            try {
                String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
                return process.isAlive()
                        && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
