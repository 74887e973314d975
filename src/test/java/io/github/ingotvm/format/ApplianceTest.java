package io.github.ingotvm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Appliances, honest ones and those that mean harm. */
class ApplianceTest {
    /** As VMware and VirtualBox write it. */
    static final String ONE = """
            <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
                xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
                xmlns:vmw="http://www.vmware.com/schema/ovf">
              <References>
                <File ovf:id="file1" ovf:href="second.vmdk"/>
                <File ovf:id="file2" ovf:href="first.vdi"/>
              </References>
              <DiskSection>
                <Disk ovf:diskId="d1" ovf:fileRef="file1" ovf:capacity="5" ovf:capacityAllocationUnits="byte * 2^20"/>
                <Disk ovf:diskId="d2" ovf:fileRef="file2" ovf:capacity="5242880"/>
                <Disk ovf:diskId="d3" ovf:capacity="1" ovf:capacityAllocationUnits="byte * 2^30"/>
              </DiskSection>
              <VirtualSystem ovf:id="vm">
                <Name>Web server</Name>
                <OperatingSystemSection ovf:id="96" vmw:osType="debian12_64Guest"><Description>Debian</Description></OperatingSystemSection>
                <VirtualHardwareSection>
                  <Item><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>4</rasd:VirtualQuantity></Item>
                  <Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>2048</rasd:VirtualQuantity></Item>
                  <Item><rasd:InstanceID>3</rasd:InstanceID><rasd:ResourceSubType>lsilogic</rasd:ResourceSubType><rasd:ResourceType>6</rasd:ResourceType></Item>
                  <Item><rasd:AddressOnParent>1</rasd:AddressOnParent><rasd:HostResource>ovf:/disk/d1</rasd:HostResource><rasd:InstanceID>4</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>
                  <Item><rasd:AddressOnParent>0</rasd:AddressOnParent><rasd:HostResource>ovf:/disk/d2</rasd:HostResource><rasd:InstanceID>5</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>
                  <Item><rasd:AddressOnParent>2</rasd:AddressOnParent><rasd:HostResource>ovf:/disk/d3</rasd:HostResource><rasd:InstanceID>6</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>
                  <Item><rasd:InstanceID>7</rasd:InstanceID><rasd:ResourceSubType>E1000</rasd:ResourceSubType><rasd:ResourceType>10</rasd:ResourceType></Item>
                  <Item><rasd:InstanceID>8</rasd:InstanceID><rasd:ResourceSubType>VmxNet3</rasd:ResourceSubType><rasd:ResourceType>10</rasd:ResourceType></Item>
                  <vmw:Config ovf:required="false" vmw:key="firmware" vmw:value="efi"/>
                </VirtualHardwareSection>
              </VirtualSystem>
            </Envelope>
            """;

    @TempDir
    Path folder = Path.of("");

