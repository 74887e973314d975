package io.github.ingotvm.console.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.Keysym;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keyboards of several countries on a real X server; places as they are printed on the first PC's keyboard. */
class KeyPlacesIT {
    private static Keyboards keyboards;

    private KeyPlaces places;

    @BeforeAll
    static void start() {
        keyboards = Keyboards.start();
    }

    @AfterAll
    static void stop() {
        keyboards.close();
    }

    @BeforeEach
    void open() {
        places = KeyPlaces.of(keyboards.display());
    }

    @AfterEach
    void close() {
        places.close();
    }

    @ParameterizedTest(name = "{0}({1}): {2} is on the key of an American {3}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "us,,a,a",
                "us,,?,/",
                "us,,~,grave",
                "us,,|,\\",
                "de,,z,y",
                "de,,Z,y",
                "de,,y,z",
                "de,,ö,;",
                "de,,ß,-",
                "de,,{,7",
                "de,,@,q",
                "de,,€,e",
                "de,,<,102",
                "de,,|,102",
                "de,,#,\\",
                "fr,,a,q",
                "fr,,q,a",
                "fr,,m,;",
                "fr,,1,1",
                "fr,,&,1",
                "fr,,é,2",
                "fr,,2,2",
                "fr,,.,`,`",
                "fr,,!,/",
                "ru,,ж,;",
                "ru,,Ж,;",
                "ru,,я,z",
                "ru,,.,/",
                "ru,,ё,grave",
                "ru,,№,3",
                "gr,,σ,s",
                "gr,,ς,w",
                "il,,ש,a",
                "ara,,ش,a",
                "pl,,ł,l",
                "jp,,a,a",
                "us,dvorak,o,s",
                "us,dvorak,;,z",
                "us,dvorak,[,-",
                "cz,,ě,2",
                "tr,,ı,i",
                "br,,ç,;",
                "es,,ñ,;",
                "th,,ฟ,a",
                "ge,,ა,a"
            })
    void findsSignsOnKeyboardsOfManyCountries(String layout, String variant, String sign, String key) {
        keyboards.layout(layout, variant == null ? "" : variant);

        assertThat(places.scanCode(Keysym.of(sign.codePointAt(0)), 0)).isEqualTo(american(key));
    }

    @Test
    void followsAChangeOfTheKeyboard() {
        keyboards.layout("us", "");
        assertThat(places.scanCode('z', 0)).isEqualTo(american("z"));

        keyboards.layout("de", "");

        assertThat(places.scanCode('z', 0)).isEqualTo(american("y"));
    }

    @Test
    void knowsAllLayoutsThatOneSwitchesBetween() {
        keyboards.layout("us,ru,de", "");

        assertThat(places.scanCode('/', '/')).isEqualTo(american("/"));
        assertThat(places.scanCode(Keysym.of('ж'), 0)).isEqualTo(american(";"));
        assertThat(places.scanCode(Keysym.of('ö'), 0)).isEqualTo(american(";"));
    }

    @Test
    void goesByTheLayoutThatIsInUse() {
        keyboards.layout("us,ru", "");
        assertThat(places.scanCode('.', '.')).isEqualTo(american("."));

        keyboards.group(1);

        assertThat(places.scanCode('.', '.')).isEqualTo(american("/"));
        assertThat(places.scanCode(Keysym.of('ю'), '.')).isEqualTo(american("."));
        keyboards.group(0);
    }

    @Test
    void goesByWhatIsHeldWhereSeveralKeysTypeASign() {
        int altGr = 100;
        keyboards.layout("fr", "");
        assertThat(places.scanCode('~', 0)).as("Shift and the key of ²").isEqualTo(american("grave"));

        keyboards.key(altGr, true);

        assertThat(places.scanCode('~', 0)).as("AltGr and the key of é").isEqualTo(american("2"));
        keyboards.key(altGr, false);
    }

    @Test
    void saysHowToTypeASign() {
        keyboards.layout("de", "");

        assertThat(places.stroke('@')).contains(new Stroke(american("q"), false, true));
        assertThat(places.stroke('Z')).contains(new Stroke(american("y"), true, false));
        assertThat(places.stroke(Keysym.RETURN)).contains(new Stroke(0x1C, false, false));
        assertThat(places.stroke(Keysym.of('世'))).isEmpty();
    }

    @Test
    void knowsDeadKeysAndThoseOfOneCountryAlone() {
        keyboards.layout("de", "");
        int deadAcute = 0xFE51;
        assertThat(places.scanCode(deadAcute, 0)).isEqualTo(american("="));

        keyboards.layout("jp", "");
        int henkan = 0xFF23;
        assertThat(places.scanCode(henkan, 0)).isEqualTo(0x79);
    }

    @Test
    void tellsTheKeypadFromTheOtherDigits() {
        keyboards.layout("us", "");

        assertThat(places.scanCode(Keysym.keypad(7), 0)).isEqualTo(0x47);
        assertThat(places.scanCode('7', 0)).isEqualTo(8);
        assertThat(places.scanCode(Keysym.KEYPAD_ENTER, 0)).isEqualTo(0x9C);
    }

    @Test
    void knowsTheKeysOfFixedPlacesAloneWithoutAnXServer() {
        try (KeyPlaces none = KeyPlaces.of(":987654")) {
            assertThat(none.scanCode(Keysym.RIGHT, 0)).isEqualTo(0xCD);
            assertThat(none.scanCode('a', 'a')).isEqualTo(KeyPlaces.UNKNOWN);
        }
        places.close();
        assertThat(places.scanCode('a', 'a')).isEqualTo(KeyPlaces.UNKNOWN);
    }

    /** The scan code of the key with this sign on an American keyboard. */
    private static int american(String key) {
        String[] rows = {"\u00001234567890-=", "\u0000\u0000qwertyuiop[]", "\u0000\u0000asdfghjkl;'", "\\zxcvbnm,./"};
        int[] first = {1, 14, 28, 43};
        if (key.equals("102")) {
            return 0x56;
        }
        String sign = key.equals("grave") ? "`" : key;
        if (sign.equals("`")) {
            return 0x29;
        }
        for (int row = 0; row < rows.length; row++) {
            int column = rows[row].indexOf(sign);
            if (column >= 0) {
                return first[row] + column;
            }
        }
        throw new AssertionError("no key " + key);
    }
}
