package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsLibraryTest {
    private static final String GIB = "1073741824";

    @TempDir
    Path folder = Path.of("");

    private static String os(String id, String inner) {
        return "<libosinfo version='0.0.1'><os id='http://example.org/" + id + "'><short-id>" + id + "</short-id><name>"
                + id + " of the system</name><family>linux</family>" + inner + "</os></libosinfo>";
    }

    private static String media(String label) {
        return "<media arch='x86_64'><iso><volume-id>" + label + "</volume-id></iso></media>";
    }

    @Test
    void looksWhereTheEnvironmentSays() {
        assertThat(OsFolders.of(Map.of("HOME", "/home/me")).folders())
                .containsExactly(
                        Path.of("/usr/share/osinfo"), Path.of("/etc/osinfo"), Path.of("/home/me/.config/osinfo"));
        assertThat(OsFolders.of(Map.of("OSINFO_SYSTEM_DIR", "/s", "OSINFO_LOCAL_DIR", "/l", "XDG_CONFIG_HOME", "/c"))
                        .folders())
                .containsExactly(Path.of("/s"), Path.of("/l"), Path.of("/c/osinfo"));
        assertThat(OsFolders.of(Map.of("OSINFO_USER_DIR", "relative", "HOME", "/h"))
                        .folders())
                .contains(Path.of("/h/.config/osinfo"));
        assertThat(OsFolders.index(Map.of("XDG_CACHE_HOME", "/x"))).isEqualTo(Path.of("/x/ingot/osinfo.index"));
    }

    @Test
    void aLaterFolderReplacesAFileOfTheSameName() throws IOException {
        write("system/os/example.org/thing.xml", os("thing", media("OLD")));
        write("user/os/example.org/thing.xml", os("thing", media("NEW")));
        assertThat(recognised("OLD")).isEmpty();
        assertThat(recognised("NEW")).contains("thing");
    }

    @Test
    void additionsInAFolderOfItsOwnAreAdded() throws IOException {
        write("system/os/example.org/thing.xml", os("thing", media("MASTER")));
        write("system/os/example.org/thing.d/more.xml", os("thing", media("MORE")));
        write("user/os/example.org/thing.d/mine.xml", os("thing", media("MINE")));
        assertThat(recognised("MASTER")).contains("thing");
        assertThat(recognised("MORE")).contains("thing");
        assertThat(recognised("MINE")).contains("thing");
    }

    @Test
    void theComputersDatabaseGoesBeforeWhatIngotKnows() throws IOException {
        assertThat(library().find("debian12").map(OperatingSystem::name)).contains("Debian 12");
        write(
                "system/os/debian.org/debian-12.xml",
                os("x", "").replace("http://example.org/x", "http://debian.org/debian/12"));
        assertThat(library().find("http://debian.org/debian/12").map(OperatingSystem::name))
                .contains("x of the system");
        assertThat(library().find("debian12")).isEmpty();
    }

    @Test
    void needsComeFromThoseItDerivesFromOrIsACloneOf() throws IOException {
        write(
                "system/os/a.xml",
                os(
                        "base",
                        "<resources arch='all'><minimum><ram>" + GIB
                                + "</ram></minimum><recommended><ram>2147483648</ram><storage>9</storage></recommended></resources>"));
        write("system/os/b.xml", os("clone", "<clones id='http://example.org/base'/>"));
        write(
                "system/os/c.xml",
                os(
                        "child",
                        "<derives-from id='http://example.org/clone'/><resources arch='x86_64'><minimum><ram>4294967296</ram>"
                                + "</minimum></resources>"));
        OsLibrary library = library();
        assertThat(library.find("clone").orElseThrow().needs("x86_64").memory()).isEqualTo(2L << 30);
        Needs child = library.find("child").orElseThrow().needs("x86_64");
        assertThat(child.leastMemory()).isEqualTo(4L << 30);
        assertThat(child.memory()).as("two generations are not mixed").isZero();
    }

    @Test
    void driversComeAlongUnlessTheyAreTakenBack() throws IOException {
        write(
                "system/os/a.xml",
                os(
                        "base",
                        "<devices><device id='http://pcisig.com/pci/1af4/1042'/>"
                                + "<device id='http://pcisig.com/pci/1af4/1050'/></devices>"));
        write(
                "system/os/b.xml",
                os(
                        "child",
                        "<derives-from id='http://example.org/base'/><devices>"
                                + "<device id='http://pcisig.com/pci/1af4/1050' supported='false'/></devices>"));
        assertThat(library().find("child").orElseThrow().devices()).containsExactly(Device.VIRTIO_BLOCK);
    }

    @Test
    void systemsThatDeriveFromEachOtherDoNoHarm() throws IOException {
        write("system/os/a.xml", os("one", "<derives-from id='http://example.org/two'/>"));
        write("system/os/b.xml", os("two", "<derives-from id='http://example.org/one'/>"));
        assertThat(library().find("one")).isPresent();
    }

    @Test
    void aFileThatCannotBeReadOrHasADtdIsLeftOut() throws IOException {
        Path secret = write("secret", "SECRET");
        write("system/os/good.xml", os("good", media("GOOD")));
        write("system/os/broken.xml", "<libosinfo><os");
        write(
                "system/os/evil.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>" + os("evil", media("&e;")));
        assertThat(recognised("GOOD")).contains("good");
        assertThat(recognised("SECRET")).isEmpty();
        assertThat(library().find("evil")).isEmpty();
    }

    @Test
    void aRuleThatIsNoExpressionOrAsksNothingRecognisesNothing() throws IOException {
        write("system/os/a.xml", os("bad", media("B(AD")));
        write("system/os/b.xml", os("all", "<media arch='x86_64'><iso/></media>"));
        assertThat(recognised("B(AD")).isEmpty();
    }

    @Test
    void theBestOfSeveralIsTaken() throws IOException {
        write("system/os/a.xml", os("rolling", media("DISC") + "<release-status>rolling</release-status>"));
        write("system/os/b.xml", os("older", media("DISC") + "<release-date>2020-01-01</release-date>"));
        write("system/os/c.xml", os("newer", media("DISC") + "<release-date>2024-01-01</release-date>"));
        write("system/os/d.xml", os("next", media("DISC") + "<release-status>prerelease</release-status>"));
        write("system/os/e.xml", os("x-unknown", media("DISC") + "<release-date>2025-01-01</release-date>"));
        Medium medium = disc("DISC");
        assertThat(library().candidates(medium).stream().map(r -> r.os().shortId()))
                .containsExactly("newer", "older", "next", "x-unknown", "rolling");
    }

    @Test
    void theIndexIsUsedAgainAndMadeAnewWhenAFileChanged() throws IOException {
        write("system/os/a.xml", os("one", media("ONE")));
        assertThat(recognised("ONE")).contains("one");
        Path index = folder.resolve("cache/ingot/osinfo.index");
        byte[] first = Files.readAllBytes(index);
        assertThat(recognised("ONE")).contains("one");
        assertThat(Files.readAllBytes(index)).isEqualTo(first);
        write("system/os/b.xml", os("two", media("TWO")));
        assertThat(recognised("TWO")).contains("two");
    }

    @Test
    void aSecondStartReadsTheIndexAndNotTheFiles() throws IOException {
        Path file = write("system/os/a.xml", os("one", media("ONE")));
        assertThat(recognised("ONE")).contains("one");
        FileTime written = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, written);
        assertThat(recognised("ONE")).contains("one");
    }

    @Test
    void aDamagedIndexOrOneOfAnotherVersionIsMadeAnewWithoutAWord() throws IOException {
        write("system/os/a.xml", os("one", media("ONE")));
        assertThat(recognised("ONE")).contains("one");
        Path index = folder.resolve("cache/ingot/osinfo.index");
        byte[] good = Files.readAllBytes(index);
        byte[] other = good.clone();
        other[7]++; // the version
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        for (byte[] bad : List.of(other, flipped, new byte[0], new byte[10], java.util.Arrays.copyOf(good, 100))) {
            Files.write(index, bad);
            assertThat(recognised("ONE")).contains("one");
            assertThat(Files.readAllBytes(index)).isEqualTo(good);
        }
    }

    @Test
    void whereTheIndexCannotBeKeptItWorksAllTheSame() throws IOException {
        write("system/os/a.xml", os("one", media("ONE")));
        write("cache/ingot", "a file where the folder should be");
        assertThat(recognised("ONE")).contains("one");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private OsLibrary library() {
        OsFolders folders = new OsFolders(List.of(folder.resolve("system"), folder.resolve("user")));
        return OsLibrary.in(folders, folder.resolve("cache/ingot/osinfo.index"));
    }

    private Medium disc(String label) throws IOException {
        return Medium.read(Files.write(folder.resolve("disc.iso"), Discs.labelled(label)));
    }

    private Optional<String> recognised(String label) throws IOException {
        return library().recognise(disc(label)).map(r -> r.os().shortId());
    }
}
