package io.github.ingotvm.ui;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/**
 * Pictures of every screen and sheet on a host in memory, dark and light, to be looked at by a person. Arguments: the folder for the
 * pictures, then, to take a few alone, names of rooms.
 */
final class Gallery {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final WindowRig rig;
    private final Foundry foundry;
    private final Path out;

    private Gallery(WindowRig rig, Foundry foundry, Path out) {
        this.rig = rig;
        this.foundry = foundry;
        this.out = out;
    }

    /** What is shown together, each in a window of its own. */
    private static Map<String, Consumer<Gallery>> rooms() {
        Map<String, Consumer<Gallery>> rooms = new LinkedHashMap<>();
        rooms.put("empty", GalleryRooms::empty);
        rooms.put("machines", GalleryRooms::machines);
        rooms.put("sheets", GalleryRooms::sheets);
        rooms.put("properties", GalleryRooms::properties);
        rooms.put("disposable", GalleryRooms::disposable);
        rooms.put("lineage", GalleryRooms::lineage);
        rooms.put("history", GalleryRooms::history);
        rooms.put("golden", GalleryRooms::golden);
        rooms.put("alone", GalleryRooms::alone);
        rooms.put("damaged", GalleryRooms::damaged);
        rooms.put("exported", OddRooms::exported);
        rooms.put("space", GalleryRooms::space);
        rooms.put("create", GalleryRooms::create);
        rooms.put("disks", GalleryRooms::disks);
        rooms.put("check", GalleryRooms::check);
        rooms.put("said", GalleryRooms::said);
        rooms.put("serial", SerialRoom::serial);
        rooms.put("odd", OddRooms::odd);
        rooms.put("focus", OddRooms::focus);
        return rooms;
    }

    public static void main(String[] args) throws IOException, java.util.concurrent.TimeoutException {
        FxToolkit.registerPrimaryStage();
        List<String> wanted = Arrays.asList(args).subList(1, args.length);
        for (String theme : List.of("light", "dark")) {
            Path out = Path.of(args[0], theme);
            for (var room : rooms().entrySet()) {
                if (wanted.isEmpty() || wanted.contains(room.getKey())) {
                    Foundry foundry = new Foundry(Files.createTempDirectory("ingot-gallery"));
                    show(theme, out, foundry, () -> foundry.connectRecorded("window"), room.getValue());
                }
            }
            if (wanted.isEmpty() || wanted.contains("refused")) {
                show(theme, out, new Foundry(Files.createTempDirectory("ingot-gallery")), Gallery::refuse, g -> {
                    g.rig.shows("Try Again");
                    g.take("refused");
                    g.rig.click("Details");
                    g.take("refused-details");
                });
            }
        }
        Platform.exit();
    }

    private static void show(
            String theme,
            Path out,
            Foundry foundry,
            Supplier<io.github.ingotvm.service.Services> connect,
            Consumer<Gallery> room)
            throws IOException {
        Path settings = Files.createTempDirectory("ingot-gallery");
        Files.writeString(settings.resolve("window.properties"), "theme=" + theme + "\n");
        try (WindowRig rig = WindowRig.open(connect, settings, WIDTH, HEIGHT)) {
            try {
                room.accept(new Gallery(rig, foundry, out));
            } catch (org.awaitility.core.ConditionTimeoutException e) {
                rig.pictureOfScreen(out.resolve("failed.png"));
                throw e;
            }
        }
    }

    private static io.github.ingotvm.service.Services refuse() {
        throw new IngotException(
                Kind.DISCONNECTED,
                "There is no libvirt to talk to at qemu:///session; install libvirt-daemon and try again.",
                new IllegalStateException("Failed to connect socket: No such file or directory"));
    }

    WindowRig rig() {
        return rig;
    }

    Foundry foundry() {
        return foundry;
    }

    void take(String name) {
        // Fades and hover colours come to rest.
        rig.robot().sleep(350);
        rig.pictureOfScreen(out.resolve(name + ".png"));
    }
}
