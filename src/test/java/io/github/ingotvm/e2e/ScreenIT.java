package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.Locks;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine's screen over its protocol, against the screenshot that the hypervisor itself takes, and its keyboard. */
class ScreenIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.machine("Seen").id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyEncodingPaintsWhatTheHypervisorSees() {
        try (Guest guest = world.boot(id)) {
            guest.status();
            world.services().power().pause(id);
            Picture screenshot = world.services().power().screen(id).orElseThrow();
            assertThat(Arrays.stream(screenshot.argb()).distinct().count())
                    .as("colours: it is a picture")
                    .isGreaterThan(2);
            for (Encoding encoding : Encoding.values()) {
                try (Viewer viewer = Viewer.of(world.services(), id, encoding)) {
                    await(encoding.name()).atMost(Guest.PATIENCE).until(() -> same(viewer.seen(), screenshot));
                    await("scan codes").atMost(Guest.PATIENCE).until(viewer::takesScanCodes);
                }
            }
        }
    }

    @Test
    void whatIsTypedReachesTheGuestAndShows() {
        try (Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.RAW)) {
            int edits = guest.status().edits();
            await().atMost(Guest.PATIENCE).until(() -> viewer.seen().width() > 0);

            viewer.type('e');
            guest.statusWhen(s -> s.edits() == edits + 1);

            world.services().power().pause(id);
            Picture screenshot = world.services().power().screen(id).orElseThrow();
            await().atMost(Guest.PATIENCE).until(() -> same(viewer.seen(), screenshot));
        }
    }

    @Test
    void textIsCopiedThroughTheMachinesClipboard() {
        String short_ = "Grüße, 世界 🙂\nsecond line";
        String long_ = "Zeile für Zeile\n".repeat(50_000);
        try (Guest guest = world.boot(id);
                Viewer one = Viewer.of(world.services(), id, Encoding.RAW);
                Viewer other = Viewer.of(world.services(), id, Encoding.RAW)) {
            guest.status();
            await("both are in").atMost(Guest.PATIENCE).until(() -> one.takesScanCodes() && other.takesScanCodes());
            one.copy(short_);
            await().atMost(Guest.PATIENCE).until(() -> other.clipboards().equals(List.of(short_)));
            other.copy(long_);
            await().atMost(Guest.PATIENCE).until(() -> one.clipboards().equals(List.of(long_)));
        }
    }

    @Test
    void theScreensSizeAndTheKeyboardsLightsAreToldByQemu() {
        int capsLock = 0x3A;
        try (Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.RAW)) {
            guest.status();
            await().atMost(Guest.PATIENCE).until(viewer::isResizable);
            viewer.wish(1000, 700);
            await().atMost(Guest.PATIENCE).until(() -> viewer.answers().equals(List.of(SizeAnswer.ASKED)));
            viewer.type(Keysym.CAPS_LOCK, capsLock);
            await().atMost(Guest.PATIENCE)
                    .until(() -> viewer.locks()
                            .equals(List.of(new Locks(false, false, false), new Locks(false, false, true))));
        }
    }

    @Test
    void aScreenStaysOpenWhileItsGuestRestarts() {
        try (Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.ZRLE)) {
            int boots = guest.status().boots();
            guest.restart();
            int edits = guest.statusWhen(s -> s.boots() == boots + 1).edits();

            viewer.type('e');

            guest.statusWhen(s -> s.edits() == edits + 1);
            assertThat(viewer.isOver()).isFalse();
            world.services().power().pause(id);
            Picture screenshot = world.services().power().screen(id).orElseThrow();
            await().atMost(Guest.PATIENCE).until(() -> same(viewer.seen(), screenshot));
        }
    }

    @Test
    void aScreenEndsWithItsMachineAndOpensWithTheNextStart() {
        try (Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.ZRLE)) {
            guest.status();
            guest.powerOff();
            await().atMost(Guest.PATIENCE).until(viewer::isOver);
        }
        try (Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.ZRLE)) {
            guest.status();
            await().atMost(Guest.PATIENCE).until(() -> viewer.seen().width() > 0);
        }
    }

    private static boolean same(Picture seen, Picture screenshot) {
        return seen.width() == screenshot.width()
                && seen.height() == screenshot.height()
                && Arrays.equals(
                        Arrays.stream(seen.argb()).map(p -> p & 0xFFFFFF).toArray(),
                        Arrays.stream(screenshot.argb()).map(p -> p & 0xFFFFFF).toArray());
    }
}
