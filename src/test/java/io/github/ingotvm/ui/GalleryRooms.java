package io.github.ingotvm.ui;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

/** The usual screens and sheets. */
final class GalleryRooms {
    private GalleryRooms() {}

    static void empty(Gallery g) {
        g.rig().shows("Cast your first machine");
        g.take("empty");
        g.rig().click("Golden images").shows("No golden image yet");
        g.take("empty-golden");
    }

    static void machines(Gallery g) {
        furnish(g);
        g.take("machines");
        g.rig().rightClick("Debian 12").shows("Clone…");
        g.take("machines-menu");
        g.rig().press(KeyCode.ESCAPE).tool("Menu").shows("Refresh");
        g.take("machines-appmenu");
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.F).type("web run");
        g.take("machines-search");
        g.rig().type("nothing").shows("Nothing found");
        g.take("machines-nothing");
        g.rig().click("Clear Search").click("Running").shows("lab-firewall");
        g.take("machines-running");
        g.rig().press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        g.take("machines-list");
        g.rig().rightClick("lab-firewall").shows("Clone…");
        g.take("machines-list-menu");
    }

    private static void furnish(Gallery g) {
        g.foundry().furnish();
        g.rig().shows("Debian 12").shows("web-04");
        g.rig().robot().sleep(2500);
    }

    static void disposable(Gallery g) {
        furnish(g);
        g.rig().rightClick("Debian 12").click("Run Disposable Clone").shows("Keep");
        g.rig().robot().sleep(1500);
        g.take("disposable");
        g.rig().tool("Actions").shows("Force Off");
        g.take("disposable-menu");
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.ALT, KeyCode.LEFT).shows("Debian 12 (disposable)");
        g.rig().robot().sleep(1500);
        g.take("disposable-card");
        g.rig().press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        g.take("disposable-list");
    }

    static void lineage(Gallery g) {
        furnish(g);
        g.foundry().machine("Empty one");
        var debian = g.foundry().services().inventory().resolve("Debian 12");
        g.foundry()
                .clones(
                        debian,
                        new io.github.ingotvm.service.clones.Cloner.From.Golden(),
                        false,
                        java.util.stream.IntStream.rangeClosed(1, 24)
                                .mapToObj(i -> String.format("qa-%02d", i))
                                .toArray(String[]::new));
        g.rig().click("Lineage").shows("26 linked clones");
        g.take("lineage");
        g.rig().rightClick("Tuned").shows("Clone From Here…");
        g.take("lineage-menu");
        g.rig()
                .press(KeyCode.ESCAPE)
                .press(KeyCode.CONTROL, KeyCode.F)
                .type("qa-07")
                .shows("1 found");
        g.take("lineage-search");
        g.rig().type("").click("26 linked clones").press(KeyCode.ENTER).shows("Stack Again");
        g.take("lineage-spread");
        g.rig().tool("All of it");
        g.take("lineage-fit");
    }

    static void history(Gallery g) {
        furnish(g);
        try (var terminal = g.foundry().connectRecorded("ingot clone 'Debian 12' 'qa-{01..03}' --start")) {
            var debian = terminal.inventory().resolve("Debian 12");
            terminal.sealer().sealAll(io.github.ingotvm.model.Progress.NONE);
            terminal.cloner()
                    .clone(
                            new io.github.ingotvm.service.clones.Cloner.Request(
                                    debian.id(),
                                    new io.github.ingotvm.service.clones.Cloner.From.Golden(),
                                    java.util.List.of("qa-01", "qa-02", "qa-03"),
                                    false,
                                    true),
                            io.github.ingotvm.model.Progress.NONE);
            var web = terminal.inventory().resolve("web-03");
            terminal.lifecycle().rename(web.id(), "shop");
            terminal.snapshotter()
                    .take(web.id(), new io.github.ingotvm.service.snapshots.Snapshotter.Request("Before the update"));
            terminal.lifecycle()
                    .delete(terminal.inventory().resolve("Accounting").id())
                    .commit();
            terminal.lifecycle().setResources(web.id(), 4L << 30, 2);
            try {
                terminal.power().start(terminal.inventory().resolve("qa-01").id());
            } catch (io.github.ingotvm.model.IngotException e) {
                // it is to be seen
            }
        }
        g.rig().click("History").shows("Today");
        g.take("history");
        g.rig().rightClick("renamed, was “web-03”").shows("Show Machine");
        g.take("history-menu");
    }

    static void sheets(Gallery g) {
        furnish(g);
        g.rig().click("web-01").press(KeyCode.F2).shows("Name");
        g.take("sheet-rename");
        g.rig().type("web-02").press(KeyCode.ENTER).robot().sleep(300);
        g.take("sheet-rename-taken");
        close(g);
        g.rig().rightClick("web-01").click("Take Snapshot…").shows("Note");
        g.take("sheet-snapshot");
        close(g);
        g.rig().rightClick("Debian 12").click("Clone…").shows("How many");
        g.take("sheet-clone");
        g.rig().type("class-{01..30}").shows("Make 30 Clones");
        g.take("sheet-clone-30");
        g.rig().type("web-02").press(KeyCode.ENTER).robot().sleep(300);
        g.take("sheet-clone-taken");
        close(g);
        g.rig().rightClick("web-01").click("Force Off").shows("Force off “web-01”?");
        g.take("sheet-force-off");
        close(g);
        g.rig().tool("Menu").click("Keyboard").shows("Search");
        g.take("sheet-keys");
        close(g);
        g.rig().tool("Menu").click("About Ingot");
        g.take("sheet-about");
        close(g);
        g.rig().click("Debian 12").press(KeyCode.DELETE).robot().sleep(300);
        g.take("sheet-delete-refused");
    }

    private static void close(Gallery g) {
        g.rig().press(KeyCode.ESCAPE);
    }

    static void properties(Gallery g) {
        furnish(g);
        g.rig().click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER).shows("Hardware");
        g.take("overview");
        g.rig().click("Snapshots").shows("You are here");
        g.take("snapshots");
        g.rig().rightClick("Just Installed").shows("Revert To…");
        g.take("snapshots-menu");
        g.rig().click("Revert To…").shows("Keep the present state as a snapshot first");
        g.take("sheet-revert");
        close(g);
        g.rig().rightClick("Just Installed").click("Promote to Golden…").shows("Note");
        g.take("sheet-promote");
        close(g);
        g.rig().rightClick("Just Installed").click("Rename…").shows("Note");
        g.take("sheet-rename-snapshot");
        close(g);
        g.rig().rightClick("Just Installed").click("Delete…").robot().sleep(300);
        g.take("sheet-delete-snapshot");
        close(g);
        close(g);
        g.rig().click("web-01").press(KeyCode.ALT, KeyCode.ENTER).shows("Origin");
        g.take("overview-clone");
        g.rig().click("Snapshots").robot().sleep(300);
        g.take("snapshots-none");
    }

    static void golden(Gallery g) {
        furnish(g);
        g.rig().click("Golden images").shows("With our tools and the proxy");
        g.take("golden");
        g.rig().rightClick("Debian 12").shows("Open");
        g.take("golden-menu");
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.ENTER).shows("Versions");
        g.take("golden-page");
        g.rig().tool("More on Debian 12 v1").shows("Retire…");
        g.take("golden-version-menu");
        g.rig().click("Compare…").shows("The hardware is the same.");
        g.take("sheet-compare");
        close(g);
        g.rig().click("Promote Next…").shows("Note");
        g.take("sheet-promote-next");
        close(g);
        g.rig().tool("More on this golden image").click("Name and Purpose…").shows("Purpose");
        g.take("sheet-golden-name");
        close(g);
        g.rig().click("Update All 3…").shows("Leave as they are");
        g.take("sheet-update");
        g.rig().click("Force off, and start again after").press(KeyCode.ENTER).shows("3 clones are updated to v2.");
        g.take("golden-updated");
        g.rig().click("All").rightClick("web-03").shows("Undo Update");
        g.take("clone-menu");
    }

    /** A golden image whose machine is gone. */
    static void alone(Gallery g) {
        furnish(g);
        Services services = g.foundry().services();
        services.lifecycle()
                .deleteKeepingGolden(services.inventory().resolve("Debian 12").id())
                .commit();
        g.rig().click("Golden images").shows("Debian 12").press(KeyCode.ENTER).shows("Versions");
        g.rig().tool("More on this golden image").click("Name and Purpose…").shows("Purpose");
        g.take("sheet-name-alone");
    }

    static void damaged(Gallery g) {
        furnish(g);
        VirtualMachine debian = g.foundry().services().inventory().resolve("Debian 12");
        Snapshot tuned = g.foundry().services().inventory().resolveSnapshot(debian, "Tuned");
        g.rig().click("Golden images").shows("Sealed");
        g.foundry().fake().foreign().writesUnseen(layer(tuned), "system", "evil");
        g.rig().press(KeyCode.ENTER).shows("Versions");
        g.foundry().copies().holdReading();
        g.rig().click("Verify").shows("Reading every byte");
        g.take("golden-verifying");
        g.foundry().copies().letGo();
        g.rig().shows("v2 is not what was promoted");
        g.take("golden-damaged-said");
        g.rig().dismissNotices();
        g.take("golden-damaged");
        g.rig().click("Restore…").shows("Copy or folder");
        g.take("sheet-restore");
        close(g);
        g.rig().click("Golden images").shows("Changed");
        g.take("golden-list-damaged");
        g.rig().click("All").shows("v2 · changed");
        g.take("machines-damaged");
    }

    static void space(Gallery g) {
        furnish(g);
        g.foundry()
                .fake()
                .foreign()
                .addsFile(
                        g.foundry().fake().volumes().pathOf("old.vda.00000000000a.qcow2"),
                        "qcow2",
                        1 << 20,
                        Optional.empty());
        g.rig().click("Space").shows("Debian 12");
        g.take("space");
        g.rig().tool("Show the snapshots of Debian 12").shows("Just Installed");
        g.take("space-open");
        g.rig().tool("Hide the snapshots of Debian 12").hides("Just Installed");
        g.rig().tool("More on build-amd64").click("Detach…").shows("Detach “build-amd64”");
        g.take("sheet-detach");
        close(g);
        g.rig().tool("More on Debian 12").click("Compact…").shows("Compact “Debian 12”");
        g.take("sheet-compact");
    }

    static void create(Gallery g) {
        furnish(g);
        g.rig().press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…");
        g.take("create");
        paste(g, g.foundry().disc("Debian 12.5.0 amd64 n").toString());
        g.rig().shows("Create");
        g.take("create-disc");
        g.rig().type("web-01").press(KeyCode.ENTER).robot().sleep(500);
        g.take("create-taken");
        paste(g, g.foundry().image().toString());
        g.rig().robot().sleep(400);
        g.take("create-image");
        paste(g, g.foundry().packed("Debian 12.5.0 amd64 n").toString());
        g.rig().robot().sleep(400);
        g.take("create-packed");
        paste(g, "/usr/bin/env");
        g.rig().robot().sleep(400);
        g.take("create-refused");
        paste(g, g.foundry().netinst().toString());
        g.rig()
                .until(() -> g.rig().robot().lookup(".toggle-switch").queryAllAs(ToggleSwitch.class).stream()
                        .anyMatch(t -> t.getText().equals("Install without questions") && !t.isDisabled()));
        g.rig().click("Install without questions").shows("Host name");
        g.take("create-express");
        g.rig().press(KeyCode.ENTER).shows("A password of 1 to 127 characters is needed.");
        g.take("create-express-wrong");
        g.rig().click("Download a System…").shows("Download a system");
        g.rig().type("debian").robot().sleep(400);
        g.take("create-download");
        g.rig().press(KeyCode.ESCAPE);
        paste(g, g.foundry().disc("Debian 12.5.0 amd64 n").toString());
        g.rig()
                .shows("Create")
                .click("Add Data Disk")
                .click("Add Data Disk")
                .type("much")
                .robot()
                .sleep(300);
        g.take("create-disks");
        paste(g, g.foundry().windows().toString());
        g.rig().shows("Microsoft Windows 10");
        g.take("create-windows");
        g.rig()
                .robot()
                .interact(() -> g.rig().robot().lookup(".toggle-switch").queryAllAs(ToggleSwitch.class).stream()
                        .filter(t -> t.getText().equals("Install without questions"))
                        .forEach(t -> t.setSelected(true)));
        g.rig().shows("Product key");
        g.rig().robot().interact(() -> ((ScrollPane) g.rig().scene().lookup(".scroll-pane")).setVvalue(1));
        g.take("create-windows-express");
        g.rig().robot().interact(() -> ((ScrollPane) g.rig().scene().lookup(".scroll-pane")).setVvalue(0));
        g.rig().click("Another system…").shows("Which system is on it?");
        g.take("create-system");
        g.rig().type("debian").robot().sleep(300);
        g.take("create-system-search");
        g.rig().press(KeyCode.ESCAPE);
    }

    static void disks(Gallery g) {
        furnish(g);
        VirtualMachine mould = g.foundry().services().inventory().resolve("Debian 12");
        if (mould.state().isActive()) {
            g.foundry().services().power().forceOff(mould.id());
        }
        g.foundry().services().disks().add(mould.id(), 20L << 30);
        g.foundry().services().disks().add(mould.id(), 500L << 30);
        Snapshot both = g.foundry().snapshot(mould, "With data disks", "");
        g.rig().click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER).shows("Hardware");
        g.rig()
                .click("Snapshots")
                .shows("With data disks")
                .rightClick("With data disks")
                .click("Promote to Golden…")
                .shows("What clones get of its data disks:");
        g.take("disks-promote");
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).shows("web-01");
        g.foundry().services().golden().promote(mould.id(), both.id(), "Data on disks of its own");
        g.rig().click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER).shows("Clones get");
        g.take("disks");
        g.rig().click("Add Disk…").shows("Add a disk");
        g.take("disks-add");
        g.rig()
                .press(KeyCode.ESCAPE)
                .click("Golden images")
                .rightClick("Debian 12")
                .click("Data Disks…");
        g.rig().shows("Data disks of “Debian 12”");
        g.take("disks-roles");
        g.rig().press(KeyCode.ESCAPE);
    }

    static void paste(Gallery g, String text) {
        g.rig().robot().interact(() -> {
            g.rig().scene().lookup(".source-box").lookup(".button").requestFocus();
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        });
        g.rig().press(KeyCode.CONTROL, KeyCode.V);
    }

    static void check(Gallery g) {
        g.rig().press(KeyCode.CONTROL, KeyCode.K).shows("All is well");
        g.take("check-well");
        g.foundry().furnish();
        VirtualMachine debian = g.foundry().services().inventory().resolve("Debian 12");
        Snapshot tuned = g.foundry().services().inventory().resolveSnapshot(debian, "Tuned");
        for (int i = 0; i < 4; i++) {
            String path = g.foundry().fake().volumes().pathOf("web-0" + i + ".vda.00000000000" + i + ".qcow2");
            g.foundry().fake().foreign().addsFile(path, "qcow2", 1 << 20, Optional.empty());
        }
        g.rig().press(KeyCode.F5).shows("Left over");
        g.take("check-leftovers");
        g.foundry().fake().foreign().writes(layer(tuned), "x", "y");
        VirtualMachine windows = g.foundry().services().inventory().resolve("Windows 11 Office");
        Snapshot office =
                g.foundry().services().inventory().snapshots(windows.id()).get(0);
        g.foundry().fake().foreign().removesFile(layer(office));
        g.rig().press(KeyCode.F5).shows("Files are missing");
        g.take("check-all");
        g.rig().click("Remove Leftovers").shows("Undo");
        g.take("check-undo");
    }

    private static String layer(Snapshot snapshot) {
        return snapshot.hardware().writableDisks().get(0).source().orElseThrow();
    }

    static void said(Gallery g) {
        furnish(g);
        g.rig().click("web-03").press(KeyCode.DELETE).shows("Undo");
        g.take("said-undo");
        g.foundry().copies().hold();
        g.rig().rightClick("web-02").click("Clone…").shows("How many").type("a full one");
        g.rig()
                .click("Full: a copy that depends on nothing")
                .press(KeyCode.ENTER)
                .shows("Cloning “a full one”");
        g.take("said-progress");
        g.rig().press(KeyCode.CONTROL, KeyCode.Q).shows("Quit Ingot?");
        g.take("sheet-quit");
        close(g);
        g.foundry().copies().letGo();
        g.foundry().fake().foreign().stopsDaemon();
        g.rig().rightClick("web-03").click("Start");
        g.rig().robot().sleep(500);
        g.take("said-lost");
        if (g.rig().has("Details")) {
            g.rig().click("Details");
            g.take("said-details");
        }
        g.foundry().fake().foreign().startsDaemon();
        g.rig().until(() -> g.foundry().services().inventory().resolve("web-01").state() == PowerState.RUNNING);
    }
}
