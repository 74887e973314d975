package io.github.ingotvm.guestfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.FileChange;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    @Test
    void readsWhichFilesDiffer() throws IOException {
        program("virt-diff", """
                echo "$@" > "%s/arguments"
                cat <<'END'
                +,-,0644,5,2cf24d,"/etc/a,""b c"
                -,-,0644,4,01d09d,/etc/gone
                =,-,0644,4,2c8b08,/etc/hostname
                +,l,0777,13,/etc/link,/etc/hostname
                +,d,0755,1024,/home/anna
                +,-,0644,7,2cf24d,"/etc/two
                lines"
                =,b,0600,0,/dev/sda
                END
                """.formatted(folder));
        assertThat(tools().differences(ONE, TWO, true, Progress.NONE))
                .containsExactly(
                        new FileChange(FileChange.Kind.ADDED, FileChange.Type.FILE, OptionalLong.of(5), "/etc/a,\"b c"),
                        new FileChange(FileChange.Kind.REMOVED, FileChange.Type.FILE, OptionalLong.of(4), "/etc/gone"),
                        new FileChange(
                                FileChange.Kind.CHANGED, FileChange.Type.FILE, OptionalLong.empty(), "/etc/hostname"),
                        new FileChange(FileChange.Kind.ADDED, FileChange.Type.LINK, OptionalLong.empty(), "/etc/link"),
                        new FileChange(
                                FileChange.Kind.ADDED, FileChange.Type.FOLDER, OptionalLong.empty(), "/home/anna"),
                        new FileChange(
                                FileChange.Kind.ADDED, FileChange.Type.FILE, OptionalLong.of(7), "/etc/two\nlines"),
                        new FileChange(
                                FileChange.Kind.CHANGED, FileChange.Type.OTHER, OptionalLong.empty(), "/dev/sda"));
        assertThat(folder.resolve("arguments"))
                .hasContent("--csv --checksum=sha256 --format=qcow2 -a /pool/a.qcow2 --format=raw -A /pool/b.img\n");
    }

    @Test
    void startsNoMachineOfLibvirtsAndHangsOnNoKvm() throws IOException {
        program(
                "virt-diff",
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
        program("virt-diff", "echo 'virt-diff: no operating systems were found.' >&2; exit 1");
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, Progress.NONE))
                .hasMessageContaining("no operating systems were found;");
    }

    @Test
    void endsWhatTakesTooLongWithAllThatItStarted() throws IOException {
        program("virt-diff", "sleep 600 & echo $! > '" + folder.resolve("child") + "'; wait");
        limit = Duration.ofMillis(500);
        assertThatThrownBy(() -> tools().differences(ONE, TWO, false, Progress.NONE))
                .hasMessageContaining("was ended");
        theChildIsGone();
    }

    @Test
    void endsWhenCancelled() throws IOException {
        program("virt-diff", "sleep 600 & echo $! > '" + folder.resolve("child") + "'; wait");
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
