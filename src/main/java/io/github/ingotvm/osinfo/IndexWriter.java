package io.github.ingotvm.osinfo;

import io.github.ingotvm.osinfo.OperatingSystem.FirmwareSupport;
import io.github.ingotvm.osinfo.OperatingSystem.ReadyImage;
import io.github.ingotvm.osinfo.RuleOrder.Ranked;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes what {@link OsIndex} reads. */
final class IndexWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private IndexWriter() {}

    /** @param stamp of the files that the systems were read from */
    static byte[] write(List<OperatingSystem> systems, long stamp) {
        try {
            byte[] body = new IndexWriter().body(systems);
            CRC32 crc = new CRC32();
            crc.update(body);
            return ByteBuffer.allocate(OsIndex.HEADER + body.length)
                    .putLong(OsIndex.MAGIC)
                    .putLong(stamp)
                    .putInt((int) crc.getValue())
                    .put(body)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(List<OperatingSystem> systems) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (OperatingSystem os : systems) {
            records.add(new IndexWriter().record(os));
        }
        out.writeInt(records.size());
        int offset = 0;
        for (byte[] each : records) {
            out.writeInt(offset);
            offset += each.length;
        }
        out.writeInt(offset);
        for (byte[] each : records) {
            out.write(each);
        }
        rules(systems);
        return bytes.toByteArray();
    }

    private void rules(List<OperatingSystem> systems) throws IOException {
        List<Ranked> rules = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            OperatingSystem os = systems.get(i);
            for (int j = 0; j < os.media().size(); j++) {
                if (os.media().get(j).rule().asksAnything()) {
                    rules.add(new Ranked(os, i, os.media().get(j), j));
                }
            }
        }
        Map<String, Integer> literals = new LinkedHashMap<>();
        rules.forEach(r -> literals.putIfAbsent(literal(r), literals.size()));
        out.writeInt(literals.size());
        for (String literal : literals.keySet()) {
            text(literal);
        }
        out.writeInt(rules.size());
        for (Ranked rule : RuleOrder.sort(rules)) {
            out.writeShort(literals.getOrDefault(literal(rule), 0));
            out.writeShort(rule.osIndex());
            out.writeShort(rule.mediumIndex());
        }
    }

    private static String literal(Ranked rule) {
        return Literal.in(rule.medium().rule().volume());
    }

    private void rule(MediumRule rule) throws IOException {
        text(rule.volume());
        text(rule.system());
        text(rule.publisher());
        text(rule.application());
        out.writeLong(rule.volumeSize());
    }

    private byte[] record(OperatingSystem os) throws IOException {
        text(os.id());
        text(os.shortId());
        texts(os.aliases());
        text(os.name());
        text(os.version());
        text(os.family());
        text(os.distro());
        text(os.codename());
        out.writeLong(os.released().map(d -> d.toEpochDay()).orElse(Long.MIN_VALUE));
        out.writeLong(os.endOfLife().map(d -> d.toEpochDay()).orElse(Long.MIN_VALUE));
        text(os.stage().name());
        out.writeShort(os.needs().size());
        for (Needs needs : os.needs()) {
            needs(needs);
        }
        texts(os.devices().stream().sorted().map(Device::name).toList());
        out.writeShort(os.firmware().size());
        for (FirmwareSupport firmware : os.firmware()) {
            text(firmware.arch());
            text(firmware.type());
            out.writeBoolean(firmware.supported());
        }
        out.writeShort(os.media().size());
        for (InstallMedium medium : os.media()) {
            medium(medium);
        }
        out.writeShort(os.images().size());
        for (ReadyImage image : os.images()) {
            text(image.arch());
            text(image.format());
            out.writeBoolean(image.cloudInit());
            text(image.url());
        }
        return bytes.toByteArray();
    }

    private void needs(Needs needs) throws IOException {
        text(needs.arch());
        out.writeLong(needs.memory());
        out.writeLong(needs.leastMemory());
        out.writeLong(needs.installMemory());
        out.writeLong(needs.disk());
        out.writeLong(needs.leastDisk());
        out.writeInt(needs.cpus());
        out.writeInt(needs.leastCpus());
    }

    private void medium(InstallMedium medium) throws IOException {
        text(medium.arch());
        text(medium.name());
        out.writeBoolean(medium.live());
        out.writeBoolean(medium.installer());
        out.writeBoolean(medium.scripted());
        out.writeInt(medium.reboots());
        out.writeBoolean(medium.ejects());
        texts(medium.variants());
        text(medium.url());
        text(medium.kernel());
        text(medium.initrd());
        rule(medium.rule());
    }

    private void texts(List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String each : texts) {
            text(each);
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(utf8.length);
        out.write(utf8);
    }
}