    private static Map<String, byte[]> honest() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("web.ovf", ONE.getBytes(StandardCharsets.UTF_8));
        files.put("second.vmdk", Images.vmdk().array());
        files.put("first.vdi", Images.vdi().array());
        return files;
    }

    @Test
    void readsAllThatAnArchiveSaysOfItsMachine() throws IOException {
        Path ova = ova(honest());
        assertThat(Appliance.is(ova)).isTrue();
        try (Appliance appliance = Appliance.open(ova)) {
            Ovf ovf = appliance.ovf();
            assertThat(ovf.name()).isEqualTo("Web server");
            assertThat(ovf.cpus()).isEqualTo(OptionalInt.of(4));
            assertThat(ovf.memory()).isEqualTo(OptionalLong.of(2L << 30));
            assertThat(ovf.uefi()).isTrue();
            assertThat(ovf.system()).contains("debian12_64Guest");
            assertThat(ovf.cards()).containsExactly("E1000", "VmxNet3");
            assertThat(ovf.disks())
                    .extracting(d -> d.file().map(Ovf.File::name).orElse(""))
                    .containsExactly("first.vdi", "second.vmdk", "");
            assertThat(ovf.disks().get(2).capacity()).isEqualTo(1L << 30);
            for (Ovf.Disk disk : ovf.disks().subList(0, 2)) {
                try (InputStream in = appliance
                        .disk(disk.file().orElseThrow())
                        .prepare(d -> {})
                        .open()) {
                    assertThat(in.readAllBytes()).containsSequence(Images.TEXT);
                }
            }
        }
    }

    @Test
    void readsADescriptorWithItsDisksBesideIt() throws IOException {
        for (Map.Entry<String, byte[]> file : honest().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        try (Appliance appliance = Appliance.open(folder.resolve("web.ovf"))) {
            assertThat(appliance
                            .disk(appliance.ovf().disks().get(0).file().orElseThrow())
                            .format())
                    .isEqualTo(DiskFormat.VDI);
        }
    }

    @Test
    void readsVersion2WithItsOwnElements() throws IOException {
        String two = ONE.replace("envelope/1", "envelope/2")
                .replace("<Item><rasd:AddressOnParent>", "<StorageItem><rasd:AddressOnParent>")
                .replace(
                        "<rasd:ResourceType>17</rasd:ResourceType></Item>",
                        "<rasd:ResourceType>17</rasd:ResourceType></StorageItem>");
        Map<String, byte[]> files = honest();
        files.put("web.ovf", two.getBytes(StandardCharsets.UTF_8));
        try (Appliance appliance = Appliance.open(ova(files))) {
            assertThat(appliance.ovf().disks()).hasSize(3);
        }
    }

    @Test
    void checksumsThatComeWithItAreCompared() throws IOException, NoSuchAlgorithmException {
        Map<String, byte[]> files = honest();
        String manifest = "SHA256(web.ovf)= " + sha(ONE.getBytes(StandardCharsets.UTF_8)) + "\nSHA256(first.vdi)= "
                + "0".repeat(64) + "\n";
        files.put("web.mf", manifest.getBytes(StandardCharsets.UTF_8));
        try (Appliance appliance = Appliance.open(ova(files))) {
            List<Ovf.Disk> disks = appliance.ovf().disks();
            appliance.verify(disks.get(1).file().orElseThrow(), done -> {});
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> appliance.verify(disks.get(0).file().orElseThrow(), done -> {}))
                    .withMessageContaining("first.vdi");
        }
        files.put("web.mf", ("SHA256(web.ovf)= " + "0".repeat(64)).getBytes(StandardCharsets.UTF_8));
        refuses(files, "web.ovf is not what its checksum says");
    }

    private static String sha(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void refusesFilesOutsideOfItsFolder() throws IOException {
        for (String evil :
                List.of("../x.vmdk", "/etc/shadow", "a/b.vmdk", "http://example.org/x.vmdk", ".hidden", "..\\x")) {
            refusesDescriptor(ONE.replace("first.vdi", evil), "outside of its folder");
        }
        for (String evil : List.of("../x", "a/b", ".x")) {
            Map<String, byte[]> files = honest();
            files.put(evil, new byte[1]);
            refuses(files, "climbs out");
        }
    }

    @Test
    void refusesALinkBesideADescriptor() throws IOException {
        Files.writeString(folder.resolve("web.ovf"), ONE);
        Files.write(folder.resolve("second.vmdk"), Images.vmdk().array());
        Files.createSymbolicLink(folder.resolve("first.vdi"), Path.of("/etc/passwd"));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Appliance.open(folder.resolve("web.ovf")))
                .withMessageContaining("first.vdi");
    }

    @Test
    void refusesLinksAndFilesOfTheSameNameInAnArchive() throws IOException {
        Path linked = folder.resolve("link.ova");
        try (TarArchiveOutputStream tar = tar(linked)) {
            TarArchiveEntry link = new TarArchiveEntry("first.vdi", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/shadow");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Appliance.open(linked));
        Path twice = folder.resolve("twice.ova");
        try (TarArchiveOutputStream tar = tar(twice)) {
            add(tar, "web.ovf", ONE.getBytes(StandardCharsets.UTF_8));
            add(tar, "web.ovf", ONE.getBytes(StandardCharsets.UTF_8));
        }
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Appliance.open(twice))
                .withMessageContaining("two files");
    }

    @Test
    void refusesADescriptorWithADtd() throws IOException {
        refusesDescriptor("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + ONE, "DTD");
    }

    @Test
    void refusesDescriptorsThatContradictThemselves() throws IOException {
        refusesDescriptor(
                ONE.replace("<VirtualSystem ovf:id=\"vm\">", "<VirtualSystem/><VirtualSystem>"), "2 machines");
        refusesDescriptor(ONE.replace("ovf:/disk/d1", "ovf:/disk/none"), "none");
        refusesDescriptor(ONE.replace("ovf:fileRef=\"file1\"", "ovf:fileRef=\"file9\""), "file9");
        refusesDescriptor(
                ONE.replace("ovf:fileRef=\"file1\"", "ovf:fileRef=\"file1\" ovf:parentRef=\"d2\""), "difference");
        refusesDescriptor(ONE.replace("byte * 2^20</rasd", "byte * 2^63</rasd"), "measures");
        refusesDescriptor(ONE.replace(">2048<", ">9223372036854775807<"), "impossible");
        refusesDescriptor(ONE.replace("<rasd:ResourceType>17", "<rasd:ResourceType>16"), "0 disks");
        refusesDescriptor("<x/>", "no OVF");
    }

    @Test
    void refusesAFileOfAnotherSizeThanItSays() throws IOException {
        Map<String, byte[]> files = honest();
        files.put(
                "web.ovf",
                ONE.replace("ovf:href=\"first.vdi\"", "ovf:href=\"first.vdi\" ovf:size=\"7\"")
                        .getBytes(StandardCharsets.UTF_8));
        try (Appliance appliance = Appliance.open(ova(files))) {
            Ovf.File file = appliance.ovf().disks().get(0).file().orElseThrow();
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> appliance.disk(file))
                    .withMessageContaining("of 7 bytes");
        }
    }

    @Test
    void readsOnlySoManyHeadersOfAnArchiveWithoutEnd() throws IOException {
        byte[] first = Files.readAllBytes(ova(Map.of("web.ovf", new byte[0])));
        byte[] header = java.util.Arrays.copyOf(first, 512);
        Path endless = folder.resolve("endless.ova");
        try (var file = Files.newByteChannel(endless, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 1000; i++) {
                byte[] named = header.clone();
                String name = "%07d".formatted(i);
                System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 7);
                file.write(ByteBuffer.wrap(summed(named)));
            }
            file.position(64L << 30); // a hole
            file.write(ByteBuffer.wrap(header));
        }
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Appliance.open(endless))
                .withMessageContaining("too many files");
    }

    @Test
    void refusesNamesAndAdditionsWithoutEnd() throws IOException {
        for (char type : "Lx".toCharArray()) {
            byte[] header = java.util.Arrays.copyOf(Files.readAllBytes(ova(Map.of("web.ovf", new byte[0]))), 512);
            header[156] = (byte) type;
            System.arraycopy("17777777777".getBytes(StandardCharsets.US_ASCII), 0, header, 124, 11); // 8 GiB
            Path evil = folder.resolve("evil.ova");
            try (var file = Files.newByteChannel(
                    evil, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(summed(header)));
                file.position(9L << 30);
                file.write(ByteBuffer.allocate(512));
            }
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> Appliance.open(evil))
                    .withMessageContaining("damaged archive");
        }
    }

    private static byte[] summed(byte[] header) {
        java.util.Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += Byte.toUnsignedInt(b);
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 8);
        return header;
    }

    @Test
    void refusesAnArchiveWhoseHeaderIsNotWhatItsSumSays() throws IOException {
        Path ova = ova(honest());
        byte[] bytes = Files.readAllBytes(ova);
        bytes[2] ^= 1;
        Files.write(ova, bytes);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Appliance.open(ova))
                .withMessageContaining("damaged archive");
    }

    @Test
    void readsLongNamesAndBigFilesAsPosixAndGnuWriteThem() throws IOException {
        String name = "a".repeat(150) + "ü.txt";
        for (int mode : List.of(TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU)) {
            Path ova = folder.resolve("long.ova");
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(ova), "UTF-8")) {
                tar.setLongFileMode(mode);
                tar.setAddPaxHeadersForNonAsciiNames(mode == TarArchiveOutputStream.LONGFILE_POSIX);
                add(tar, name, Images.TEXT);
                add(tar, "b", Images.TEXT);
            }
            try (ByteSource archive = ByteSource.of(ova)) {
                Map<String, ByteSource> members = TarMembers.of(archive);
                assertThat(members).containsOnlyKeys(name, "b");
                for (ByteSource member : members.values()) {
                    assertThat(member.stream().readAllBytes()).isEqualTo(Images.TEXT);
                }
            }
        }
        for (int mode : List.of(TarArchiveOutputStream.BIGNUMBER_POSIX, TarArchiveOutputStream.BIGNUMBER_STAR)) {
            java.io.ByteArrayOutputStream beginning = new java.io.ByteArrayOutputStream();
            TarArchiveOutputStream tar = new TarArchiveOutputStream(beginning);
            tar.setBigNumberMode(mode);
            TarArchiveEntry entry = new TarArchiveEntry("big", true);
            entry.setSize(9L << 30);
            tar.putArchiveEntry(entry);
            tar.flush();
            Path ova = folder.resolve("big.ova");
            Files.write(ova, beginning.toByteArray());
            try (var file = Files.newByteChannel(ova, StandardOpenOption.WRITE)) {
                file.position(beginning.size() + (9L << 30));
                file.write(ByteBuffer.allocate(1024));
            }
            try (ByteSource archive = ByteSource.of(ova)) {
                assertThat(TarMembers.of(archive).get("big"))
                        .extracting(ByteSource::size)
                        .isEqualTo(9L << 30);
            }
        }
    }

    @Test
    void refusesAnArchiveWithoutADescriptor() throws IOException {
        Map<String, byte[]> files = honest();
        files.remove("web.ovf");
        refuses(files, "without an OVF descriptor");
    }

    private void refusesDescriptor(String descriptor, String why) throws IOException {
        Map<String, byte[]> files = honest();
        files.put("web.ovf", descriptor.getBytes(StandardCharsets.UTF_8));
        refuses(files, why);
    }

    private void refuses(Map<String, byte[]> files, String why) throws IOException {
        Path ova = ova(files);
        assertThatExceptionOfType(MalformedException.class)
                .as(why)
                .isThrownBy(() -> Appliance.open(ova))
                .withMessageContaining(why);
    }

    private Path ova(Map<String, byte[]> files) throws IOException {
        Path ova = folder.resolve("web.ova");
        try (TarArchiveOutputStream tar = tar(ova)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(tar, file.getKey(), file.getValue());
            }
        }
        return ova;
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new TarArchiveOutputStream(out);
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
