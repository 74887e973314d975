package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 30,000 servers that differ from good ones by a few bytes, or stop anywhere: each ends with the one exception, and soon. */
@Timeout(120)
class FuzzedServerTest {
    private static final int SERVERS = 30_000;
    private static final long SEED = 20_261_123;

    @Test
    void endsEveryServerWithTheOneException() {
        List<byte[]> good = scripts();
        for (int i = 0; i < SERVERS; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            byte[] script = mutated(random, good.get(random.nextInt(good.size())));
            try {
                Played played = Played.of(script, Optional.of("secret"));
                assertThat(played.end.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("server " + i + " of seed " + SEED, e);
            }
        }
    }

    @Test
    void endsWhereverAServerStops() {
        for (byte[] script : scripts()) {
            for (int length = 0; length < script.length; length++) {
                assertThat(Played.of(Arrays.copyOf(script, length), Optional.of("secret")).end)
                        .isNotNull();
            }
        }
    }

    private static byte[] mutated(SplittableRandom random, byte[] good) {
        byte[] script = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(script.length);
            script[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> (byte) (script[at] ^ (1 << random.nextInt(8)));
                default -> (byte) random.nextInt();
            };
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(script, random.nextInt(script.length)) : script;
    }

    /** A good server for each way of painting, and one that says everything that is no pixels. */
    private static List<byte[]> scripts() {
        Random random = new Random(SEED);
        List<byte[]> scripts = new ArrayList<>();
        int[] picture = Painter.picture(random, 70, 20, 5);
        for (ZrleSender.Way way : ZrleSender.Way.values()) {
            ServerScript script = ServerScript.greeting(70, 20);
            for (int i = 0; i < 3; i++) {
                script.update(1).rectangle(0, 0, 70, 20, Encoding.ZRLE.number());
                script.zlib(new ZrleSender().picture(picture, 70, 20, way));
            }
            scripts.add(script.done());
        }
        ServerScript hextile =
                ServerScript.greeting(70, 20).update(1).rectangle(0, 0, 70, 20, Encoding.HEXTILE.number());
        new HextileSender(hextile).picture(picture, 70, 20);
        scripts.add(hextile.done());
        ServerScript raw = ServerScript.greeting(20, 10).update(2).rectangle(2, 2, 10, 5, Encoding.RAW.number());
        raw.raw(new byte[200])
                .rectangle(0, 0, 5, 5, Encoding.COPY_RECT.number())
                .u16(3, 3);
        scripts.add(raw.done());
        scripts.add(rest());
        return scripts;
    }

    private static byte[] rest() {
        return new ServerScript()
                .text("RFB 003.008\n")
                .u8(1, 2)
                .raw(new byte[16])
                .u32(0)
                .init(30, 30, "desk")
                .update(6)
                .rectangle(1, 1, 4, 4, Pseudo.CURSOR)
                .raw(new byte[64 + 4])
                .rectangle(0, 0, 40, 40, Pseudo.DESKTOP_SIZE)
                .rectangle(0, 0, 50, 40, Pseudo.EXTENDED_DESKTOP_SIZE)
                .u8(1, 0, 0, 0)
                .raw(new byte[16])
                .rectangle(0, 0, 0, 0, Pseudo.DESKTOP_NAME)
                .u32(3)
                .text("new")
                .rectangle(0, 0, 40, 40, Pseudo.POINTER_MOTION)
                .rectangle(0, 0, 1, 1, Pseudo.LED_STATE)
                .u8(1)
                .u8(3, 0, 0, 0)
                .u32(5)
                .text("hello")
                .u8(2)
                .u8(1, 0)
                .u16(0, 1)
                .raw(new byte[6])
                .done();
    }
}
