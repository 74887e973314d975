package io.github.ingotvm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeXmlTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void readsElementsAttributesAndText() throws IOException {
        XmlElement root =
                read("<a x='1'><b>  one &amp; two </b><n:b xmlns:n='urn:n' n:y='2'><![CDATA[<3>]]></n:b></a>");
        assertThat(root.attribute("x")).contains("1");
        assertThat(root.children("b").map(XmlElement::text)).containsExactly("one & two", "<3>");
        assertThat(root.children("b").skip(1).findFirst().flatMap(b -> b.attribute("y")))
                .contains("2");
    }

    @Test
    void refusesADtdEvenAnEmptyOne() {
        refuses("<!DOCTYPE a><a/>");
        refuses("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>");
    }

    @Test
    void leavesTheHostsFilesAlone() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "do not show");
        refuses("<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a>&e;</a>");
        refuses("<!DOCTYPE a SYSTEM '" + secret.toUri() + "'><a/>");
        refuses("<!DOCTYPE a [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]><a/>");
        assertThat(read("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='" + secret.toUri()
                                + "' parse='text'/></a>")
                        .descendants())
                .allMatch(e -> e.text().isEmpty());
    }

    @Test
    void refusesEntitiesThatMultiply() {
        refuses("<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'>]><a>&y;&y;&y;</a>");
        refuses("<a>&undeclared;</a>");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        refuses("<a>".repeat(100) + "</a>".repeat(100));
        refuses("<a>" + "<b/>".repeat(300_000) + "</a>");
        refuses("<a>" + "x".repeat(17 << 20) + "</a>");
    }

    @Test
    void refusesWhatIsNoXml() {
        refuses("");
        refuses("hello");
        refuses("<a>");
        refuses("<a></b>");
        refuses("<a x=1/>");
        refuses("\0\1\2\3");
    }

    private static XmlElement read(String xml) throws IOException {
        return SafeXml.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuses(String xml) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(xml));
    }
}
