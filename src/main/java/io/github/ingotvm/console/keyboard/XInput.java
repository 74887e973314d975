package io.github.ingotvm.console.keyboard;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** What is used of libXi (XInput2.h): events of keys, as toolkits hear them. */
interface XInput extends Library {
    int ALL_MASTERS = 1;
    int KEY_PRESS = 2;
    /** A key that is held and repeats. */
    int REPEAT = 1 << 16;

    int XIQueryVersion(Pointer display, int[] major, int[] minor);

    int XISelectEvents(Pointer display, NativeLong window, EventMask mask, int count);

    /** {@code XIEventMask}. */
    @FieldOrder({"device", "length", "mask"})
    class EventMask extends Structure {
        public int device;
        public int length;
        public @Nullable Pointer mask;
    }

    /** {@code XGenericEventCookie}, what an event says of itself. */
    @FieldOrder({"type", "serial", "sent", "display", "extension", "kind", "cookie", "data"})
    class Cookie extends Structure {
        public int type;
        public NativeLong serial = new NativeLong();
        public int sent;
        public @Nullable Pointer display;
        public int extension;
        public int kind;
        public int cookie;
        public @Nullable Pointer data;

        Cookie(Pointer at) {
            super(at);
            read();
        }
    }

    /** {@code XIDeviceEvent}. */
    @FieldOrder({
        "type",
        "serial",
        "sent",
        "display",
        "extension",
        "kind",
        "time",
        "device",
        "source",
        "detail",
        "root",
        "window",
        "child",
        "rootX",
        "rootY",
        "windowX",
        "windowY",
        "flags",
        "gap",
        "buttonBytes",
        "buttons",
        "valuatorBytes",
        "valuators",
        "values",
        "modifiers",
        "group"
    })
    class KeyEvent extends Structure {
        public int type;
        public NativeLong serial = new NativeLong();
        public int sent;
        public @Nullable Pointer display;
        public int extension;
        public int kind;
        public NativeLong time = new NativeLong();
        public int device;
        public int source;
        public int detail;
        public NativeLong root = new NativeLong();
        public NativeLong window = new NativeLong();
        public NativeLong child = new NativeLong();
        public double rootX;
        public double rootY;
        public double windowX;
        public double windowY;
        public int flags;
        /** What follows are structures of their own, which begin where their pointers may. */
        public int gap;

        public int buttonBytes;
        public @Nullable Pointer buttons;
        public int valuatorBytes;
        public @Nullable Pointer valuators;
        public @Nullable Pointer values;
        /** Base, latched, locked, and all of them together. */
        public int[] modifiers = new int[4];

        public int[] group = new int[4];

        KeyEvent(Pointer at) {
            super(at);
            read();
        }
    }
}
