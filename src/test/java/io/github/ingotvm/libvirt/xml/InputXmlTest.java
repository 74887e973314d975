package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Definition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputXmlTest {
    @ParameterizedTest
    @CsvSource({"tablet, true", "mouse, false", "keyboard, false"})
    void knowsATablet(String type, boolean tablet) {
        Definition definition =
                new Definition("<domain><devices><input type='" + type + "' bus='usb'/></devices></domain>");

        assertThat(InputXml.hasTablet(definition)).isEqualTo(tablet);
    }
}
