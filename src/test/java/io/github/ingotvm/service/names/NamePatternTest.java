package io.github.ingotvm.service.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @Test
    void aRangeKeepsTheDigitsOfItsFirstNumber() {
        assertThat(NamePattern.expand("web-{08..11}.lab"))
                .containsExactly("web-08.lab", "web-09.lab", "web-10.lab", "web-11.lab");
    }

    @Test
    void aNameWithoutARangeIsItself() {
        assertThat(NamePattern.expand("web {x}")).containsExactly("web {x}");
    }

    @Test
    void aCountNumbersTheNames() {
        assertThat(NamePattern.expand("web", 3)).containsExactly("web-01", "web-02", "web-03");
    }

    @Test
    void aCountThatAgreesWithTheRangeIsFine() {
        assertThat(NamePattern.expand("w{1..3}", 3)).containsExactly("w1", "w2", "w3");
    }

    @Test
    void aCountThatContradictsTheRangeIsRefused() {
        assertThatThrownBy(() -> NamePattern.expand("w{1..3}", 4))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("gives 3 names, not 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"w{3..1}", "w{0..999999}"})
    void rangesThatRunBackwardsOrTooFarAreRefused(String pattern) {
        assertThatThrownBy(() -> NamePattern.expand(pattern)).isInstanceOf(IngotException.class);
    }
}
