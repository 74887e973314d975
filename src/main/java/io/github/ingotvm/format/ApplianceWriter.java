package io.github.ingotvm.format;

import io.github.ingotvm.format.ArchiveWriter.Member;
import io.github.ingotvm.format.ArchiveWriter.Written;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes an appliance in one file (OVA): the descriptor, a manifest with the SHA-256 of everything, the disks, and what else belongs to the
 * machine. One pass over each disk: room for descriptor and manifest, which come first, is left and filled at the end.
 */
public final class ApplianceWriter {
    private static final int DIGEST = 64;
    private static final String PLACEHOLDER = "0".repeat(DIGEST);
    /** A number that has more digits than any file's size. */
    private static final long LONGEST = Long.MAX_VALUE;

    private final String stem;
    private final OvfWriter.Machine machine;
    private final List<Disk> disks;
    private final Map<String, byte[]> extras;
    private final Metadata metadata;

    /**
     * A disk.
     *
     * @param target the drive's name, for the file's name
     * @param size bytes
     * @param content what is on it; empty for a disk that shall be empty
     */
    public record Disk(String target, long size, Optional<DiskReader> content) {}

    /** What is told beside the descriptor, once everything is written. */
    public interface Metadata {
        /**
         * @param files targets of disks to the names of their files
         * @param digests targets of disks to the {@linkplain ContentDigest digests} of what was read
         */
        byte[] of(Map<String, String> files, Map<String, String> digests) throws IOException;
    }

    /**
     * @param stem the beginning of all names in the archive; letters, digits and dashes
     * @param extras further files by the end of their names, as {@code .nvram}
     */
    public ApplianceWriter(
            String stem, OvfWriter.Machine machine, List<Disk> disks, Map<String, byte[]> extras, Metadata metadata) {
        this.stem = stem;
        this.machine = machine;
        this.disks = List.copyOf(disks);
        this.extras = new LinkedHashMap<>(extras);
        this.metadata = metadata;
    }

    /**
     * Writes it all into an empty file.
     *
     * @param modifiedMillis the time that the files in it bear
     * @param progress is told how much is done, 0 to 1, and may throw
     */
    public void write(FileChannel file, long modifiedMillis, DoubleConsumer progress) throws IOException {
        ArchiveWriter archive = new ArchiveWriter(file, modifiedMillis);
        Map<String, String> names = names();
        int room = descriptor(names, all(names, LONGEST)).getBytes(StandardCharsets.UTF_8).length;
        Member descriptor = archive.leave(stem + ".ovf", room);
        List<String> covered = new ArrayList<>(List.of(descriptor.name()));
        covered.addAll(names.values());
        extras.keySet().forEach(e -> covered.add(stem + e));
        covered.add(stem + METADATA);
        Member manifest = archive.leave(stem + ".mf", manifest(covered, Map.of()).length);
        Map<String, Written> written = new LinkedHashMap<>();
        Map<String, String> digests = writeDisks(archive, names, written, progress);
        for (Map.Entry<String, byte[]> extra : extras.entrySet()) {
            append(archive, stem + extra.getKey(), extra.getValue(), written);
        }
        append(archive, stem + METADATA, metadata.of(names, digests), written);
        byte[] text = padded(descriptor(names, sizes(written)), room);
        archive.fill(descriptor, text);
        Map<String, String> sums = new LinkedHashMap<>();
        sums.put(
                descriptor.name(),
                java.util.HexFormat.of().formatHex(ContentDigest.sha256().digest(text)));
        written.forEach((name, w) -> sums.put(name, w.digest()));
        archive.fill(manifest, manifest(covered, sums));
        archive.finish();
    }

    /** The end of the name of the file that {@link Metadata} is in. */
    public static final String METADATA = ".ingot.xml";

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        disks.stream()
                .filter(d -> d.content().isPresent())
                .forEach(d -> names.put(d.target(), stem + "-" + d.target() + ".vmdk"));
        return names;
    }

    private Map<String, Long> all(Map<String, String> names, long size) {
        Map<String, Long> all = new LinkedHashMap<>();
        names.values().forEach(n -> all.put(n, size));
        extras.keySet().forEach(e -> all.put(stem + e, size));
        all.put(stem + METADATA, size);
        return all;
    }

    private static Map<String, Long> sizes(Map<String, Written> written) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        written.forEach((name, w) -> sizes.put(name, w.member().length()));
        return sizes;
    }

    private Map<String, String> writeDisks(
            ArchiveWriter archive, Map<String, String> names, Map<String, Written> written, DoubleConsumer progress)
            throws IOException {
        long total = disks.stream()
                .filter(d -> d.content().isPresent())
                .mapToLong(Disk::size)
                .sum();
        Map<String, String> digests = new LinkedHashMap<>();
        long before = 0;
        for (Disk disk : disks) {
            if (disk.content().isEmpty()) {
                continue;
            }
            String name = names.getOrDefault(disk.target(), "");
            long passed = before;
            Written done = archive.append(
                    name,
                    out -> digests.put(
                            disk.target(),
                            VmdkWriter.write(
                                    disk.content().get(),
                                    name,
                                    out,
                                    at -> progress.accept((double) (passed + at) / Math.max(1, total)))));
            written.put(name, done);
            before += disk.size();
        }
        return digests;
    }

    private static void append(ArchiveWriter archive, String name, byte[] bytes, Map<String, Written> written)
            throws IOException {
        written.put(name, archive.append(name, out -> out.write(bytes, 0, bytes.length)));
    }

    private String descriptor(Map<String, String> names, Map<String, Long> sizes) {
        List<OvfWriter.Disk> all = disks.stream()
                .map(d -> new OvfWriter.Disk(d.target(), d.size(), Optional.ofNullable(names.get(d.target()))))
                .toList();
        return new OvfWriter(machine, all, sizes).text();
    }

    /** Blanks after the end of an XML document say nothing. */
    private static byte[] padded(String text, int room) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, room);
        Arrays.fill(padded, bytes.length, room, (byte) '\n');
        return padded;
    }

    private static byte[] manifest(List<String> names, Map<String, String> sums) {
        StringBuilder text = new StringBuilder();
        names.forEach(n -> text.append("SHA256(" + n + ")= " + sums.getOrDefault(n, PLACEHOLDER) + "\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
