package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final long MIB = 1 << 20;

    @Test
    void saysHowMuchIsHereAndHowLongItWillTake() {
        assertThat(Rate.words(310 * MIB, OptionalLong.of(650 * MIB), 10.0 * MIB))
                .isEqualTo("310 of 650 MiB, 34 s left");
        assertThat(Rate.words(100 * MIB, OptionalLong.of(700 * MIB), 2.0 * MIB))
                .isEqualTo("100 of 700 MiB, 5 min left");
        assertThat(Rate.words(100 * MIB, OptionalLong.of(8000 * MIB), 0.5 * MIB))
                .isEqualTo("100 of 8000 MiB, 4.4 h left");
        assertThat(Rate.words(100 * MIB, OptionalLong.empty(), 2.5 * MIB)).isEqualTo("100 MiB, 2.5 MiB/s");
        assertThat(Rate.words(20 * 1024, OptionalLong.of(40 * 1024), 0)).isEqualTo("20 of 40 KiB");
    }
}
