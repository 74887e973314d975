package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.osinfo.OsLibrary;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final Catalogue catalogue = new Catalogue(OsLibrary.builtIn());

    @Test
    void findsTheFirstEditionOfASystemAndEachByItsName() {
        assertThat(catalogue.find("debian12", "x86_64").name()).isEqualTo("debian12/netinst");
        assertThat(catalogue.find("debian12/dvd", "x86_64").uri().toString()).endsWith("DVD-1.iso");
        assertThat(catalogue.find("debian12/cloud", "x86_64").kind()).isEqualTo(Offer.Kind.CLOUD_IMAGE);
        assertThat(catalogue.find("debian12", "aarch64").uri().toString()).contains("arm64");
    }

    @Test
    void saysWhatThereIsInPlaceOfWhatThereIsNot() {
        assertThatThrownBy(() -> catalogue.find("debian12/floppy", "x86_64"))
                .hasMessageContaining("debian12/netinst, debian12/dvd");
        assertThatThrownBy(() -> catalogue.find("debian12", "vax")).hasMessageContaining("x86_64");
        assertThatThrownBy(() -> catalogue.find("win11", "x86_64")).hasMessageContaining("from its publisher");
        assertThatThrownBy(() -> catalogue.find("plan9", "x86_64")).hasMessageContaining("ingot download list");
    }

    @Test
    void listsWhatHasAllWordsTheNewestFirst() {
        List<Offer> found = catalogue.list("Debian netinst", Optional.of("x86_64"));
        assertThat(found).extracting(Offer::name).startsWith("debian13/netinst", "debian12/netinst");
        assertThat(found).extracting(Offer::arch).containsOnly("x86_64");
    }

    @Test
    void everyNameStandsForOneFileAndEveryAddressIsEncrypted() {
        List<Offer> all = catalogue.list("", Optional.empty());
        Set<String> names = new HashSet<>();
        assertThat(all).hasSizeGreaterThan(150).allSatisfy(o -> {
            assertThat(names.add(o.arch() + " " + o.name())).as(o.name()).isTrue();
            assertThat(o.uri().getScheme()).isEqualTo("https");
            assertThat(catalogue.find(o.name(), o.arch())).isEqualTo(o);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdimage.debian.org/cdimage/archive/12.14.0/amd64/iso-cd/debian-12.14.0-amd64-netinst.iso, SHA512SUMS",
        "https://releases.ubuntu.com/noble/ubuntu-24.04.4-live-server-amd64.iso, SHA256SUMS",
        "https://download.fedoraproject.org/pub/fedora/linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso, Fedora-Server-43-1.6-x86_64-CHECKSUM",
        "https://download.fedoraproject.org/pub/fedora/linux/releases/43/Workstation/x86_64/iso/Fedora-Workstation-Live-43-1.6.x86_64.iso, Fedora-Workstation-43-1.6-x86_64-CHECKSUM",
        "https://download.fedoraproject.org/pub/fedora/linux/releases/43/Cloud/x86_64/images/Fedora-Cloud-Base-Generic-43-1.6.x86_64.qcow2, Fedora-Cloud-43-1.6-x86_64-CHECKSUM",
        "https://download.freebsd.org/releases/ISO-IMAGES/14.0/FreeBSD-14.0-RELEASE-amd64-dvd1.iso, CHECKSUM.SHA512-FreeBSD-14.0-RELEASE-amd64",
        "https://dl-cdn.alpinelinux.org/v3.20/releases/x86_64/alpine-virt-3.20.8-x86_64.iso, alpine-virt-3.20.8-x86_64.iso.sha256"
    })
    void knowsWherePublishersSayTheirChecksums(URI file, String expected) {
        assertThat(ChecksumPlaces.of(file).get(0).uri().toString())
                .startsWith("https://")
                .endsWith("/" + expected);
    }

    @Test
    void asksThePublisherForTheChecksumWhereAMirrorGivesTheFile() {
        URI file = URI.create(
                "https://download.fedoraproject.org/pub/fedora/linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso");
        assertThat(ChecksumPlaces.of(file)).extracting(p -> p.uri().getHost()).containsOnly("dl.fedoraproject.org");
    }
}
