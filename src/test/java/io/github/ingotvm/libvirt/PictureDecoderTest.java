package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {
    @Test
    void decodesPng() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x123456);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);

        Picture picture = PictureDecoder.decode(png.toByteArray()).orElseThrow();

        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.height()).isEqualTo(2);
        assertThat(picture.argb()[5]).isEqualTo(0xFF123456);
    }

    @Test
    void decodesPpmWithAComment() {
        byte[] head = "P6\n# by QEMU\n2 1\n255\n".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(head, head.length + 6);
        bytes[head.length] = (byte) 0xFF;
        bytes[head.length + 5] = 1;

        Picture picture = PictureDecoder.decode(bytes).orElseThrow();

        assertThat(picture.argb()).containsExactly(0xFFFF0000, 0xFF000001);
    }

    @Test
    void decodesNothingElse() {
        assertThat(PictureDecoder.decode(new byte[] {1, 2, 3})).isEmpty();
        assertThat(PictureDecoder.decode("P6 9999 9999 255 x".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(PictureDecoder.decode(new byte[0])).isEmpty();
    }
}
