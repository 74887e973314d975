package io.github.ingotvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void theFileSaysWhatTheEnvironmentDoesNot() throws IOException {
        write("accel = tcg\nunknown = x\n");
        assertThat(SettingsFile.under(Map.of("HOME", home.toString()))).containsEntry("INGOT_ACCEL", "tcg");
    }

    @Test
    void theEnvironmentGoesFirst() throws IOException {
        write("accel=tcg");
        Map<String, String> environment = Map.of("HOME", home.toString(), "INGOT_ACCEL", "kvm");
        assertThat(SettingsFile.under(environment)).containsEntry("INGOT_ACCEL", "kvm");
    }

    @Test
    void withoutAFileNothingChanges() {
        Map<String, String> environment = Map.of("HOME", home.toString());
        assertThat(SettingsFile.under(environment)).isEqualTo(environment);
    }

    @Test
    void aDamagedFileIsDoneWithout() throws IOException {
        write("accel=\\u12");
        assertThat(SettingsFile.under(Map.of("HOME", home.toString()))).doesNotContainKey("INGOT_ACCEL");
    }

    private void write(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config").resolve("ingot"));
        Files.writeString(folder.resolve("settings.properties"), text);
    }
}
