package io.github.ingotvm.unattended;

import static io.github.ingotvm.unattended.Samples.only;
import static io.github.ingotvm.unattended.Samples.plain;
import static io.github.ingotvm.unattended.Samples.windows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Windows Setup would ask on one disc or another. */
class WindowsTest {
    @ParameterizedTest
    @CsvSource({
        "CCCOMA_X64FRE_EN-US_DV9, VK7JG",
        "CCCOMA_A64FRE_DE-DE_DV9, VK7JG",
        "J_CCSA_X64FRE_EN-US_DV5, VK7JG",
        "CCSNA_X64FRE_EN-GB_DV5, 2B87N",
        "CPBA_X64FREV_FR-FR_DV9, W269N",
        "ESD-ISO, VK7JG"
    })
    void aDiscWithSeveralEditionsIsToldOneByAKeyThatChoosesIt(String label, String key) {
        assertThat(told(plain(), label)).contains("<Key>" + key + "-").doesNotContain("/IMAGE/INDEX");
    }

    @ParameterizedTest
    @CsvSource({
        "CENA_X64FREE_EN-US_DV5",
        "CENA_X64FREV_EN-US_DV5",
        "CESE_X64FREV_EN-US_DV5",
        "CPRA_X64FREV_EN-US_DV5",
        "CES_X64FREV_EN-US_DV5",
        "CCCOMA_X64FREE_EN-US_DV9",
        "MY OWN WINDOWS"
    })
    void aDiscWithOneEditionGetsNoKey(String label) {
        assertThat(told(plain(), label))
                .contains("<Key>/IMAGE/INDEX</Key><Value>1</Value>")
                .containsOnlyOnce("<Key>");
    }

    @Test
    void aKeyOfOnesOwnChoosesItsEdition() {
        Answers own = plain().with(Question.PRODUCT_KEY, "ABCDE-12345-FGHIJ-67890-KLMNO");
        for (String label : new String[] {"CCCOMA_X64FRE_EN-US_DV9", "CENA_X64FREV_EN-US_DV5"}) {
            assertThat(told(own, label))
                    .contains("<Key>ABCDE-12345-FGHIJ-67890-KLMNO</Key>")
                    .containsOnlyOnce("<Key>");
        }
    }

    /** Setup asks for a language that is not on its disc. */
    @Test
    void setupSpeaksTheLanguageOfItsDiscAndTheUserKeepsTheirs() {
        String text = told(plain(), "CCCOMA_X64FRE_DE-DE_DV9");
        assertThat(text)
                .contains("<SetupUILanguage><UILanguage>de-DE</UILanguage></SetupUILanguage>")
                .contains("<SystemLocale>nb-NO</SystemLocale>", "<UserLocale>nb-NO</UserLocale>")
                .doesNotContain("<UILanguage>nb-NO");
        assertThat(told(plain(), "ESD-ISO")).contains("<UILanguage>nb-NO</UILanguage>");
    }

    @Test
    void aUserWhoIsCalledAsTheComputerIsRefused() {
        refused(plain().with(Question.HOST_NAME, "jana"), "win11", "computer, jana; change the user name or");
        refused(
                plain().with(Question.USER, "builder-1234567").with(Question.HOST_NAME, "builder-1234567-x"),
                "win10",
                "computer, builder-1234567;");
        refused(plain().with(Question.USER, "users"), "win11", "belongs to the system on Windows");
    }

    @ParameterizedTest
    @CsvSource({"correct horse", "Short1!", "lowercase1", "Jana-2025!", "Xy!novak55", "My-Administrator-1"})
    void aServersPasswordMustBeHard(String password) {
        Answers easy = plain().with(Question.FULL_NAME, "J. Novak").with(Question.PASSWORD, password);
        refused(easy, "win2k22", "Windows Server refuses this password");
        assertThat(Methods.problems("win", "win11", easy)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Correct horse", "correct-horse-7", "KUHGRAS-77x"})
    void aHardPasswordIsTaken(String password) {
        assertThat(Methods.problems("win", "win2k25", plain().with(Question.PASSWORD, password)))
                .isEmpty();
    }

    private static String told(Answers answers, String label) {
        return only(Methods.seed(answers, windows("win11", true, label)), "autounattend.xml");
    }

    private static void refused(Answers answers, String osId, String why) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(answers, windows(osId, true)))
                .matches(e -> e.kind() == Kind.INVALID)
                .withMessageContaining(why);
    }
}
