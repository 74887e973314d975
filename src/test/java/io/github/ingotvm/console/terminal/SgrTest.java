package io.github.ingotvm.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SgrTest {
    private static Style of(String codes) {
        return Fed.with("\033[" + codes + "mx").style(0, 0);
    }

    @Test
    void namedColours() {
        assertThat(of("31;42")).isEqualTo(new Style(1, 2, 0));
        assertThat(of("91;102")).isEqualTo(new Style(9, 10, 0));
        assertThat(of("31;42;39;49")).isEqualTo(Style.PLAIN);
    }

    @Test
    void manyColoursInBothSpellings() {
        assertThat(of("38;5;208;48;5;17").foreground()).isEqualTo(208);
        assertThat(of("38:5:208;1")).isEqualTo(new Style(208, Style.USUAL, Style.BOLD));
        assertThat(of("38;2;1;2;3;1")).isEqualTo(new Style(Style.RGB | 0x010203, Style.USUAL, Style.BOLD));
        assertThat(of("48:2:1:2:3").background()).isEqualTo(Style.RGB | 0x010203);
        assertThat(of("48:2::1:2:3").background()).isEqualTo(Style.RGB | 0x010203);
        assertThat(of("38;2;999;0;0").foreground()).isEqualTo(Style.RGB | 0xff0000);
    }

    @Test
    void attributesComeAndGo() {
        assertThat(of("1;2;3;4;5;7;8;9").attributes()).isEqualTo(0xff);
        assertThat(of("1;2;3;4;5;7;8;9;22;23;24;25;27;28;29").attributes()).isZero();
        assertThat(of("4:3").attributes()).isEqualTo(Style.UNDERLINED);
        assertThat(of("4;4:0").attributes()).isZero();
        assertThat(of("1;31;0")).isEqualTo(Style.PLAIN);
        assertThat(of("")).isEqualTo(Style.PLAIN);
    }

    @Test
    void brokenColoursChangeNothing() {
        assertThat(of("38")).isEqualTo(Style.PLAIN);
        assertThat(of("38;9;1").foreground()).isEqualTo(Style.USUAL);
        assertThat(of("999999999999")).isEqualTo(Style.PLAIN);
    }

    @Test
    void erasedPlacesKeepTheBackground() {
        assertThat(Fed.with("\033[31;44;1m\033[2K").style(0, 3)).isEqualTo(new Style(Style.USUAL, 4, 0));
    }

    @Test
    void thePaletteIsTheUsualOne() {
        assertThat(Palette.rgb(16)).isZero();
        assertThat(Palette.rgb(196)).isEqualTo(0xff0000);
        assertThat(Palette.rgb(231)).isEqualTo(0xffffff);
        assertThat(Palette.rgb(232)).isEqualTo(0x080808);
        assertThat(Palette.rgb(255)).isEqualTo(0xeeeeee);
        assertThat(Palette.rgb(Style.RGB | 0x123456)).isEqualTo(0x123456);
    }
}
