package io.github.ingotvm.fake;

import io.github.ingotvm.model.Picture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a {@link FakeScreen} says and hears. */
final class FakeScreenTalk {
    private static final int EXTENDED_DESKTOP_SIZE = -308;
    private static final int QEMU_KEYS = -258;
    private static final int POINTER_MOTION = -257;
    private static final int STILL = 0x7FFF;
    private static final int ON_REQUEST = 1;
    private static final int PROHIBITED = 1;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final FakeDisplay display;
    private final FakeScreen.Painter painter;
    private int shownWidth;
    private int shownHeight;
    private boolean extended;
    private boolean asked;
    private boolean stale;

    FakeScreenTalk(DataInputStream in, DataOutputStream out, FakeDisplay display, FakeScreen.Painter painter) {
        this.in = in;
        this.out = out;
        this.display = display;
        this.painter = painter;
    }

    void greet() throws IOException {
        out.writeBytes("RFB 003.008\n");
        out.flush();
        in.skipNBytes(12);
        out.write(new byte[] {1, 1});
        out.flush();
        in.skipNBytes(1);
        out.writeInt(0);
        out.flush();
        in.skipNBytes(1);
        shownWidth = display.width();
        shownHeight = display.height();
        out.writeShort(shownWidth);
        out.writeShort(shownHeight);
        out.write(new byte[16]);
        out.writeInt(4);
        out.writeBytes("fake");
        out.flush();
    }

    void message() throws IOException {
        int type = in.readUnsignedByte();
        synchronized (this) {
            answer(type);
        }
    }

    private void answer(int type) throws IOException {
        switch (type) {
            case 0 -> in.skipNBytes(19);
            case 2 -> encodings();
            case 3 -> {
                stale |= in.readUnsignedByte() == 0;
                in.skipNBytes(8);
                asked = true;
            }
            case 4 -> {
                boolean down = in.readUnsignedByte() != 0;
                in.skipNBytes(2);
                key(in.readInt(), 0, down);
            }
            case 5 -> {
                int buttons = in.readUnsignedByte();
                int none = display.hasMouse() ? STILL : 0;
                int x = in.readUnsignedShort() - none;
                display.pointers.add(new FakeGuest.Pointer(x, in.readUnsignedShort() - none, buttons));
            }
            case 6 -> {
                in.skipNBytes(3);
                display.clipboard.add(new String(in.readNBytes(in.readInt()), StandardCharsets.ISO_8859_1));
            }
            case 251 -> wish();
            case 255 -> {
                in.skipNBytes(1);
                boolean down = in.readUnsignedShort() != 0;
                key(in.readInt(), in.readInt(), down);
            }
            default -> throw new IOException("unknown message");
        }
        if (asked && (stale || isResized())) {
            asked = false;
            stale = false;
            if (isResized()) {
                resize(0, 0);
            }
            show();
        }
    }

    private boolean isResized() {
        return shownWidth != display.width() || shownHeight != display.height();
    }

    /** The guest has another size of its screen: who waits for an update is told, and asks for the picture. */
    synchronized void sized() {
        try {
            if (asked && extended && isResized()) {
                asked = false;
                resize(0, 0);
            }
        } catch (IOException e) {
            // Nobody looks any more; who listens to them ends with the channel.
            asked = false;
        }
    }

    private void key(int keysym, int scanCode, boolean down) {
        display.key(keysym, scanCode, down);
        stale |= down;
    }

    private void encodings() throws IOException {
        in.skipNBytes(1);
        boolean sizes = false;
        boolean keys = false;
        boolean motion = false;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int encoding = in.readInt();
            sizes |= encoding == EXTENDED_DESKTOP_SIZE;
            keys |= encoding == QEMU_KEYS;
            motion |= encoding == POINTER_MOTION;
        }
        if (motion) {
            rectangle(display.hasMouse() ? 0 : 1, 0, shownWidth, shownHeight, POINTER_MOTION);
            out.flush();
        }
        if (keys) {
            rectangle(0, 0, 0, 0, QEMU_KEYS);
            out.flush();
        }
        if (sizes) {
            extended = true;
            resize(0, 0);
        }
    }

    private void wish() throws IOException {
        in.skipNBytes(1);
        int width = in.readUnsignedShort();
        int height = in.readUnsignedShort();
        int screens = in.readUnsignedByte();
        in.skipNBytes(1 + 16L * screens);
        boolean done = display.wish(width, height);
        resize(ON_REQUEST, done ? 0 : PROHIBITED);
        stale = true;
    }

    private void resize(int reason, int status) throws IOException {
        shownWidth = display.width();
        shownHeight = display.height();
        if (!extended) {
            return;
        }
        rectangle(reason, status, shownWidth, shownHeight, EXTENDED_DESKTOP_SIZE);
        out.writeInt(1 << 24);
        out.writeLong(1L << 32);
        out.writeShort(shownWidth);
        out.writeShort(shownHeight);
        out.writeInt(0);
        out.flush();
    }

    /** An update of one rectangle, up to its payload. */
    private void rectangle(int x, int y, int width, int height, int encoding) throws IOException {
        out.writeInt(1);
        out.writeShort(x);
        out.writeShort(y);
        out.writeShort(width);
        out.writeShort(height);
        out.writeInt(encoding);
    }

    private void show() throws IOException {
        Picture now = painter.paint(shownWidth, shownHeight);
        rectangle(0, 0, now.width(), now.height(), 0);
        for (int pixel : now.argb()) {
            out.writeInt(Integer.reverseBytes(pixel));
        }
        out.flush();
    }

    /** The guest copies text. */
    synchronized void copies(String text) throws IOException {
        out.writeInt(3 << 24);
        out.writeInt(text.length());
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
