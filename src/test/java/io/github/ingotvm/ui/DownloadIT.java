package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.download.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Systems that are fetched in the window, and what comes of them. */
class DownloadIT extends OneWindowTest {
    private RawServer server = new RawServer();
    private CountDownLatch rest = new CountDownLatch(1);

    @BeforeEach
    void serveAnew() {
        server = new RawServer();
        rest = new CountDownLatch(1);
    }

    @AfterEach
    void letItEnd() throws IOException {
        rest.countDown();
        server.close();
    }

    /** A disc of Debian 12 whose second half comes when the test says so. */
    private String debian(String name) throws IOException {
        byte[] disc = Files.readAllBytes(foundry().disc("Debian 12.5.0 amd64 n"));
        server.page("/" + name, (r, reply) -> {
            int from = r.from();
            reply.head(
                    from > 0 ? "206 Partial Content" : "200 OK",
                    "ETag: \"1\"",
                    "Content-Range: bytes " + from + "-" + (disc.length - 1) + "/" + disc.length,
                    "Content-Length: " + (disc.length - from));
            if (from == 0) {
                reply.body(disc, 0, disc.length / 2);
                await();
                reply.body(disc, disc.length / 2, disc.length);
            } else {
                reply.body(disc, from, disc.length);
            }
        });
        return server.at("/" + name).toString();
    }

    private void await() {
        try {
            rest.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void browse() {
        rig().press(KeyCode.CONTROL, KeyCode.N).click("Download a System…").shows("Download a system");
    }

    /** For those who want to see it: {@code -Dingot.pictures=FOLDER}. */
    private void picture(String name) {
        java.util.Optional.ofNullable(System.getProperty("ingot.pictures")).ifPresent(folder -> {
            rig().robot().sleep(600);
            rig().picture(java.nio.file.Path.of(folder, name + ".png"));
        });
    }

    @Test
    void findsASystemByItsWords() {
        browse();
        picture("catalogue");
        rig().type("debian 13 netinst").shows("Debian 13").hides("Debian 12");
        rig().type("no such system").shows("Nothing with these words is known to be offered anywhere.");
        rig().press(KeyCode.ESCAPE).shows("Choose File…");
    }

    @Test
    void showsHowFarItIsAndGoesOnWithTheDisc() throws IOException {
        browse();
        rig().type(debian("goes-on.iso")).press(KeyCode.ENTER);
        rig().shows("goes-on.iso").until(() -> rig().has("Cancel"));
        picture("downloading");
        assertThat(rig().has("Downloading “goes-on.iso”")).isFalse();
        rest.countDown();
        rig().shows("Debian 12").shows("Create");
        assertThat(rig().robot()
                        .lookup((javafx.scene.Node n) -> n instanceof javafx.scene.control.Label l
                                && l.getText().startsWith("No checksum was found for it"))
                        .tryQuery())
                .isPresent();
        picture("fetched");
        TextField name = rig().robot()
                .lookup((javafx.scene.Node n) -> n instanceof TextField && "Name".equals(n.getAccessibleText()))
                .query();
        rig().until(() -> name.getText().startsWith("Debian"));
    }

    @Test
    void goesOnWhenThePageIsLeftAndSaysWhenItIsThere() throws IOException {
        browse();
        rig().type(debian("left.iso")).press(KeyCode.ENTER).shows("left.iso");
        rig().press(KeyCode.ESCAPE).shows("Downloading “left.iso”");
        rest.countDown();
        rig().shows("left.iso is downloaded.")
                .click("New Machine…")
                .shows("Debian 12")
                .shows("Create");
    }

    @Test
    void keepsWhatHasComeWhenItIsCancelled() throws IOException {
        String address = debian("cancelled.iso");
        browse();
        rig().type(address).press(KeyCode.ENTER).shows("cancelled.iso");
        rig().until(() -> !server.requests("/cancelled.iso").isEmpty());
        rig().until(() -> rig().scene().getFocusOwner() instanceof javafx.scene.control.Button b
                && b.getText().equals("Cancel"));
        rig().press(KeyCode.SPACE).shows("Drop an ISO or a disk image here").dismissNotices();
        rest.countDown();

        rig().click("Download a System…").shows("Download a system").shows("cancelled.iso.part");
        rig().type(address).press(KeyCode.ENTER).shows("Debian 12").shows("Create");
    }
}
