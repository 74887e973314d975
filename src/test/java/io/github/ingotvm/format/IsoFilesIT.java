package io.github.ingotvm.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on discs that xorriso made. */
class IsoFilesIT {
    @TempDir
    Path folder;

    private Path disc(String... options) throws Exception {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("install.amd"));
        Files.createDirectories(tree.resolve("boot/x86_64/loader"));
        Files.writeString(tree.resolve("install.amd/vmlinuz"), "the kernel");
        Files.write(tree.resolve("install.amd/initrd.gz"), new byte[10_000]);
        Files.writeString(tree.resolve("boot/x86_64/loader/initrd"), "suse");
        for (int i = 0; i < 200; i++) { // a folder of several sectors
            Files.writeString(tree.resolve("install.amd/a-long-name-in-a-crowd-" + i), "" + i);
        }
        Path disc = folder.resolve("disc.iso");
        List<String> command = new ArrayList<>(List.of("xorriso", "-as", "mkisofs"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", disc.toString(), tree.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return disc;
    }

    @Test
    void filesAreFoundByEitherKindOfName() throws Exception {
        for (String[] options : new String[][] {{"-r"}, {"-r", "-J"}, {"--norock", "-iso-level", "3"}}) {
            Path disc = disc(options);
            IsoFiles.Extent kernel = IsoFiles.find(disc, "install.amd/vmlinuz").orElseThrow();
            try (InputStream in = kernel.open(disc)) {
                assertThat(in.readAllBytes()).asString().isEqualTo("the kernel");
            }
            assertThat(IsoFiles.find(disc, "install.amd/initrd.gz")
                            .orElseThrow()
                            .length())
                    .isEqualTo(10_000);
            assertThat(IsoFiles.find(disc, "boot/x86_64/loader/initrd")).isPresent();
            assertThat(IsoFiles.find(disc, "install.amd")).isEmpty();
            assertThat(IsoFiles.find(disc, "install.amd/none")).isEmpty();
            assertThat(IsoFiles.find(disc, "none/vmlinuz")).isEmpty();
            assertThat(IsoFiles.find(disc, "install.amd/vmlinuz/x")).isEmpty();
        }
    }

    @Test
    void aDamagedDiscIsRefusedOrHasNoSuchFileButNothingElseHappens() throws Exception {
        byte[] good = Files.readAllBytes(disc("-r"));
        Random random = new Random(1);
        Path bad = folder.resolve("bad.iso");
        for (int round = 0; round < 300; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i < 40; i++) {
                bytes[16 * 2048 + random.nextInt(60 * 2048)] = (byte) random.nextInt();
            }
            Files.write(bad, bytes);
            try {
                IsoFiles.find(bad, "install.amd/vmlinuz");
            } catch (IOException e) {
                assertThat(e).isInstanceOf(MalformedException.class);
            }
        }
        Files.write(bad, new byte[100]);
        assertThatThrownBy(() -> IsoFiles.find(bad, "x")).isInstanceOf(MalformedException.class);
    }
}
