package io.github.ingotvm.service.names;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.Volume;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Ingot names the files it makes: {@code slug.role.token.extension}. The name says to a person what the file is for, and to
 * Check that Ingot made it. Nothing else is ever read from it but the token, which ties the copy of the
 * firmware's variables to its snapshot, and the files of a disposable clone to the one that says so.
 */
public final class VolumeNames {
    private static final Pattern OURS = Pattern.compile(
            "[a-z0-9-]{1,40}\\.(?:vd[a-z]+|sd[a-z]+|hd[a-z]+|fd[a-z]+|nvram|memory|medium|import|restore|kernel|initrd|seed|disposable)\\.[0-9a-z]{12}\\.(?:qcow2|fd|mem|iso|img)");
    private static final Pattern DISPOSABLE =
            Pattern.compile("([a-z0-9-]{1,40})\\.disposable\\.([0-9a-z]{12})\\.qcow2");
    /** What an installer was told is in these. */
    private static final Pattern SECRET = Pattern.compile(".+\\.(?:initrd|seed)\\.[0-9a-z]{12}\\.(?:iso|img)");

    private static final Pattern SNAPSHOT = Pattern.compile("(.+)\\.([0-9a-z]{12})");

    private VolumeNames() {}

    public static String disk(String machine, String target, String token) {
        return Names.slug(machine) + "." + target + "." + token + ".qcow2";
    }

    public static String nvram(String machine, String token) {
        return Names.slug(machine) + ".nvram." + token + ".fd";
    }

    public static String medium(String machine, String token) {
        return Names.slug(machine) + ".medium." + token + ".iso";
    }

    /** A disc with answers for an installer. */
    public static String seed(String machine, String token) {
        return Names.slug(machine) + ".seed." + token + ".iso";
    }

    /** An installer's kernel. */
    public static String kernel(String machine, String token) {
        return Names.slug(machine) + ".kernel." + token + ".img";
    }

    /** An installer's initial file system, with answers for it. */
    public static String initrd(String machine, String token) {
        return Names.slug(machine) + ".initrd." + token + ".img";
    }

    static String importing(String machine, String token) {
        return Names.slug(machine) + ".import." + token + ".img";
    }

    /** What shall come into the place of a damaged file: always called the same, so that what was begun can be gone on with. */
    public static String restoring(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String slug = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
        String token = Long.toString(
                java.util
                                .UUID
                                .nameUUIDFromBytes(path.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .getMostSignificantBits()
                        >>> 2,
                36);
        String padded = "0".repeat(12) + token;
        return Names.slug(slug) + ".restore." + padded.substring(padded.length() - 12) + ".qcow2";
    }

    /** The empty volume that says of the files with the same slug and token that they go when nothing needs them any more. */
    public static String disposable(String machine, String token) {
        return Names.slug(machine) + ".disposable." + token + ".qcow2";
    }

    public static boolean saysDisposable(Volume volume) {
        return isOurs(volume) && DISPOSABLE.matcher(volume.name()).matches();
    }

    /** What the mark beside a file is called, if there is one. */
    public static Optional<String> disposableBeside(Volume volume) {
        return kin(volume).map(k -> k.replace(".", ".disposable.") + ".qcow2");
    }

    /** Slug and token of a file of ours: what the files of one disposable clone have in common, and no others. */
    public static Optional<String> kin(Volume volume) {
        return isOurs(volume)
                ? Optional.of(volume.name().replaceFirst("\\.[a-z]+\\.", ".").replaceFirst("\\.[a-z0-9]+$", ""))
                : Optional.empty();
    }

    public static SnapshotId snapshot(String name, String token) {
        return new SnapshotId(Names.slug(name) + "." + token);
    }

    /** Where a snapshot's memory is written. */
    public static String memoryOf(SnapshotId snapshot) {
        return of(snapshot, "memory", "mem");
    }

    /** Where the copy of the firmware's variables of a snapshot is, when there is one. */
    public static String nvramOf(SnapshotId snapshot) {
        return of(snapshot, "nvram", "fd");
    }

    private static String of(SnapshotId snapshot, String role, String extension) {
        Matcher id = SNAPSHOT.matcher(snapshot.value());
        return id.matches()
                ? id.group(1) + "." + role + "." + id.group(2) + "." + extension
                : Names.slug(snapshot.value()) + "." + role + ".foreign." + extension;
    }

    /** Whether what is in it must be overwritten before it goes. */
    public static boolean isSecret(Volume volume) {
        return isOurs(volume) && SECRET.matcher(volume.name()).matches();
    }

    /** The same of the file at a path. */
    public static boolean isSecret(String path, Volumes volumes) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return SECRET.matcher(name).matches() && path.equals(volumes.pathOf(name));
    }

    /** Whether Ingot made this volume. */
    public static boolean isOurs(Volume volume) {
        return volume.pool().equals(Volumes.POOL) && OURS.matcher(volume.name()).matches();
    }
}
