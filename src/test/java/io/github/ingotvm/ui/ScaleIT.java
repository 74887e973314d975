package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.FakeGuest.Pointer;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** How large a machine's screen is shown, seen on the monitor pixel by pixel. Each pixel of the guest says where it is. */
class ScaleIT extends ConsoleTest {
    @Test
    void showsPixelsAsTheyAreWhereTheScreenFitsAsItIs() {
        resize(1340, 900);

        assertPixel(0, 0, 0, 0);
        assertPixel(511, 383, 511, 383);
        assertPixel(1023, 767, 1023, 767);
    }

    @Test
    void doublesPixelsWhereThereIsRoomForTwo() {
        guest().follows(id, true);
        choose("Guest Follows the Window");
        await().atMost(PATIENCE).until(() -> !guest().screenSize(id).equals("1024x768"));
        guest().sized(id, 400, 300);
        choose("Fit to Window");

        await().atMost(PATIENCE).until(() -> imageBounds().getWidth() == 800);
        assertPixel(0, 0, 0, 0);
        assertPixel(1, 1, 0, 0);
        assertPixel(799, 599, 399, 299);
        assertPixel(400, 301, 200, 150);
    }

    @Test
    void blendsPixelsWhereTheScreenIsTooLarge() {
        resize(800, 600);

        assertThat(imageBounds().getWidth()).isLessThan(1024);
        int corner = rig.pixel(imageBounds().getMaxX() - 2, imageBounds().getMinY() + 1);
        // Between two neighbours: of neither's colour.
        assertThat(corner >> 16 & 0xFF).isBetween(0xF0, 0xFF);
    }

    @Test
    void movesAboutInAScreenAtItsActualSize() {
        resize(800, 600);
        choose("Actual Size (1:1)");

        await().atMost(PATIENCE).until(() -> bars() == 2);
        assertPixel(0, 0, 0, 0);
        robot.moveTo(console()).moveBy(consoleBounds().getWidth() / 2 - 4, 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(last(guest().pointers(id)).x()).isGreaterThan(1000));
        double right = consoleBounds().getWidth() - barWidth();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(pixelOfConsole(right - 1, 10)).isEqualTo(PaintedScreens.number(1023, 10)));
    }

    @Test
    void asksTheGuestToFollowTheWindow() {
        guest().follows(id, true);
        choose("Guest Follows the Window");
        await().atMost(PATIENCE).until(() -> guest().screenSize(id).equals(room()));

        resize(900, 700);
        await().atMost(PATIENCE).until(() -> guest().screenSize(id).equals(room()));
        int right = (int) consoleBounds().getWidth() - 1;
        await().atMost(PATIENCE).until(() -> imageBounds().getWidth() == right + 1);
        assertPixel(right, 0, right, 0);
    }

    @Test
    void saysThatAGuestDoesNotFollow() {
        choose("Guest Follows the Window");

        rig.shows("This guest does not change the size of its screen; the picture is fitted to the window.");
        rig.tool("Scale").shows("Guest Follows the Window (this one cannot)");
    }

    private void choose(String words) {
        rig.tool("Scale").choose(words); // by key: the menu's items come anew as it opens, and move
        await().atMost(PATIENCE).until(this::focused);
    }

    private void resize(double width, double height) {
        robot.interact(() -> {
            rig.stage().setX(0);
            rig.stage().setY(0);
            rig.stage().setWidth(width);
            rig.stage().setHeight(height);
        });
        rig.until(() -> rig.scene().getWidth() == width);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String room() {
        return (int) consoleBounds().getWidth() + "x" + (int) consoleBounds().getHeight();
    }

    private Bounds consoleBounds() {
        return console().localToScene(console().getBoundsInLocal());
    }

    private Bounds imageBounds() {
        ImageView image = (ImageView) console().lookup(".image-view");
        return image.localToScene(image.getBoundsInLocal());
    }

    private long bars() {
        return console().lookupAll(".scroll-bar").stream()
                .filter(n -> n instanceof ScrollBar && n.isVisible())
                .count();
    }

    private double barWidth() {
        return console().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(b -> b.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .mapToDouble(ScrollBar::getWidth)
                .sum();
    }

    /** At a place of the picture, on the monitor, there is this pixel of the guest. */
    private void assertPixel(int x, int y, int guestX, int guestY) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.pixel(
                                imageBounds().getMinX() + x, imageBounds().getMinY() + y))
                        .isEqualTo(PaintedScreens.number(guestX, guestY)));
    }

    private int pixelOfConsole(double x, double y) {
        return rig.pixel(consoleBounds().getMinX() + x, consoleBounds().getMinY() + y);
    }

    private static Pointer last(java.util.List<Pointer> all) {
        return all.get(all.size() - 1);
    }
}
