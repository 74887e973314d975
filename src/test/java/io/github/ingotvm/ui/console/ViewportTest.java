package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @Test
    void growsAndShrinksWithTheRoom() {
        show(1600, 1200, 1, 640, 400);
        assertThat(viewport.shownWidth()).isEqualTo(1600);
        show(512, 400, 1, 1024, 768);
        assertThat(viewport.shownWidth()).isEqualTo(512);
        assertThat(viewport.isCrisp()).isFalse();
    }

    @Test
    void takesAWholeScaleThatNearlyFits() {
        show(1100, 800, 1, 1024, 768);
        assertThat(viewport.shownWidth()).isEqualTo(1024);
        assertThat(viewport.isCrisp()).isTrue();
        show(1300, 900, 1, 640, 400);
        assertThat(viewport.shownWidth()).isEqualTo(1280);
        assertThat(viewport.times()).isEqualTo(2);
    }

    @Test
    void countsTheMonitorsPixelsWhereTheyAreFinerThanTheWindowsUnits() {
        show(720, 540, 1.5, 1024, 768);
        assertThat(viewport.shownWidth() * 1.5).isCloseTo(1024, within(1e-6));
        assertThat(viewport.isCrisp()).isTrue();

        show(900, 600, 1.5, 1024, 768);
        assertThat(viewport.shownHeight()).isCloseTo(600, within(1e-6));
        assertThat(viewport.isCrisp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void beginsOnAPixelOfTheMonitor(double output) {
        show(1001.3, 703.7, output, 800, 600);

        Point2D origin = viewport.origin();

        assertThat(origin.getX() * output).isCloseTo(Math.rint(origin.getX() * output), within(1e-6));
        assertThat(origin.getY() * output).isCloseTo(Math.rint(origin.getY() * output), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void showsOnePixelByOneAtActualSize(double output) {
        viewport.setMode(ScaleMode.ACTUAL);
        show(600, 400, output, 1600, 1200);

        assertThat(viewport.shownWidth() * output).isCloseTo(1600, within(1e-6));
        assertThat(viewport.isCrisp()).isTrue();
        assertThat(viewport.overflowX()).isCloseTo(1600 / output - 600, within(1e-6));
    }

    @Test
    void movesAboutInALargeScreenAndNotBeyond() {
        viewport.setMode(ScaleMode.ACTUAL);
        show(800, 600, 1, 1024, 768);

        viewport.pan(100, 50);
        assertThat(viewport.guest(0, 0)).isEqualTo(new Point2D(100, 50));
        viewport.pan(1000, 1000);
        assertThat(viewport.guest(799.5, 599.5)).isEqualTo(new Point2D(1023, 767));
        viewport.pan(-5000, -5000);
        assertThat(viewport.guest(0, 0)).isEqualTo(Point2D.ZERO);
    }

    @Test
    void findsTheGuestsPixelBelowThePointer() {
        show(1300, 900, 1, 640, 400);

        assertThat(viewport.guest(10, 50)).isEqualTo(Point2D.ZERO);
        assertThat(viewport.guest(11.9, 51.9)).isEqualTo(Point2D.ZERO);
        assertThat(viewport.guest(12, 52)).isEqualTo(new Point2D(1, 1));
        assertThat(viewport.guest(-50, 5000)).isEqualTo(new Point2D(0, 399));
    }

    @Test
    void knowsHowManyPixelsThereIsRoomFor() {
        show(1000.4, 700, 1.5, 640, 400);

        assertThat(viewport.pixelsAcross()).isEqualTo(1500);
        assertThat(viewport.pixelsDown()).isEqualTo(1050);
    }

    private void show(double roomWidth, double roomHeight, double output, int width, int height) {
        viewport.setScreen(width, height);
        viewport.setRoom(roomWidth, roomHeight, output);
    }
}
