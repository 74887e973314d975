package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastingXmlTest {
    private static final String FEATURES = "<firmware><feature enabled='yes' name='secure-boot'/></firmware>";

    @Test
    void featuresThatWereWishedForGoWhereTheirFirmwareWasFound() {
        String live = "<domain><os><type>hvm</type>" + FEATURES + "<loader>/ovmf.fd</loader></os></domain>";
        assertThat(LastingXml.of(live))
                .doesNotContain("<firmware>")
                .contains("<loader>/ovmf.fd</loader>")
                .contains("<type>hvm</type>");
    }

    @Test
    void aWishStaysAsItIs() {
        String wish = "<domain><os firmware='efi'><type>hvm</type>" + FEATURES + "</os></domain>";
        assertThat(LastingXml.of(wish)).isSameAs(wish);
        assertThat(LastingXml.of("<domain/>")).isEqualTo("<domain/>");
    }
}
