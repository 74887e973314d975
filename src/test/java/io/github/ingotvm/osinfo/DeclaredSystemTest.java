package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredSystemTest {
    private final OsLibrary library = OsLibrary.builtIn();

    @ParameterizedTest
    @CsvSource({
        "debian12_64Guest Debian GNU/Linux 12 (64-bit), debian12",
        "Debian12_64, debian12",
        "Ubuntu24_LTS_64, ubuntu24.04",
        "ubuntu64Guest Ubuntu Linux 22.04 (64-bit), ubuntu22.04",
        "Fedora 43, fedora43",
        "rockylinux_64Guest Rocky Linux 9, rocky9",
        "almalinux_64Guest AlmaLinux 10 (64-bit), almalinux10",
        "freebsd14_64Guest, freebsd14.0",
        "openSUSE Leap 15.6, opensuse15.6",
        "windows9_64Guest, win10",
        "windows11_64Guest Microsoft Windows 11 (64-bit), win11",
        "windows2019srvNext_64Guest, win2k22",
        "Windows2022_64, win2k22",
        "Microsoft Windows Server 2025 (64-bit), win2k25"
    })
    void knowsASystemByWhatMakersCallIt(String words, String id) {
        assertThat(library.declared(words)).map(OperatingSystem::shortId).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "otherGuest",
                "debian_64Guest",
                "Debian_64",
                "ubuntu64Guest Ubuntu Linux (64-bit)",
                "Debian 64-bit",
                "Linux 2.6 (64-bit)",
                "Debian 99"
            })
    void doesNotGuessAVersion(String words) {
        assertThat(library.declared(words)).isEmpty();
    }
}
