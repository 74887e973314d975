package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A golden image is exported, and comes back from the file, in the real window. */
class ExportedIT extends OneWindowTest {
    @TempDir
    Path outside = Path.of("");

    @Test
    void exportsAGoldenImageAndBringsItBackFromTheDroppedFile() throws IOException {
        VirtualMachine mould = foundry().machine("mould");
        foundry().write(mould, "system", 1000);
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "One", "").id(), "all we need");
        Path file = Files.writeString(outside.resolve("mould.ova"), "something else");
        rig().shows("mould")
                .click("Golden images")
                .shows("mould")
                .press(KeyCode.ENTER)
                .shows("Versions");

        rig().tool("More on this golden image").click("Export…").shows("Export mould v1");
        rig().type(file.toString())
                .press(KeyCode.ENTER)
                .shows("There is already a file " + file + "; choose another name, or let it be replaced.");
        rig().click("Replace the file that is there").click("Export");
        rig().shows("mould v1 is exported to " + file + ".").dismissNotices();
        assertThat(Files.size(file)).isGreaterThan(10_000);

        try (FileManager manager = FileManager.with(rig().robot(), file)) {
            rig().click("All").shows("mould");
            manager.dropOn(rig().robot().lookup(".grid-view").query());
        }
        rig().shows("Bring it back as a golden image").click("Import");
        rig().shows("There is already a machine or golden image called \"mould\"; choose another name.");
        rig().type("casting")
                .click("Import")
                .shows("“casting” is a golden image here.")
                .shows("Versions");
        VirtualMachine image = foundry().services().inventory().resolveImage("casting");
        assertThat(image.isImageOnly()).isTrue();
        assertThat(image.currentGolden().orElseThrow().note()).isEqualTo("all we need");
    }
}
