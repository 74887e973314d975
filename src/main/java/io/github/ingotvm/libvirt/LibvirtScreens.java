package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Screens;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Optional;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LibvirtScreens implements Screens {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtScreens.class);
    private static final int LARGEST = 256 << 20;

    private final Connection connection;

    LibvirtScreens(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Picture> capture(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            if (!dom.isActive()) {
                return Optional.empty();
            }
            return capture(dom);
        }
    }

    private Optional<Picture> capture(Dom dom) {
        try (Handle<ConnectionPointer> lease = connection.lease();
                ByteStream stream = ByteStream.on(lease.get(), "see the screen of “" + dom.name() + "”")) {
            CString type =
                    dom.check(Virt.X.virDomainScreenshot(dom.pointer(), stream.start(), 0, 0), "see the screen of");
            type.free(); // the bytes say themselves what they are
            byte[] bytes = stream.receive(LARGEST);
            stream.finish();
            return PictureDecoder.decode(bytes);
        } catch (HypervisorException e) {
            if (e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            LOG.debug("No screen to see", e);
            return Optional.empty(); // no screen, or it went away meanwhile
        }
    }
}
