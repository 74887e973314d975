package io.github.ingotvm.bench.console;

import io.github.ingotvm.console.Transport;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/** The guest of {@code src/test/guest}: it shows 1024x768 pixels and paints what keys ask for. */
final class Painter implements AutoCloseable {
    static final int WIDTH = 1024;
    static final int HEIGHT = 768;
    private static final Pattern PORT = Pattern.compile("<graphics type='vnc' port='(\\d+)'");

    private final Services services;
    private final Connect connect;
    private final Domain domain;

    private Painter(Services services, Connect connect, Domain domain) {
        this.services = services;
        this.connect = connect;
        this.domain = domain;
    }

    static Painter start(Services services, PrivateLibvirt libvirt) throws Exception {
        Path disk = image(libvirt.shared());
        Connect connect = new Connect(libvirt.uri());
        Domain domain = connect.domainCreateXML("""
                <domain type='qemu'>
                  <name>painter</name><memory unit='MiB'>64</memory>
                  <os><type arch='x86_64' machine='q35'>hvm</type></os>
                  <features><acpi/></features>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='raw'/><source file='%s'/><target dev='vda' bus='virtio'/><readonly/>
                    </disk>
                    <graphics type='vnc' port='-1' autoport='yes'><listen type='address' address='127.0.0.1'/></graphics>
                    <video><model type='vga'/></video>
                  </devices>
                </domain>
                """.formatted(disk), 0);
        return new Painter(services, connect, domain);
    }

    private static Path image(Path folder) throws IOException, InterruptedException {
        Process build = new ProcessBuilder("sh", "src/test/guest/build", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (build.waitFor() != 0) {
            throw new IOException("src/test/guest cannot be built here");
        }
        Path image = folder.resolve("painter.img");
        Files.setPosixFilePermissions(image, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        return image;
    }

    /** The way that Ingot itself takes. */
    Transport open() throws LibvirtException {
        MachineId id = services.inventory().machines().stream()
                .filter(m -> m.name().equals("painter"))
                .map(VirtualMachine::id)
                .findFirst()
                .orElseThrow();
        return Transport.of(services.screens().open(id).channel());
    }

    /** Where others come in. */
    int port() throws LibvirtException {
        Matcher port = PORT.matcher(domain.getXMLDesc(0));
        if (!port.find()) {
            throw new IllegalStateException("the painter has no port");
        }
        return Integer.parseInt(port.group(1));
    }

    @Override
    public void close() throws LibvirtException {
        domain.destroy();
        connect.close();
    }
}
