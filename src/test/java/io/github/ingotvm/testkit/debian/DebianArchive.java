package io.github.ingotvm.testkit.debian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Debian 13 for one installation: the installer's disc, and a mirror that has everything which that installer asks for. */
public final class DebianArchive implements AutoCloseable {
    private static final String RELEASE = "dists/trixie";
    private static final String NETBOOT = "debian-installer-13-netboot-amd64";
    private static final String COMPONENTS = "main/debian-installer/binary-amd64";

    private final Mirror mirror;
    private final Path disc;
    private final List<String> made;
    private final Path own;

    private DebianArchive(Mirror mirror, Path disc, List<String> made, Path own) {
        this.mirror = mirror;
        this.disc = disc;
        this.made = made;
        this.own = own;
    }

    /**
     * Fetches the installer and looks for its components; {@code -Dingot.mirror=ADDRESS} names another mirror than Debian's.
     *
     * @param work a folder that may be kept from run to run
     */
    public static DebianArchive open(Path work, Path disc) throws IOException {
        Path folder = Files.createDirectories(work.toAbsolutePath());
        Archive archive = Archive.at(System.getProperty("ingot.mirror", "http://deb.debian.org/debian"));
        Index packages = Index.of(archive, RELEASE + "/main/binary-amd64");
        NetbootDisc netboot = NetbootDisc.unpack(
                archive.fetch(packages.require(NETBOOT).to("Filename"), folder),
                Files.createDirectories(folder.resolve("netboot")));
        Index components = Index.of(archive, RELEASE + "/" + COMPONENTS);
        Path own = Files.createTempDirectory(folder, "made");
        List<Udeb> made = new Components(archive, packages, folder, own).missing(components, netboot.kernel());
        Map<String, Path> laidOver = new HashMap<>();
        for (Udeb udeb : made) {
            laidOver.put(udeb.stanza().to("Filename"), udeb.file());
        }
        if (!made.isEmpty()) {
            String index =
                    Components.completed(components, made, netboot.kernel()).text();
            String release = release(new String(archive.bytes(RELEASE + "/Release"), StandardCharsets.UTF_8), index);
            laidOver.put(RELEASE + "/" + COMPONENTS + "/Packages", Files.writeString(own.resolve("Packages"), index));
            laidOver.put(RELEASE + "/Release", Files.writeString(own.resolve("Release"), release));
        }
        return new DebianArchive(
                new Mirror(archive, laidOver),
                netboot.write(disc),
                made.stream().map(u -> u.stanza().name()).toList(),
                own);
    }

    /** The list of what a release consists of, with another index of components; the signature is of the other list. */
    private static String release(String text, String index) {
        byte[] bytes = index.getBytes(StandardCharsets.UTF_8);
        String line = " %s %d %s/Packages".formatted(Udeb.sum("SHA-256", bytes), bytes.length, COMPONENTS);
        return text.lines()
                .filter(l -> !l.contains(" " + COMPONENTS + "/Packages"))
                .map(l -> l.equals("SHA256:") ? l + "\n" + line : l)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    public Path disc() {
        return disc;
    }

    /** The mirror's address as a guest sees it. */
    public String address() {
        return mirror.address();
    }

    /** The components that the real mirror lacks; with one of them the installer must be told that its list is not signed. */
    public List<String> made() {
        return made;
    }

    /** The files that were fetched so far, in that order. */
    public List<String> fetched() {
        return mirror.asked();
    }

    @Override
    public void close() {
        mirror.close();
        try (Stream<Path> all = Files.walk(own)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
