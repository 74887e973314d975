package io.github.ingotvm.testkit.debian;

import io.github.ingotvm.testkit.linux.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Components of the installer that a mirror names and has not. Those that hold the same programs as ordinary packages are made from
 * these; so are the kernel's modules.
 */
final class Components {
    /** From which ordinary packages a component's programs and libraries come. */
    private static final Map<String, List<String>> SAME = Map.of(
            "e2fsprogs-udeb", List.of("e2fsprogs", "libext2fs2t64", "libcom-err2", "libss2"),
            "libmount1-udeb", List.of("libmount1"),
            "ntfs-3g-udeb", List.of("ntfs-3g", "libntfs-3g89t64"),
            "xfsprogs-udeb", List.of("xfsprogs"));

    private static final List<String> RUNNING = List.of("usr/bin", "usr/sbin", "usr/lib", "etc");

    private static final String MODULES = "modules-of-linux-image-di";
    private static final List<String> FEATURES = List.of(
            "ata", "btrfs", "cdrom-core", "ext2", "ext3", "ext4", "isofs", "jfs", "loop", "md", "sata", "scsi", "xfs");
    private static final List<String> FOLDERS = List.of(
            "arch/x86/crypto",
            "crypto",
            "drivers/ata",
            "drivers/block",
            "drivers/cdrom",
            "drivers/md",
            "fs/btrfs",
            "fs/ext4",
            "fs/fuse",
            "fs/isofs",
            "fs/jbd2",
            "fs/jfs",
            "fs/xfs",
            "lib");
    private static final List<String> DISKS = List.of("drivers/scsi/virtio_scsi", "drivers/scsi/sr_mod");

    private final Archive archive;
    private final Index packages;
    private final Path kept;
    private final Path work;

    /**
     * @param packages the ordinary ones
     * @param kept a folder for what is fetched
     * @param work a folder to put them together in
     */
    Components(Archive archive, Index packages, Path kept, Path work) {
        this.archive = archive;
        this.packages = packages;
        this.kept = kept;
        this.work = work;
    }

    /** What the archive has not of its index, made here. */
    List<Udeb> missing(Index components, String kernel) throws IOException {
        List<Udeb> made = new ArrayList<>();
        for (String name : SAME.keySet()) {
            Stanza stanza = components.require(name);
            if (!archive.has(stanza.to("Filename"))) {
                made.add(same(stanza));
            }
        }
        boolean modules = components
                .find("ext4-modules-" + kernel + "-di")
                .map(s -> s.to("Filename"))
                .filter(this::isThere)
                .isPresent();
        if (!modules) {
            made.add(modules(kernel));
        }
        return made;
    }

    private boolean isThere(String path) {
        try {
            return archive.has(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Udeb same(Stanza stanza) throws IOException {
        Path whole = work.resolve(stanza.name() + ".from");
        for (String name : SAME.getOrDefault(stanza.name(), List.of())) {
            unpack(name, whole);
        }
        Path tree = Files.createDirectories(work.resolve(stanza.name() + ".tree"));
        for (String folder : RUNNING) {
            move(whole.resolve(folder), tree.resolve(folder));
        }
        return Udeb.pack(stanza.with(Map.of("Description", "made from ordinary packages")), tree, "", work);
    }

    /** One for all of them: that the kernel's folder is ordered otherwise there makes no difference to anybody. */
    private Udeb modules(String kernel) throws IOException {
        String image = "linux-image-" + kernel;
        Path whole = work.resolve("linux");
        unpack(image, whole);
        Path from = whole.resolve("usr/lib/modules/" + kernel + "/kernel");
        Path to = work.resolve("modules/usr/lib/modules/" + kernel + "/kernel");
        for (String folder : FOLDERS) {
            move(from.resolve(folder), to.resolve(folder));
        }
        for (String module : DISKS) {
            move(from.resolve(module + ".ko.xz"), to.resolve(module + ".ko.xz"));
        }
        Map<String, String> control = new LinkedHashMap<>();
        control.put("Package", MODULES);
        control.put("Version", packages.require(image).to("Version"));
        control.put("Architecture", "amd64");
        control.put("Maintainer", "nobody <nobody@localhost>");
        control.put("Section", "debian-installer");
        control.put("Priority", "standard");
        control.put("Kernel-Version", kernel);
        control.put(
                "Provides",
                String.join(", ", FEATURES.stream().map(f -> f + "-modules").toList()));
        control.put("Description", "made from " + image);
        return Udeb.pack(Stanza.of(control), work.resolve("modules"), "depmod -a " + kernel, work);
    }

    private void unpack(String name, Path to) throws IOException {
        Path file = archive.fetch(packages.require(name).to("Filename"), kept);
        Programs.text(work, "dpkg-deb", "-x", file.toString(), to.toString());
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The index with what was made in the place of what is not there. */
    static Index completed(Index components, List<Udeb> made, String kernel) {
        List<String> names = made.stream().map(u -> u.stanza().name()).toList();
        boolean modules = names.contains(MODULES);
        return new Index(Stream.concat(
                components.stream()
                        .filter(s -> !names.contains(s.name()))
                        .filter(s -> !modules || !s.to("Kernel-Version").equals(kernel)),
                made.stream().map(Udeb::stanza)));
    }
}
