package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden images that stay what they are, or are told of loudly, in the real window. */
class ProtectIT extends OneWindowTest {
    @TempDir
    Path backup = Path.of("");

    /** A sealed golden image with a clone. */
    private String sealed() {
        VirtualMachine mould = foundry().machine("mould");
        foundry().write(mould, "system", 1000);
        Snapshot snapshot = foundry().snapshot(mould, "First", "");
        foundry().services().golden().promote(mould.id(), snapshot.id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "web-1");
        rig().shows("web-1")
                .until(() -> named("mould")
                        .currentGolden()
                        .filter(v -> v.isSealed() && v.isContentSealed())
                        .isPresent());
        return snapshot.hardware().writableDisks().get(0).source().orElseThrow();
    }

    private WindowRig page() {
        return rig().click("Golden images").shows("mould").press(KeyCode.ENTER).shows("Versions");
    }

    private void backUp(String path) {
        try {
            Files.write(
                    backup.resolve(path.substring(path.lastIndexOf('/') + 1)),
                    foundry().fake().volumes().read(path, 0, 1 << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void verifiesEveryByte() {
        sealed();
        page().shows("Sealed").click("Verify").shows("“mould” is intact: every byte is what was sealed.");
    }

    @Test
    void showsHowFarAVerificationIsAndStopsIt() {
        sealed();
        page().shows("Sealed");
        foundry().copies().holdReading();
        rig().click("Verify").shows("Reading every byte");
        rig().tool("Cancel the verification").hides("Reading every byte");
        foundry().copies().letGo();
        assertThat(rig().has("“mould” is intact: every byte is what was sealed."))
                .isFalse();
    }

    @Test
    void findsAChangeWithoutATraceNamesTheClonesAndPutsItRight() {
        String layer = sealed();
        backUp(layer);
        foundry().fake().foreign().writesUnseen(layer, "system", "evil");
        page().click("Verify").shows("v1 is not what was promoted");
        rig().dismissNotices()
                .shows("This clone stands on it and is not to be trusted:")
                .shows("web-1")
                .shows("Changed");
        rig().click("All").shows("v1 · changed");
        rig().rightClick("mould").click("Clone…").shows("Clone “mould”").press(KeyCode.ENTER);
        rig().until(() -> rig().robot().lookup(".problem").queryAll().stream()
                .anyMatch(n -> n instanceof javafx.scene.control.Label l
                        && l.getText().startsWith("v1 of mould looks changed since it was promoted")));
        rig().press(KeyCode.ESCAPE);

        page().click("Restore…")
                .shows("Restore mould v1")
                .type(backup.toString())
                .press(KeyCode.ENTER);
        rig().shows("mould v1 is what was promoted again.")
                .hides("v1 is not what was promoted")
                .shows("Sealed");
        rig().click("All").hides("v1 · changed");
    }

    @Test
    void namesTheVersionThatSharedTheDamage() {
        String layer = sealed();
        VirtualMachine mould = named("mould");
        foundry().write(mould, "system", 2000);
        Snapshot second = foundry().snapshot(mould, "Second", "");
        foundry().services().golden().promote(mould.id(), second.id(), "");
        rig().until(() -> named("mould").currentGolden().orElseThrow().isContentSealed());
        foundry().clones(mould, new Cloner.From.Golden(), true, "whole");
        foundry().fake().foreign().writes(layer, "system", "evil");
        page().shows("v2 is not what was promoted").tool("Restore mould v2").shows("Copy or folder");
        rig().press(KeyCode.ENTER);
        rig().shows("mould v2 is what was promoted again.")
                .shows("v1 of mould shared the damage and still has it; restore it, too.");
    }

    @Test
    void recordsALostSnapshotAnew() {
        sealed();
        VirtualMachine mould = named("mould");
        foundry()
                .fake()
                .snapshots()
                .forget(mould.id(), mould.currentGolden().orElseThrow().snapshot());
        page().shows("v1 is not what was promoted")
                .click("Verify")
                .shows("Another tool deleted the snapshot of “mould” v1. Its files are whole: restore it on its page.");
        rig().dismissNotices().click("Restore…").shows("Copy or folder").press(KeyCode.ENTER);
        rig().shows("mould v1 is what was promoted again.").hides("v1 is not what was promoted");
    }

    @Test
    void takesNoOtherCopy() throws IOException {
        String layer = sealed();
        foundry().fake().foreign().writes(layer, "system", "evil");
        Path wrong = Files.writeString(backup.resolve("wrong.qcow2"), "something else");
        page().shows("v1 is not what was promoted").click("Restore…").shows("Restore mould v1");
        rig().type(wrong.toString()).press(KeyCode.ENTER);
        rig().shows("Nothing here is what v1 of mould was sealed with; look for an older copy of " + layer + ".");
    }
}
