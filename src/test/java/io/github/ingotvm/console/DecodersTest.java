package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {
    private static final int WIDTH = 150;
    private static final int HEIGHT = 77;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void paintsRawPixels(int colours) {
        int[] picture = Painter.picture(random, WIDTH, HEIGHT, colours);
        ServerScript script = begin(Encoding.RAW);
        for (int pixel : picture) {
            script.pixel(pixel);
        }

        assertPainted(script, picture);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 5000})
    void paintsHextiles(int colours) {
        int[] picture = Painter.picture(random, WIDTH, HEIGHT, colours);
        ServerScript script = begin(Encoding.HEXTILE);
        new HextileSender(script).picture(picture, WIDTH, HEIGHT);

        assertPainted(script, picture);
    }

    @ParameterizedTest
    @CsvSource({
        "RAW, 9",
        "PACKED, 1",
        "PACKED, 2",
        "PACKED, 4",
        "PACKED, 5",
        "PACKED, 16",
        "RUNS, 1",
        "RUNS, 500",
        "PALETTE_RUNS, 2",
        "PALETTE_RUNS, 127"
    })
    void paintsCompressedTiles(ZrleSender.Way way, int colours) {
        int[] picture = Painter.picture(random, WIDTH, HEIGHT, colours);
        ServerScript script = begin(Encoding.ZRLE);
        script.zlib(new ZrleSender().picture(picture, WIDTH, HEIGHT, way));

        assertPainted(script, picture);
    }

    @ParameterizedTest
    @EnumSource(ZrleSender.Way.class)
    void keepsOneCompressedStreamThroughAllRectangles(ZrleSender.Way way) {
        int[] first = Painter.picture(random, WIDTH, HEIGHT, 3);
        int[] second = Painter.picture(random, WIDTH, HEIGHT, 3);
        ServerScript script = begin(Encoding.ZRLE);
        script.zlib(new ZrleSender().picture(first, WIDTH, HEIGHT, way));
        script.update(1).rectangle(0, 0, WIDTH, HEIGHT, Encoding.ZRLE.number());
        script.zlib(new ZrleSender().picture(second, WIDTH, HEIGHT, way));

        assertPainted(script, second);
    }

    @ParameterizedTest
    @CsvSource({"0,0, 3,2", "3,2, 0,0", "0,2, 3,0", "5,5, 5,5", "0,0, 0,1", "0,1, 0,0"})
    void copiesWhatOverlaps(int fromX, int fromY, int toX, int toY) {
        int[] picture = Painter.picture(random, WIDTH, HEIGHT, 500);
        ServerScript script = begin(Encoding.RAW);
        for (int pixel : picture) {
            script.pixel(pixel);
        }
        script.update(1)
                .rectangle(toX, toY, 20, 10, Encoding.COPY_RECT.number())
                .u16(fromX, fromY);
        int[] expected = picture.clone();
        for (int y = 0; y < 10; y++) {
            System.arraycopy(picture, (fromY + y) * WIDTH + fromX, expected, (toY + y) * WIDTH + toX, 20);
        }

        assertPainted(script, expected);
    }

    @Test
    void saysWhatIsDirty() {
        ServerScript script = ServerScript.greeting(WIDTH, HEIGHT).update(2);
        script.rectangle(3, 4, 2, 1, Encoding.RAW.number()).pixel(1).pixel(2);
        script.rectangle(10, 9, 1, 1, Encoding.RAW.number()).pixel(3);
        Played played = Played.of(script);

        played.pace.take((w, h, argb, dirty) -> assertThat(dirty).isEqualTo(new Area(0, 0, WIDTH, HEIGHT)));

        assertThat(played.dirty()).isEqualTo(Area.NONE);
        assertThat(new Area(3, 4, 2, 1).union(new Area(10, 9, 1, 1))).isEqualTo(new Area(3, 4, 8, 6));
    }

    private static ServerScript begin(Encoding encoding) {
        return ServerScript.greeting(WIDTH, HEIGHT).update(1).rectangle(0, 0, WIDTH, HEIGHT, encoding.number());
    }

    private static void assertPainted(ServerScript script, int[] expected) {
        Played played = Played.of(script);

        assertThat(played.end.kind()).as(played.end.getMessage()).isEqualTo(Kind.DISCONNECTED);
        assertThat(played.pixels()).isEqualTo(expected);
        assertThat(played.transport.left()).isZero();
    }
}
