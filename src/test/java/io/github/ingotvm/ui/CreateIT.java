package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** A new machine from a disc or an image, in the real window. */
class CreateIT extends OneWindowTest {
    private void paste(Path file) {
        rig().press(KeyCode.CONTROL, KeyCode.N).shows("Drop an ISO or a disk image here");
        pasteAgain(file);
    }

    private void pasteAgain(Path file) {
        rig().robot().interact(() -> {
            rig().scene().lookup(".source-box").lookup(".button").requestFocus();
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()));
        });
        rig().press(KeyCode.CONTROL, KeyCode.V);
    }

    private Path debian() {
        return foundry().disc("Debian 12.5.0 amd64 n");
    }

    private TextField field(String name) {
        return rig().robot()
                .lookup((Node n) -> n instanceof TextField && name.equals(n.getAccessibleText()))
                .query();
    }

    @Test
    void asksForNothingBeforeThereIsAFile() {
        rig().press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…").shows("Cancel");
        assertThat(rig().has("Memory")).isFalse();
        assertThat(rig().has("Create")).isFalse();
        rig().press(KeyCode.ESCAPE).shows("Cast your first machine");
    }

    @Test
    void recognisesTheSystemAndProposesAllThatItNeeds() {
        paste(debian());
        rig().shows("Debian 12").shows("Create");
        rig().until(() -> field("Name").getText().startsWith("Debian"));
        assertThat(field("Memory").getText()).endsWith("GiB");
        assertThat(field("Disk").getText()).endsWith("GiB");

        rig().type("fresh").press(KeyCode.ENTER).shows("Shut Down");
        VirtualMachine made = named("fresh");
        assertThat(made.state()).isEqualTo(PowerState.RUNNING);
        assertThat(made.mark().osId()).contains("debian12");
    }

    @Test
    void copiesADiskImageWithItsOwnSize() {
        paste(foundry().image());
        rig().shows("disk.qcow2").shows("Take a snapshot of it as it came");
        assertThat(field("Disk").isDisabled()).isTrue();
        rig().type("imported").press(KeyCode.ENTER).shows("Shut Down");
        assertThat(foundry().services().inventory().snapshots(named("imported").id()))
                .hasSize(1);
    }

    @Test
    void usesAnImageWhereItIsWhereThatCanBe() {
        String where = "Use the file where it is, under a new overlay";
        paste(foundry().image());
        rig().shows(where);
        assertThat(switched(where).isDisabled()).isTrue();
        assertThat(switched(where).getAccessibleHelp()).contains("lies in no storage pool");
        rig().press(KeyCode.ESCAPE).shows("Cast your first machine");

        Path image = foundry().image();
        foundry().fake().foreign().addsPool("images", String.valueOf(image.getParent()));
        foundry().fake().foreign().addsFile(image.toString(), "qcow2", 20L << 30, Optional.empty());
        foundry().fake().foreign().limitsPool(4000);
        paste(image);
        rig().shows("The image takes 4 KiB, and 3.9 KiB are free on the host; make room first.");
        rig().until(() -> !switched(where).isDisabled()).click(where);
        rig().hides("The image takes 4 KiB, and 3.9 KiB are free on the host; make room first.");
        foundry().fake().foreign().limitsPool(1L << 40);
        rig().robot().interact(() -> {
            field("Name").setText("standing");
            field("Name").requestFocus();
        });
        rig().press(KeyCode.ENTER).shows("Shut Down");
        assertThat(foundry().fake().volumes().list())
                .anyMatch(v -> v.backing().filter(image.toString()::equals).isPresent());
    }

    @Test
    void unpacksACompressedDiscForItsMachine() {
        paste(foundry().packed("Debian 12.5.0 amd64 n"));
        rig().shows("Debian 12").until(() -> field("Name").isFocused());
        assertThat(
                        rig().has(
                                        "The disc is compressed: it can be installed by hand; to install it without questions, unpack it first."))
                .isTrue();
        rig().type("unpacked").press(KeyCode.ENTER).shows("Shut Down");
        assertThat(foundry().fake().volumes().list()).anyMatch(v -> v.name().contains(".medium."));
    }

    @Test
    void aMachineThatCannotBeStartedIsShownWithWhatIsWrong() {
        foundry().failing().fail("Power.start", Kind.FAILED);
        paste(debian());
        rig().shows("Create").until(() -> field("Name").isFocused());
        rig().type("stuck").press(KeyCode.ENTER);
        rig().shows("Installation stopped");
        assertThat(named("stuck").state()).isEqualTo(PowerState.OFF);
        rig().shows(
                        "stuck was made, but it could not be started: The call Power.start failed; try again. Start it once that is mended, or delete it.");
        foundry().failing().heal("Power.start");
    }

    @Test
    void saysWhatIsWrongAtTheFieldWhileItIsTyped() {
        foundry().machine("web");
        rig().shows("web");
        paste(debian());
        rig().shows("Create").type("web");
        rig().shows("There is already a virtual machine called “web”; choose another name.");
        rig().press(KeyCode.TAB).type("64 GiB").shows("This host has 16 GiB; choose less.");
        rig().press(KeyCode.TAB).type("large").shows("Write a size like 2 GiB or 512 MiB.");

        rig().press(KeyCode.ENTER).until(() -> field("Name").isFocused());
        assertThat(foundry().services().inventory().machines()).hasSize(1);

        rig().type("mail").hides("There is already a virtual machine called “web”; choose another name.");
        rig().press(KeyCode.TAB).type("1 GiB").press(KeyCode.TAB).type("10G").press(KeyCode.ENTER);
        rig().shows("Shut Down");
        assertThat(named("mail").hardware().memory()).isEqualTo(1L << 30);
    }

    @Test
    void refusesAFileThatIsNeitherAndTakesAnother() {
        paste(Path.of("/usr/bin/env"));
        rig().shows(
                        "/usr/bin/env is refused: it is no disk image that Ingot knows; qcow2, raw, vmdk, vdi, vhd and vhdx can be imported.");
        assertThat(rig().has("Create")).isFalse();
        pasteAgain(Path.of("/nowhere/missing.iso"));
        rig().shows("There is no file /nowhere/missing.iso; check the path.");
        pasteAgain(debian());
        rig().shows("Debian 12").shows("Create");
    }

    @Test
    void givesSecureBootWithUefiAndATpmWhereTheHostHasThem() {
        paste(debian());
        rig().shows("Create").shows("This host has none for machines; install swtpm and swtpm-tools.");
        assertThat(switched("TPM 2.0").isDisabled()).isTrue();
        rig().press(KeyCode.ESCAPE).shows("Cast your first machine");

        foundry().fake().foreign().sets(Capability.SECURE_BOOT, true);
        foundry().fake().foreign().sets(Capability.TPM, true);
        paste(debian());
        rig().shows("Create").shows("Needs UEFI.");
        rig().until(() -> !switched("TPM 2.0").isDisabled());
        rig().robot().interact(() -> {
            ChoiceBox<String> firmware = rig().robot().lookup(".choice-box").query();
            firmware.setValue("UEFI");
            switched("Secure Boot: start only what is signed").setSelected(true);
            switched("TPM 2.0").setSelected(true);
        });
        rig().type("guarded").press(KeyCode.ENTER).shows("Shut Down");
        assertThat(named("guarded").definition().document()).contains("tpm=2.0", "secureBoot=yes");
        foundry().fake().foreign().sets(Capability.SECURE_BOOT, false);
        foundry().fake().foreign().sets(Capability.TPM, false);
    }

    @Test
    void givesItDataDisksThatWereAsked() {
        paste(debian());
        rig().shows("Create").until(() -> field("Name").isFocused());
        rig().type("stored")
                .click("Add Data Disk")
                .until(() -> field("Size of the data disk").isFocused());
        rig().type("much").press(KeyCode.ENTER).shows("Write a size like 2 GiB or 512 MiB.");
        assertThat(foundry().services().inventory().machines())
                .noneMatch(m -> m.displayName().equals("stored"));
        rig().robot().interact(() -> field("Size of the data disk").setText("3G"));
        rig().click("a linked copy").click("an empty disk");
        assertThat(Spoken.nameless(rig().scene().getRoot())).isEmpty();
        rig().robot().interact(() -> field("Size of the data disk").requestFocus());
        rig().press(KeyCode.ENTER).shows("Shut Down");

        VirtualMachine made = named("stored");
        assertThat(foundry().services().disks().of(made.id()))
                .extracting(DataDisk::capacity, DataDisk::role)
                .containsExactly(tuple(3L << 30, DiskRole.EMPTY));
    }

    @Test
    void aSwitchTurnsByAClickOnItAndOnItsWords() {
        paste(debian());
        rig().shows("Create").until(() -> field("Name").isFocused());
        ToggleSwitch start = switched("Start it right away");
        assertThat(start.isSelected()).isTrue();

        AtomicInteger turns = new AtomicInteger();
        start.selectedProperty().addListener((o, was, is) -> turns.incrementAndGet());
        rig().click("Start it right away").until(() -> !start.isSelected());
        Pointer.click(start.lookup(".thumb-area"));
        rig().until(start::isSelected);
        Pointer.click(start.lookup(".thumb"));
        rig().until(() -> !start.isSelected());
        assertThat(turns).hasValue(3);
    }

    @Test
    void aSwitchTurnsOnceHoweverItsThumbSlidesUnderTheMouse() {
        paste(debian());
        rig().shows("Create").until(() -> field("Name").isFocused());
        ToggleSwitch start = switched("Start it right away");
        AtomicInteger turns = new AtomicInteger();
        start.selectedProperty().addListener((o, was, is) -> turns.incrementAndGet());
        Node thumb = start.lookup(".thumb");
        double home = thumb.getTranslateX();
        AtomicInteger clicks = new AtomicInteger();
        start.addEventFilter(MouseEvent.MOUSE_CLICKED, e -> clicks.incrementAndGet());

        Pointer.moveTo(thumb);
        Pointer.press(MouseButton.PRIMARY);
        rig().until(start::isPressed);
        rig().robot()
                .interact(() ->
                        thumb.setTranslateX(home + 4 * thumb.getBoundsInLocal().getWidth()));
        Pointer.release(MouseButton.PRIMARY);
        rig().until(() -> clicks.get() == 1);
        assertThat(turns).hasValue(1);

        Pointer.moveTo(thumb);
        Pointer.press(MouseButton.PRIMARY);
        rig().until(start::isPressed);
        Pointer.moveTo(field("Name"));
        Pointer.release(MouseButton.PRIMARY);
        rig().until(() -> !start.isPressed());
        assertThat(turns).as("let go somewhere else").hasValue(1);
    }

    @Test
    void tellsTheInstallerItsAnswersBeforehand() {
        paste(foundry().disc("Nobody knows it"));
        rig().shows("Create").shows("What is on this disc was not recognised, nor how it could be told its answers.");
        assertThat(switched("Install without questions").isDisabled()).isTrue();

        pasteAgain(foundry().netinst());
        rig().until(() -> !switched("Install without questions").isDisabled());
        rig().until(() -> field("Name").isFocused());
        rig().type("Express №1").click("Install without questions");
        rig().shows("Host name").until(() -> field("Password").isFocused());
        assertThat(field("Keyboard").getText()).isNotEmpty();
        assertThat(field("Host name").getText()).isEqualTo("express-1");

        rig().press(KeyCode.ENTER).shows("A password of 1 to 127 characters is needed.");
        rig().robot().interact(() -> field("User name").setText("root"));
        rig().shows("The user name root belongs to the system; choose another one.");
        rig().robot().interact(() -> field("User name").setText("games"));
        rig().shows("The user name games belongs to the system on Debian; choose another one, as games1.");
        rig().robot().interact(() -> field("User name").setText("jana"));
        rig().robot().interact(() -> field("Package mirror").setText("mirror"));
        rig().shows("The mirror must be an address as http://deb.debian.org/debian.");
        rig().robot().interact(() -> field("Package mirror").setText("http://mirror/debian"));
        rig().robot().interact(() -> field("Password").requestFocus());
        rig().type("correct horse").press(KeyCode.ENTER).shows("Shut Down");

        VirtualMachine made = named("Express №1");
        assertThat(made.hardware().kernel()).isPresent();
        assertThat(made.definition().document()).doesNotContain("correct horse");
    }

    @Test
    void whatADiscWasTakenForIsCorrectedByOneWhoKnows() {
        paste(foundry().windows());
        rig().shows("Microsoft Windows 11").shows("Or is it").shows("Microsoft Windows 10");
        rig().until(() -> field("Memory").getText().equals("8 GiB"));
        assertThat(Spoken.nameless(rig().scene().getRoot())).isEmpty();

        rig().robot().interact(() -> link("Microsoft Windows 10").requestFocus());
        rig().press(KeyCode.ENTER).until(() -> field("Name").getText().equals("Microsoft Windows 10"));
        rig().shows("Microsoft Windows 11"); // the way back
        assertThat(field("Memory").getText()).isEqualTo("4 GiB");

        rig().click("Install without questions").shows("Product key");
        rig().robot().interact(() -> {
            field("Name").setText("corrected");
            field("User name").setText("jana");
        });
        rig().click("Another system…").shows("Which system is on it?");
        rig().type("server 2019").until(() -> systems().getItems().size() == 1);
        rig().press(KeyCode.ENTER).shows("Microsoft Windows Server 2019");
        rig().until(() -> switched("Install without questions").isSelected());
        assertThat(field("Name").getText()).as("what was typed stays").isEqualTo("corrected");
        assertThat(field("User name").getText()).isEqualTo("jana");
        assertThat(field("Host name").getText()).isEqualTo("corrected");
        rig().click("Install without questions");
        rig().robot().interact(() -> field("Name").requestFocus());
        rig().press(KeyCode.ENTER).shows("Shut Down");
        assertThat(named("corrected").mark().osId()).contains("win2k19");
    }

    @Test
    void aDiscThatNobodyKnowsIsGivenItsSystem() {
        paste(foundry().disc("Remastered"));
        rig().shows("Choose its system…").shows("Create");
        rig().click("Choose its system…").shows("Which system is on it?");
        rig().type("ubuntu 24.04 lts").until(() -> systems().getItems().size() >= 1);
        rig().press(KeyCode.ENTER).until(() -> field("Name").getText().startsWith("Ubuntu 24.04"));
        assertThat(switched("Install without questions").isDisabled()).isFalse();
    }

    private Hyperlink link(String words) {
        return rig().robot()
                .lookup((Node n) -> n instanceof Hyperlink h && words.equals(h.getText()))
                .query();
    }

    private ListView<?> systems() {
        return rig().robot().lookup(".catalogue-list").query();
    }

    @Test
    void saysAtItsFieldWhatAnInstallerWouldRefuse() {
        foundry().fake().foreign().sets(Capability.SECURE_BOOT, true);
        paste(foundry().disc("Debian 13.0.0 amd64 n"));
        rig().until(() -> !switched("Install without questions").isDisabled());
        rig().until(() -> field("Name").isFocused());
        rig().robot().interact(() -> field("Disk").setText("4G"));
        String small = "This system's installer asks nothing only on a disk of 8 GiB or more; make the disk larger.";
        assertThat(rig().has(small)).isFalse();
        rig().click("Install without questions").shows(small);
        rig().robot().interact(() -> field("Disk").setText("20G"));
        rig().hides(small);
        String unsigned = "With Secure Boot this system cannot be installed without questions; do without one of them.";
        rig().robot().interact(() -> {
            ChoiceBox<String> firmware = rig().robot().lookup(".choice-box").query();
            firmware.setValue("UEFI");
            switched("Secure Boot: start only what is signed").setSelected(true);
        });
        rig().shows(unsigned);
        rig().robot().interact(() -> switched("Install without questions").setSelected(false));
        rig().hides(unsigned);
        foundry().fake().foreign().sets(Capability.SECURE_BOOT, false);
    }

    private ToggleSwitch switched(String words) {
        return rig().robot()
                .lookup((Node n) -> n instanceof ToggleSwitch t && words.equals(t.getText()))
                .query();
    }

    @Test
    void goesThroughTheFormByKeyboardAlone() {
        paste(debian());
        rig().shows("Create").until(() -> field("Name").isFocused());
        rig().type("by key").press(KeyCode.TAB).type("768M").press(KeyCode.TAB).type("8G");
        rig().press(KeyCode.TAB).type("1").press(KeyCode.TAB);
        // Past the firmware, more disks, the TPM that this host lacks, and the answers: Just Installed stays, starting
        // is turned
        // off.
        rig().press(KeyCode.TAB)
                .press(KeyCode.TAB)
                .press(KeyCode.TAB)
                .press(KeyCode.TAB)
                .press(KeyCode.SPACE)
                .press(KeyCode.ENTER);
        rig().shows("by key").shows("Installation stopped");
        VirtualMachine made = named("by key");
        assertThat(made.state()).isEqualTo(PowerState.OFF);
        assertThat(made.hardware().memory()).isEqualTo(768L << 20);
        assertThat(made.hardware().cpus()).isEqualTo(1);
        assertThat(made.mark().install().autoSnapshot()).isTrue();
    }
}
