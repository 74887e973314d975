package io.github.ingotvm.ui.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {
    private final Camera camera = new Camera();

    private void large() {
        camera.glass(1000, 600);
        camera.picture(4000, 3000);
    }

    @Test
    void whatLiesUnderThePointerStaysThereWhileZooming() {
        large();
        camera.move(-1500, -1200);
        double there = (400 - camera.x()) / camera.zoom();
        camera.zoomAt(400, 300, 1.5);
        assertThat(camera.zoom()).isEqualTo(1.5);
        assertThat((400 - camera.x()) / camera.zoom()).isCloseTo(there, within(0.001));
    }

    @Test
    void itComesNoCloserAndGoesNoFartherThanIsOfUse() {
        large();
        camera.zoom(100);
        assertThat(camera.zoom()).isEqualTo(Camera.CLOSEST);
        camera.zoom(0.0001);
        assertThat(camera.zoom()).isEqualTo(Camera.FARTHEST);
    }

    @Test
    void thePictureDoesNotLeaveTheGlass() {
        large();
        camera.move(500, 500);
        assertThat(camera.x()).isZero();
        assertThat(camera.y()).isZero();
        camera.move(-9999, -9999);
        assertThat(camera.x()).isEqualTo(-3000);
        assertThat(camera.y()).isEqualTo(-2400);
    }

    @Test
    void aSmallPictureStandsAtTheLeftInTheMiddle() {
        camera.glass(1000, 600);
        camera.picture(300, 200);
        camera.move(50, 50);
        assertThat(camera.x()).isZero();
        assertThat(camera.y()).isEqualTo(200);
    }

    @Test
    void fitShowsAllOfItButNeverLargerThanItIs() {
        large();
        camera.fit();
        assertThat(camera.zoom()).isEqualTo(0.2);
        camera.picture(100, 100);
        camera.fit();
        assertThat(camera.zoom()).isEqualTo(1);
    }

    @Test
    void revealMovesNoFartherThanNeeded() {
        large();
        camera.reveal(100, 100, 200, 44);
        assertThat(camera.x()).isZero();
        camera.reveal(1000, 100, 200, 44);
        assertThat(camera.x()).isEqualTo(-224);
        camera.reveal(100, 100, 200, 44);
        assertThat(camera.x()).isEqualTo(-76);
    }

    @Test
    void nothingIsRevealedBeforeThereIsAGlass() {
        camera.picture(4000, 3000);
        camera.reveal(1000, 100, 200, 44);
        camera.glass(1000, 600);
        assertThat(camera.x()).isZero();
        assertThat(camera.y()).isZero();
    }

    @Test
    void seesWhatIsOnTheGlassAndALittleAroundIt() {
        large();
        assertThat(camera.sees(900, 500, 200, 44)).isTrue();
        assertThat(camera.sees(1300, 500, 200, 44)).isTrue();
        assertThat(camera.sees(1900, 500, 200, 44)).isFalse();
        assertThat(camera.sees(0, 1000, 200, 44)).isFalse();
    }
}
