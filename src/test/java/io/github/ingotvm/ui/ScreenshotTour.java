package io.github.ingotvm.ui;

import io.github.ingotvm.history.History;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.testkit.InstallerDisc;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.linux.SharedLinux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

/** Makes the pictures of the documentation: the real window on real machines. Argument: the folder for the pictures. */
final class ScreenshotTour {
    private static final double WIDTH = 1160;
    private static final double HEIGHT = 760;

    private final WindowRig rig;
    private final Path out;

    private ScreenshotTour(WindowRig rig, Path out) {
        this.rig = rig;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        Path folder = Files.createTempDirectory("ingot-tour");
        try (PrivateLibvirt libvirt = PrivateLibvirt.start();
                Services services = services(libvirt, folder)) {
            Showroom showroom = new Showroom(services, libvirt.shared());
            showroom.furnish();
            try (WindowRig rig = open(libvirt, folder, "light")) {
                new ScreenshotTour(rig, out).walk(showroom);
            }
            try (WindowRig rig = open(libvirt, folder, "dark")) {
                new ScreenshotTour(rig, out).dashboard("dashboard-dark");
            }
            showroom.tamper();
            try (WindowRig rig = open(libvirt, folder, "late")) {
                new ScreenshotTour(rig, out).damaged();
            }
        }
        serial(out, folder);
        Platform.exit();
    }

    /** The serial port of a Linux guest. */
    private static void serial(Path out, Path folder) throws IOException {
        SharedLinux linux = SharedLinux.get();
        Path mine = Files.createDirectories(folder.resolve("serial"));
        Files.writeString(mine.resolve("window.properties"), "theme=light\n");
        try (WindowRig rig = WindowRig.open(linux::connect, mine, WIDTH, HEIGHT)) {
            rig.click(linux.name()).press(KeyCode.ENTER).click("Serial");
            rig.hasKeyboard("#terminal");
            rig.press(KeyCode.ENTER);
            // Long enough for what says how to take the keyboard back to be gone.
            for (String line : List.of(
                    "stty echo; . /etc/profile; clear", "ls --color=always /", "uname -a", "df -h", "cd /etc")) {
                rig.robot().write(line);
                rig.press(KeyCode.ENTER).robot().sleep(1200);
            }
            new ScreenshotTour(rig, out).take("serial");
        }
    }

    private static Services services(PrivateLibvirt libvirt, Path folder) {
        return Services.on(
                libvirt.connect(),
                folder.resolve("locks"),
                OsLibrary.builtIn(),
                History.in(folder.resolve("state"), new History.Author("ada", "window", "the tour's")));
    }

    private static WindowRig open(PrivateLibvirt libvirt, Path folder, String theme) throws IOException {
        Path mine = Files.createDirectories(folder.resolve(theme));
        Files.writeString(
                mine.resolve("window.properties"), "theme=" + (theme.equals("dark") ? theme : "light") + "\n");
        return WindowRig.open(() -> services(libvirt, folder), mine, WIDTH, HEIGHT);
    }

    private void walk(Showroom showroom) {
        dashboard("dashboard");
        rig.rightClick(Showroom.MOULD).shows("Clone…");
        rig.pictureOfScreen(out.resolve("menu.png"));
        rig.click("Clone…").shows("Clone “" + Showroom.MOULD + "”").type("class-{01..30}");
        rig.shows("Make 30 Clones");
        take("clone");
        rig.press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        take("list");
        rig.press(KeyCode.CONTROL, KeyCode.DIGIT1).click(Showroom.MOULD).press(KeyCode.ALT, KeyCode.ENTER);
        rig.shows("Hardware");
        take("overview");
        rig.click("Snapshots").shows("You are here");
        take("snapshots");
        golden();
        rig.click("Lineage").shows("golden v2, current, now").tool("All of it");
        take("lineage");
        rig.click("History").shows("Today");
        take("history");
        choose(showroom.disc(), "Ingot Demo");
        take("new");
        rig.press(KeyCode.ESCAPE);
        create(InstallerDisc.debian(showroom.disc().resolveSibling("debian-12.5.0-amd64-netinst.iso")));
        rig.press(KeyCode.ESCAPE)
                .click("All")
                .click("web-02")
                .press(KeyCode.DELETE)
                .shows("Deleted “web-02”.");
        take("undo");
        rig.click("Undo").shows("web-02");
        rig.doubleClick("web-01");
        rig.shows("Shut Down").robot().sleep(4000);
        take("machine");
        console();
    }

    /** A system that installs without questions, and where it could have come from. */
    private void create(Path disc) {
        choose(disc, "Debian 12");
        rig.until(() -> rig.has("Take “Just Installed” by itself once it is installed"));
        rig.type("Build server").click("Install without questions").shows("Host name");
        rig.type("correct horse");
        rig.robot()
                .interact(() -> rig.robot()
                        .lookup(".page .scroll-pane")
                        .queryAs(ScrollPane.class)
                        .setVvalue(1));
        take("express");
        rig.robot()
                .interact(() -> rig.robot()
                        .lookup(".page .scroll-pane")
                        .queryAs(ScrollPane.class)
                        .setVvalue(0));
        rig.click("Download a System…").shows("Download a system").type("debian");
        take("download");
        rig.press(KeyCode.ESCAPE);
    }

    private void golden() {
        rig.click("Golden images").shows("Windows of the lab");
        rig.until(() -> !rig.has("Not sealed yet"));
        take("golden");
        rig.press(KeyCode.ENTER).shows("Versions");
        take("golden-page");
        rig.click("Update All 3…").shows("Update 3 clones to v2");
        take("update");
        rig.press(KeyCode.ESCAPE)
                .click("Space")
                .shows(Showroom.MOULD)
                .tool("Show the snapshots of " + Showroom.MOULD)
                .shows("Tuned");
        take("space");
    }

    private void damaged() {
        rig.shows("web-01").click("Golden images").shows("Changed").press(KeyCode.ENTER);
        rig.shows("v2 is not what was promoted");
        take("golden-damaged");
    }

    private void console() {
        rig.tool("Send keys").click("Type Text…");
        rig.type("sudo systemctl enable --now nginx # 5 €");
        take("type-text");
        rig.press(KeyCode.ESCAPE).robot().clickOn("#console");
        rig.press(KeyCode.F11).robot().sleep(900);
        rig.pictureOfScreen(out.resolve("full-screen.png"));
        rig.press(KeyCode.F11);
        rig.press(KeyCode.ALT, KeyCode.LEFT).click("All");
        rig.doubleClick("Windows of the lab");
        rig.shows("Shut Down").robot().sleep(2500);
        rig.press(KeyCode.Q).shows("Start");
        take("off");
    }

    private void dashboard(String name) {
        rig.shows("web-01").until(this::allRunningOnesHaveAPicture);
        take(name);
    }

    private boolean allRunningOnesHaveAPicture() {
        return rig.robot().lookup(".machine-card").queryAll().stream()
                .filter(card -> card.lookup(".state.running") != null)
                .allMatch(card -> card.lookup(".screen .image-view") instanceof javafx.scene.image.ImageView v
                        && v.getImage() != null);
    }

    private void choose(Path disc, String system) {
        rig.press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…");
        rig.robot()
                .interact(() ->
                        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, disc.toString())));
        rig.press(KeyCode.CONTROL, KeyCode.V).shows(system);
    }

    private void take(String name) {
        // Fades and hover colours come to rest.
        rig.robot().sleep(400);
        rig.picture(out.resolve(name + ".png"));
    }
}
