package io.github.ingotvm.console.keyboard;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import org.jspecify.annotations.Nullable;

/** What is used of libX11 (Xlib.h) and its keyboard extension (XKBlib.h, XKBstr.h). */
interface Xlib extends Library {
    int CORE_KEYBOARD = 0x100;
    int TYPES_AND_SIGNS = 1 | 2;
    int NEW_KEYBOARD_AND_MAP = 1 | 2;
    /** More than any event takes. */
    int EVENT_BYTES = 256;
    /** {@code KeySym} is an {@code unsigned long}. */
    int SIGN_BYTES = NativeLong.SIZE;

    @Nullable
    Pointer XOpenDisplay(@Nullable String name);

    int XCloseDisplay(Pointer display);

    int XPending(Pointer display);

    int XNextEvent(Pointer display, Pointer event);

    boolean XGetEventData(Pointer display, Pointer event);

    void XFreeEventData(Pointer display, Pointer event);

    boolean XQueryExtension(Pointer display, String name, int[] opcode, int[] event, int[] error);

    int XGetInputFocus(Pointer display, NativeLongByReference window, IntByReference revert);

    int XGetWindowAttributes(Pointer display, NativeLong window, Pointer attributes);

    boolean XkbQueryExtension(
            Pointer display,
            int @Nullable [] opcode,
            int @Nullable [] event,
            int @Nullable [] error,
            int[] major,
            int[] minor);

    boolean XkbSelectEvents(Pointer display, int device, int mask, int values);

    /** Gives a {@link Description}. */
    @Nullable
    Pointer XkbGetMap(Pointer display, int which, int device);

    void XkbFreeKeyboard(Pointer keyboard, int which, boolean all);

    int XkbGetState(Pointer display, int device, State state);

    /** {@code XkbDescRec}, as far as it is read. */
    @FieldOrder({"display", "flags", "device", "firstKey", "lastKey", "controls", "server", "map"})
    class Description extends Structure {
        public @Nullable Pointer display;
        public short flags;
        public short device;
        public byte firstKey;
        public byte lastKey;
        public @Nullable Pointer controls;
        public @Nullable Pointer server;
        public ClientMap.@Nullable ByReference map;

        Description(Pointer at) {
            super(at);
            read();
        }
    }

    /** {@code XkbClientMapRec}. */
    @FieldOrder({"roomForTypes", "typeCount", "types", "roomForSigns", "signCount", "signs", "keys", "modifiers"})
    class ClientMap extends Structure {
        public byte roomForTypes;
        public byte typeCount;
        public @Nullable Pointer types;
        public short roomForSigns;
        public short signCount;
        public @Nullable Pointer signs;
        public @Nullable Pointer keys;
        public @Nullable Pointer modifiers;

        /** A pointer to it. */
        public static final class ByReference extends ClientMap implements Structure.ByReference {}
    }

    /** {@code XkbStateRec}. */
    @FieldOrder({
        "group", "lockedGroup", "baseGroup", "latchedGroup", "modifiers", "baseModifiers", "latchedModifiers",
        "lockedModifiers", "compatible", "grab", "compatibleGrab", "lookup", "compatibleLookup", "buttons"
    })
    class State extends Structure {
        public byte group;
        public byte lockedGroup;
        public short baseGroup;
        public short latchedGroup;
        public byte modifiers;
        public byte baseModifiers;
        public byte latchedModifiers;
        public byte lockedModifiers;
        public byte compatible;
        public byte grab;
        public byte compatibleGrab;
        public byte lookup;
        public byte compatibleLookup;
        public short buttons;
    }
}
