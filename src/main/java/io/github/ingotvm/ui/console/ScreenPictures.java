package io.github.ingotvm.ui.console;

import io.github.ingotvm.ui.common.Tools;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Keeps pictures of a machine's screen: in the Pictures folder and on the clipboard. */
final class ScreenPictures {
    private final Tools tools;

    ScreenPictures(Tools tools) {
        this.tools = tools;
    }

    /** @param machine what the file is named after */
    void take(Frame frame, String machine) {
        int width = frame.width();
        int height = frame.height();
        int[] argb = frame.copy();
        copy(width, height, argb);
        Path folder = ScreenFile.folder(Path.of(System.getProperty("user.home")));
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        tools.background()
                .run(
                        () -> ScreenFile.write(folder, machine, now, width, height, argb),
                        file -> tools.notices().good("The picture is copied, and saved as " + file + "."),
                        tools.notices()::error);
    }

    private static void copy(int width, int height, int[] argb) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
