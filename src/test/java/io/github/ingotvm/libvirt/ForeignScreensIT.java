package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.ConsoleException;
import io.github.ingotvm.console.Options;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.ScreenListener;
import io.github.ingotvm.console.Transport;
import io.github.ingotvm.hypervisor.Consoles.Display;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/** Screens that other tools made, each way that libvirt has for VNC: as a descriptor, and where they listen. */
@ExtendWith(PrivateLibvirtExtension.class)
class ForeignScreensIT {
    private static final int PAUSED = 1;
    private static final String PASSWORD = "geheim12";

    private final PrivateLibvirt libvirt;
    private Connect connect;
    private Connection connection;
    private EventHub hub;
    private Optional<Domain> domain = Optional.empty();

    ForeignScreensIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
    }

    /** How a screen was made. */
    enum Screen {
        PORT("<graphics type='vnc' port='-1' autoport='yes'%s><listen type='address' address='127.0.0.1'/></graphics>"),
        EVERY_ADDRESS(
                "<graphics type='vnc' port='-1' autoport='yes'%s><listen type='address' address='0.0.0.0'/></graphics>"),
        SOCKET_FILE("<graphics type='vnc'%s><listen type='socket'/></graphics>"),
        NOWHERE("<graphics type='vnc'%s><listen type='none'/></graphics>");

        private final String xml;

        Screen(String xml) {
            this.xml = xml;
        }

        String xml(boolean password) {
            return xml.formatted(password ? " passwd='" + PASSWORD + "'" : "");
        }
    }

    @BeforeEach
    void open() throws LibvirtException {
        hub = new EventHub();
        connection = Connection.open(ConnectionUri.parse(libvirt.uri()), hub);
        connect = new Connect(libvirt.uri());
    }

    @AfterEach
    void close() throws LibvirtException {
        if (domain.isPresent()) {
            domain.get().destroy();
        }
        connect.close();
        connection.close();
        hub.close();
    }

    @ParameterizedTest
    @EnumSource
    void areSeenWithoutAskingForTheirPassword(Screen screen) throws Exception {
        MachineId id = start(screen.xml(true));

        Display.Direct direct = (Display.Direct) new LibvirtConsoles(connection, Optional.empty()).display(id);

        assertThat(direct.password()).isEmpty();
        assertThat(seen(direct.channel(), Optional.empty())).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void areSeenWhereTheyListen(Screen screen) throws Exception {
        assertSeenWhereItListens(start(screen.xml(false)), Optional.empty());
        close();
        open();
        assertSeenWhereItListens(start(screen.xml(true)), Optional.of(PASSWORD));
    }

    private void assertSeenWhereItListens(MachineId id, Optional<String> password) throws Exception {
        LibvirtConsoles consoles = new LibvirtConsoles(connection, Optional.of(Listening.HERE));

        Display.Direct direct = (Display.Direct) consoles.display(id);

        assertThat(direct.password()).isEqualTo(password);
        assertThat(seen(direct.channel(), direct.password())).isPositive();
    }

    @Test
    void sayThatAPasswordIsWrong() throws Exception {
        MachineId id = start(Screen.PORT.xml(true));
        LibvirtConsoles consoles = new LibvirtConsoles(connection, Optional.of(Listening.HERE));

        Display.Direct direct = (Display.Direct) consoles.display(id);

        assertThat(end(direct.channel(), Optional.of("falsch")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DENIED));
    }

    @Test
    void areOutOfReachWhereTheyListenNowhereOrNoTunnelLeads() throws Exception {
        MachineId id = start(Screen.NOWHERE.xml(false));
        LibvirtConsoles nowhere = new LibvirtConsoles(connection, Optional.of(Listening.HERE));
        LibvirtConsoles barred = new LibvirtConsoles(connection, Optional.of(place -> {
            throw new java.io.IOException("barred");
        }));

        assertThat(nowhere.display(id)).isNotInstanceOf(Display.Direct.class);
        assertThat(barred.display(id)).isNotInstanceOf(Display.Direct.class);
    }

    /** A machine that is paused before its first instruction: its screen is there all the same. */
    private MachineId start(String graphics) throws LibvirtException {
        Domain made = connect.domainCreateXML("""
                <domain type='qemu'>
                  <name>foreign</name><memory unit='MiB'>16</memory>
                  <os><type arch='x86_64'>hvm</type></os>
                  <devices>%s<video><model type='vga'/></video></devices>
                </domain>
                """.formatted(graphics), PAUSED);
        domain = Optional.of(made);
        return new MachineId(UUID.fromString(made.getUUIDString()));
    }

    /** How wide the first frame is. */
    private static int seen(ByteChannel channel, Optional<String> password) throws Exception {
        Look look = new Look();
        try (RfbClient client = RfbClient.open(Transport.of(channel), Options.local(password), look)) {
            look.frame.get(20, TimeUnit.SECONDS);
            return client.screen().width();
        }
    }

    private static ConsoleException end(ByteChannel channel, Optional<String> password) throws Exception {
        Look look = new Look();
        try (RfbClient client = RfbClient.open(Transport.of(channel), Options.local(password), look)) {
            assertThat(client.isResizable()).isFalse();
            return look.end.get(20, TimeUnit.SECONDS);
        }
    }

    private static final class Look implements ScreenListener {
        private final CompletableFuture<Boolean> frame = new CompletableFuture<>();
        private final CompletableFuture<ConsoleException> end = new CompletableFuture<>();

        @Override
        public void frameReady() {
            frame.complete(true);
        }

        @Override
        public void ended(Optional<ConsoleException> why) {
            why.ifPresent(e -> {
                frame.completeExceptionally(e);
                end.complete(e);
            });
        }
    }
}
