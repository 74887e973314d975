package io.github.ingotvm.libvirt;

import io.github.ingotvm.model.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Screenshots: QEMU gives PNG, older ones and other drivers the raw PPM. */
final class PictureDecoder {
    static {
        ImageIO.setUseCache(false); // a file for every screenshot
    }

    private PictureDecoder() {}

    /** Empty for what is neither. */
    static Optional<Picture> decode(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == '6') {
            return new PpmReader(bytes).read();
        }
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                return Optional.empty();
            }
            int width = image.getWidth();
            int height = image.getHeight();
            return Optional.of(new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@code P6 width height 255}, separated by white space, then three bytes a pixel. */
    private static final class PpmReader {
        private final byte[] bytes;
        private int at = 2;

        PpmReader(byte[] bytes) {
            this.bytes = bytes;
        }

        Optional<Picture> read() {
            int width = number();
            int height = number();
            int depth = number();
            at++; // the one white space after the header
            if (width <= 0 || height <= 0 || depth != 255 || bytes.length - at < (long) width * height * 3) {
                return Optional.empty();
            }
            int[] argb = new int[width * height];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = 0xFF00_0000 | next() << 16 | next() << 8 | next();
            }
            return Optional.of(new Picture(width, height, argb));
        }

        private int next() {
            return bytes[at++] & 0xFF;
        }

        private int number() {
            while (at < bytes.length && (bytes[at] == '#' || Character.isWhitespace(bytes[at]))) {
                if (bytes[at] == '#') {
                    while (at < bytes.length && bytes[at] != '\n') {
                        at++;
                    }
                } else {
                    at++;
                }
            }
            int value = 0;
            while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && value < 100_000) {
                value = value * 10 + bytes[at++] - '0';
            }
            return value;
        }
    }
}
