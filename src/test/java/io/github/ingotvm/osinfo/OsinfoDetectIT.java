package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingot and libosinfo look at the same discs, with the database of this computer. The answers are the same but where Ingot's is better:
 *
 * <ul>
 *   <li>Ingot also names systems that are newer than the database: {@code Fedora-SB-ostree-x86_64-38} is Fedora 38 to Ingot, to libosinfo
 *       a Silverblue of some version.
 *   <li>Of several systems that fit, libosinfo names any one first; Ingot the most likely, by {@link RuleOrder}.
 * </ul>
 */
class OsinfoDetectIT {
    /** The program reads the whole database for every disc, so of two thousand rules these many are tried. */
    private static final int DISCS = Integer.getInteger("ingot.discs", 100);

    private static final OsFolders SYSTEM_FOLDER = new OsFolders(List.of(Path.of("/usr/share/osinfo")));
    private static final Pattern ID = Pattern.compile("<os id=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("OS '(.*) \\([^()]*\\)'");

    @TempDir
    Path folder = Path.of("");

    private OsLibrary library = OsLibrary.builtIn();
    private final Set<String> newer = new HashSet<>();
    private final List<MediumRule> discs = new ArrayList<>();

    @BeforeEach
    void chooseDiscs() {
        library = OsLibrary.in(SYSTEM_FOLDER, folder.resolve("index"));
        OsLibrary.builtIn().all().forEach(os -> newer.add(os.id()));
        ids(SYSTEM_FOLDER).forEach(newer::remove);
        List<MediumRule> all = ofTheDatabase()
                .flatMap(os -> os.media().stream())
                .map(InstallMedium::rule)
                .filter(MediumRule::asksAnything)
                .flatMap(rule -> example(rule).stream())
                .distinct()
                .toList();
        assertThat(all).hasSizeGreaterThan(1000);
        int step = Math.max(1, all.size() / DISCS);
        for (int i = 0; i < all.size(); i += step) {
            discs.add(all.get(i));
        }
    }

    private static Stream<String> ids(OsFolders folders) {
        return OsFiles.in(folders).stream().flatMap(file -> {
            try {
                return ID.matcher(Files.readString(file)).results().map(r -> r.group(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Stream<OperatingSystem> ofTheDatabase() {
        return library.all().stream().filter(os -> !isNewer(os));
    }

    /** Those that libosinfo cannot know. */
    private boolean isNewer(OperatingSystem os) {
        return newer.contains(os.id());
    }

    private static Optional<MediumRule> example(MediumRule rule) {
        Optional<String> volume = Example.of(rule.volume());
        Optional<String> system = Example.of(rule.system());
        Optional<String> publisher = Example.of(rule.publisher());
        Optional<String> application = Example.of(rule.application());
        if (volume.isEmpty() || system.isEmpty() || publisher.isEmpty() || application.isEmpty()) {
            return Optional.empty();
        }
        String label = volume.get().isEmpty() ? "LABEL" : volume.get();
        return Optional.of(new MediumRule(label, system.get(), publisher.get(), application.get(), rule.volumeSize()));
    }

    @Test
    void bothFindTheSameSystems() {
        Map<MediumRule, String> differences = discs.parallelStream()
                .map(disc -> Map.entry(disc, difference(disc)))
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(differences).isEmpty();
    }

    private String difference(MediumRule fields) {
        try {
            Path file = folder.resolve(Integer.toHexString(fields.hashCode()) + ".iso");
            Discs.write(file, fields);
            Set<String> ours = names(library.candidates(Medium.read(file)));
            Set<String> theirs = detect(file);
            Files.delete(file);
            return ours.equals(theirs) ? "" : "Ingot: " + ours + ", libosinfo: " + theirs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** libosinfo passes over a medium for all architectures where another one of the same system fits. */
    private Set<String> names(List<Recognition> all) {
        Set<String> exact = new HashSet<>();
        Set<String> names = new TreeSet<>();
        for (Recognition found : all) {
            boolean forAll = found.medium().arch().equals(Needs.ANY_ARCH);
            if (!isNewer(found.os()) && (!forAll || !exact.contains(found.os().id()))) {
                names.add(found.name());
                if (!forAll) {
                    exact.add(found.os().id());
                }
            }
        }
        return names;
    }

    private Set<String> detect(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("osinfo-detect", "--all", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("OSINFO_LOCAL_DIR", folder.resolve("none").toString());
        builder.environment().put("OSINFO_USER_DIR", folder.resolve("none").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return NAME.matcher(said)
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
