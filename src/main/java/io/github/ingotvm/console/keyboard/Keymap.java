package io.github.ingotvm.console.keyboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which signs are on which keys: up to four groups (layouts that one switches between), in each up to some levels. */
final class Keymap {
    static final Keymap EMPTY = new Keymap();
    /** What each modifier adds to a level. */
    static final int SHIFT = 1;

    static final int ALT_GR = 2;
    /** Those that these two choose; there may be more. */
    private static final int LEVELS = 4;
    /** What the X server adds to Linux's key codes. */
    private static final int X_OFFSET = 8;

    /** The key that American keyboards lack: what it types there, systems do not agree upon. */
    private static final int BESIDE_SHIFT = 0x56;

    private final Map<Integer, List<Place>> places = new HashMap<>();
    private final Map<Integer, Map<Now, Integer>> signs = new HashMap<>();

    /** One sign on one key. */
    private record Place(int scanCode, int group, int level) {}

    /**
     * @param keycode as the X server numbers it
     * @param sign a keysym, of Unicode's where it stands for a sign; 0 for none
     */
    void add(int keycode, int group, int level, int sign) {
        int scanCode = ScanCodes.ofLinux(keycode - X_OFFSET);
        signs.computeIfAbsent(keycode, k -> new HashMap<>()).put(new Now(group, level), sign);
        if (sign != 0 && scanCode != ScanCodes.UNKNOWN) {
            places.computeIfAbsent(sign, s -> new ArrayList<>()).add(new Place(scanCode, group, level));
        }
    }

    /**
     * What is switched on and held on the keyboard.
     *
     * @param group the layout in use, from 0
     * @param level that the modifiers held choose
     */
    record Now(int group, int level) {
        private static final int SHIFT_MASK = 1;
        /** {@code Mod5}, which AltGr is on all keyboards of X.org. */
        private static final int ALT_GR_MASK = 1 << 7;

        /** @param modifiers as the X server has them */
        static Now of(int group, int modifiers) {
            int shift = (modifiers & SHIFT_MASK) == 0 ? 0 : SHIFT;
            int altGr = (modifiers & ALT_GR_MASK) == 0 ? 0 : ALT_GR;
            return new Now(group, shift + altGr);
        }
    }

    /**
     * The key that types a sign now.
     *
     * @param base what the toolkit says the key types by itself; 0 when it does not say. It is of the group in use, or of the first
     *     one where the toolkit has no name for that sign
     */
    int scanCode(int sign, int base, Now now) {
        // Some signs are on several keys; then the key's own sign tells, or else the modifiers that are held.
        Comparator<Place> likely = Comparator.comparing((Place p) -> !types(p.scanCode(), base, now.group()))
                .thenComparing(p -> p.level() != now.level())
                .thenComparing(Place::level);
        return in(now.group(), sign).stream()
                .min(likely)
                .or(() -> plain(base, now.group()).findFirst())
                .or(() -> plain(base, 0).findFirst())
                .or(() -> all(sign).findFirst())
                .map(Place::scanCode)
                .orElse(ScanCodes.UNKNOWN);
    }

    /**
     * Whether a press may be the one that the toolkit tells of.
     *
     * @param sign as the toolkit has it; 0 when it has neither a sign nor a name for the key: a dead key, or a rare one
     */
    boolean fits(Presses.Press press, int sign) {
        Map<Now, Integer> key = signs.getOrDefault(press.keycode(), Map.of());
        if (sign == 0) {
            return ScanCodes.isNameless(typed(key, press.now()));
        }
        return key.values().stream().anyMatch(s -> s == sign || ScanCodes.twin(s) == sign);
    }

    /** A key that has less groups or levels than others types the same in all that it lacks. */
    private static int typed(Map<Now, Integer> key, Now now) {
        Now shifted = new Now(now.group(), now.level() & SHIFT);
        return Stream.of(
                        now, shifted, new Now(now.group(), 0), new Now(0, now.level()), new Now(0, now.level() & SHIFT))
                .filter(key::containsKey)
                .findFirst()
                .map(n -> key.getOrDefault(n, 0))
                .orElseGet(() -> key.getOrDefault(new Now(0, 0), 0));
    }

    /** Of any key, also of those that are in the same place everywhere. */
    int scanCode(int keycode) {
        int plain = signs.getOrDefault(keycode, Map.of()).getOrDefault(new Now(0, 0), 0);
        int fixed = ScanCodes.named(plain);
        return fixed == ScanCodes.UNKNOWN ? ScanCodes.ofLinux(keycode - X_OFFSET) : fixed;
    }

    Optional<Stroke> stroke(int sign, int group) {
        return in(group, sign).stream()
                .filter(p -> p.level() < LEVELS)
                .min(Comparator.comparing((Place p) -> p.scanCode() == BESIDE_SHIFT)
                        .thenComparing(Place::level))
                .map(p -> new Stroke(p.scanCode(), (p.level() & SHIFT) != 0, (p.level() & ALT_GR) != 0));
    }

    private boolean types(int scanCode, int base, int group) {
        return Stream.concat(plain(base, group), plain(base, 0)).anyMatch(p -> p.scanCode() == scanCode);
    }

    private Stream<Place> plain(int sign, int group) {
        return in(group, sign).stream().filter(p -> p.level() == 0);
    }

    private List<Place> in(int group, int sign) {
        return all(sign).filter(p -> p.group() == group).toList();
    }

    private Stream<Place> all(int sign) {
        return sign == 0 ? Stream.empty() : places.getOrDefault(sign, List.of()).stream();
    }
}
