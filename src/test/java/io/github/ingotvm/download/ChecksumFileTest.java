package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChecksumFileTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String LONG = "c".repeat(128);

    @Test
    void readsWhatCoreutilsWrite() {
        String text = A + "  other.iso\n" + B + " *my.iso\n";
        assertThat(ChecksumFile.find(text, "my.iso", false)).contains(Checksum.parse("sha256:" + B));
        assertThat(ChecksumFile.find(text, "y.iso", false)).isEmpty();
    }

    @Test
    void readsWhatBsdAndFedoraWrite() {
        String text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n# my.iso: 1234 bytes\nSHA256 (my.iso) = " + A
                + "\nSHA512 (my.iso) = " + LONG + "\n";
        assertThat(ChecksumFile.find(text, "my.iso", false)).contains(Checksum.parse(LONG));
    }

    @Test
    void takesADigestWithoutANameOnlyFromAFileAboutThatFile() {
        assertThat(ChecksumFile.find(A + "\n", "my.iso", true)).contains(Checksum.parse(A));
        assertThat(ChecksumFile.find(A + "\n", "my.iso", false)).isEmpty();
    }

    @Test
    void ignoresWeakAndBrokenDigests() {
        String text = "d41d8cd98f00b204e9800998ecf8427e  my.iso\n" + "z".repeat(64) + "  my.iso\n" + "a".repeat(70)
                + "  my.iso";
        assertThat(ChecksumFile.find(text, "my.iso", false)).isEmpty();
    }

    @Test
    void readsWhatPeopleType() {
        assertThat(Checksum.parse("SHA256:" + "AB".repeat(32)).toString()).isEqualTo("sha256:" + "ab".repeat(32));
        assertThatThrownBy(() -> Checksum.parse("sha256:12")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> Checksum.parse("md5:12")).hasMessageContaining("no checksum");
    }
}
