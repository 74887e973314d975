package io.github.ingotvm.osinfo;

import io.github.ingotvm.osinfo.OperatingSystem.FirmwareSupport;
import io.github.ingotvm.osinfo.OperatingSystem.ReadyImage;
import io.github.ingotvm.osinfo.OperatingSystem.Stage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** All systems in the form in which one of them is found fastest: nothing is unpacked but what is asked for. */
final class OsIndex {
    /** Changes with the form: an index of another version is none. */
    static final long MAGIC = 0x494e474f544f5304L;

    static final int HEADER = 20;

    private final byte[] bytes;
    private final int count;
    private final int records;
    private final int rules;

    private OsIndex(byte[] bytes) {
        this.bytes = bytes;
        this.count = new Cursor(bytes, HEADER).number32();
        this.records = HEADER + 4 + 4 * (count + 1);
        this.rules = records + new Cursor(bytes, records - 4).number32();
    }

    /** The index in these bytes; empty when it is damaged, of another version, or of other files than those with the stamp. */
    static Optional<OsIndex> open(byte[] bytes, long stamp) {
        if (bytes.length <= HEADER) {
            return Optional.empty();
        }
        Cursor header = new Cursor(bytes, 0);
        if (header.number64() != MAGIC || header.number64() != stamp) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue() == header.number32() ? Optional.of(new OsIndex(bytes)) : Optional.empty();
    }

    Stream<OperatingSystem> systems() {
        return IntStream.range(0, count).mapToObj(this::system);
    }

    /** What fits the medium, the best first. */
    List<Recognition> recognise(Medium medium) {
        Cursor at = new Cursor(bytes, rules);
        boolean[] possible = literalsIn(medium.volume(), at);
        Map<Integer, OperatingSystem> read = new HashMap<>();
        List<Recognition> found = new ArrayList<>();
        int total = at.number32();
        for (int i = 0; i < total; i++) {
            int literal = at.number16();
            int os = at.number16();
            int which = at.number16();
            if (possible[literal]) {
                OperatingSystem system = read.computeIfAbsent(os, this::system);
                InstallMedium candidate = system.media().get(which);
                if (candidate.rule().fits(medium)) {
                    found.add(new Recognition(system, candidate));
                }
            }
        }
        return found;
    }

    /** Which of the texts are in the label. Most have a character that the label has not, and are ruled out by that. */
    private static boolean[] literalsIn(String label, Cursor at) {
        boolean[] has = new boolean[256];
        for (byte b : label.getBytes(StandardCharsets.UTF_8)) {
            has[Byte.toUnsignedInt(b)] = true;
        }
        boolean[] possible = new boolean[at.number32()];
        for (int i = 0; i < possible.length; i++) {
            possible[i] = at.textIsMadeOf(has) && label.contains(at.passed());
        }
        return possible;
    }

    private OperatingSystem system(int index) {
        int offset = new Cursor(bytes, HEADER + 4 + 4 * index).number32();
        Cursor at = new Cursor(bytes, records + offset);
        return new OperatingSystem(
                at.text(),
                at.text(),
                at.texts(),
                at.text(),
                at.text(),
                at.text(),
                at.text(),
                at.text(),
                date(at),
                date(at),
                Stage.valueOf(at.text()),
                at.list(OsIndex::needs),
                Set.copyOf(at.list(c -> Device.valueOf(c.text()))),
                at.list(c -> new FirmwareSupport(c.text(), c.text(), c.flag())),
                at.list(OsIndex::medium),
                at.list(c -> new ReadyImage(c.text(), c.text(), c.flag(), c.text())));
    }

    private static Needs needs(Cursor at) {
        return new Needs(
                at.text(),
                at.number64(),
                at.number64(),
                at.number64(),
                at.number64(),
                at.number64(),
                at.number32(),
                at.number32());
    }

    private static InstallMedium medium(Cursor at) {
        return new InstallMedium(
                at.text(),
                at.text(),
                at.flag(),
                at.flag(),
                at.flag(),
                at.number32(),
                at.flag(),
                at.texts(),
                at.text(),
                at.text(),
                at.text(),
                new MediumRule(at.text(), at.text(), at.text(), at.text(), at.number64()));
    }

    private static Optional<LocalDate> date(Cursor at) {
        long day = at.number64();
        return day == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
