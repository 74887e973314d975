package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    private static final String MICROSOFT = "MICROSOFT CORPORATION";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "CCCOMA_X64FRE_EN-US_DV9, 20200929, win10",
        "CCCOMA_X64FRE_EN-US_DV9, 20210409, win10",
        "CCCOMA_X64FRE_EN-US_DV9, 20210605, win11", // made before it was released
        "CCCOMA_X64FRE_EN-US_DV9, 20240401, win11",
        "SSS_X64FREE_EN-US_DV9,   20180915, win2k19",
        "SSS_X64FREE_EN-US_DV9,   20210508, win2k22",
        "SSS_X64FREE_EN-US_DV9,   20240401, win2k25",
        "SSS_X64FREE_EN-US_DV9,   20160716, win2k19", // the oldest that is known
        "CCCOMA_X64FRE_EN-US_DV9, 00000000, win11",
        "CCCOMA_X64FRE_EN-US_DV9, 16010101, win11"
    })
    void aDiscHoldsNoWindowsThatCameLongAfterIt(String label, String day, String id) throws IOException {
        assertThat(candidates(new MediumRule(label, "", MICROSOFT, "", 0), day).get(0))
                .isEqualTo(id);
    }

    @Test
    void whatIsUnlikelyByTheDayStaysAmongTheOthers() throws IOException {
        assertThat(candidates(new MediumRule("CCCOMA_X64FRE_EN-US_DV9", "", MICROSOFT, "", 0), "20150710"))
                .containsExactly("win10", "win11");
    }

    @Test
    void aLabelThatSaysItsVersionIsBelievedWhateverTheDay() throws IOException {
        assertThat(candidates(new MediumRule("Debian 13.1.0 amd64 n", "", "", "", 0), "20100101"))
                .contains("debian13");
    }

    @Test
    void theDayIsReadFromTheDescriptor() throws IOException {
        Path disc = Files.write(folder.resolve("d.iso"), Discs.made(Discs.labelled("X"), "20220908"));
        assertThat(Medium.read(disc).made()).contains(LocalDate.of(2022, 9, 8));
        assertThat(Medium.read(Files.write(folder.resolve("e.iso"), Discs.labelled("X")))
                        .made())
                .isEmpty();
    }

    private List<String> candidates(MediumRule fields, String day) throws IOException {
        Path disc = Files.write(folder.resolve("a.iso"), Discs.made(Discs.of(fields), day));
        return OsLibrary.builtIn().candidates(Medium.read(disc)).stream()
                .map(r -> r.os().shortId())
                .distinct()
                .toList();
    }
}
