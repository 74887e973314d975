package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointerMotionTest {
    private static final int STILL = 0x7FFF;

    private final PointerMotion motion = new PointerMotion();

    @Test
    void tellsPlacesUntilTheServerWantsMoves() {
        assertThat(motion.at(10, 20, 1)).isEqualTo(ClientMessages.pointer(10, 20, 1));

        motion.become(true);
        assertThat(motion.at(13, 18, 1)).isEqualTo(ClientMessages.pointer(STILL + 3, STILL - 2, 1));
        assertThat(motion.by(-5, 7, 0)).isEqualTo(ClientMessages.pointer(STILL - 5, STILL + 7, 0));
    }

    @Test
    void makesPlacesOfMovesForAServerThatWantsThose() {
        motion.at(10, 20, 0);

        assertThat(motion.by(-30, 5, 4)).isEqualTo(ClientMessages.pointer(0, 25, 4));
    }

    @Test
    void staysWithinWhatAMessageHolds() {
        motion.become(true);

        assertThat(motion.by(-100_000, 100_000, 0)).isEqualTo(ClientMessages.pointer(0, 0xFFFF, 0));
    }

    @Test
    void learnsFromTheServerWhatItWants() {
        Played played =
                Played.of(ServerScript.greeting(64, 48).update(1).rectangle(0, 0, 64, 48, Pseudo.POINTER_MOTION));

        assertThat(played.desktop.pointer().isRelative()).isTrue();
        assertThat(played.listener.relative).isTrue();
    }
}
