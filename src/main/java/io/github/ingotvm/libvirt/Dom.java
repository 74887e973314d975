package io.github.ingotvm.libvirt;

import com.sun.jna.ptr.IntByReference;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainByReference;
import org.libvirt.jna.DomainPointer;

/** A domain at hand, for the length of one operation. */
final class Dom implements AutoCloseable {
    /** With passwords and the like: what is written back must not lose them. */
    static final int XML_SECURE = 1;

    static final int XML_INACTIVE = 2;
    private static final int UUID_BYTES = 16;
    private static final int METADATA_TITLE = 1;
    private static final int AFFECT_CURRENT = 0;
    private static final int AFFECT_CONFIG = 2;

    private final Handle<DomainPointer> handle;

    Dom(DomainPointer pointer) {
        this.handle = new Handle<>(pointer, Virt.X::virDomainFree);
    }

    /** {@code NOT_FOUND} */
    static Dom of(Connection connection, MachineId id) {
        return find(connection, id)
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND,
                        "There is no machine with the id " + id + " (any more); another tool may have removed it."));
    }

    static Optional<Dom> find(Connection connection, MachineId id) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            DomainPointer pointer = Virt.X.virDomainLookupByUUID(lease.get(), bytes(id));
            if (pointer != null) {
                return Optional.of(new Dom(pointer));
            }
            HypervisorException e = Errors.last("find the machine " + id);
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Those that libvirt lists under these flags. What vanishes while it is looked at is passed over. */
    static void each(Connection connection, int flags, Consumer<Dom> action) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            DomainByReference array = new DomainByReference();
            int count = Errors.check(Virt.X.virConnectListAllDomains(lease.get(), array, flags), "list the machines");
            try (ObjectArray.Owned<DomainPointer> all =
                    ObjectArray.take(array, count, DomainPointer::new, Virt.X::virDomainFree)) {
                for (DomainPointer pointer : all.all()) {
                    Virt.X.virDomainRef(pointer);
                    try (Dom dom = new Dom(pointer)) {
                        action.accept(dom);
                    } catch (HypervisorException e) {
                        if (e.kind() != Kind.NOT_FOUND) {
                            throw e;
                        }
                    }
                }
            }
        }
    }

    DomainPointer pointer() {
        return handle.get();
    }

    String name() {
        String name = Virt.X.virDomainGetName(pointer());
        return name == null ? "?" : name;
    }

    MachineId id() {
        byte[] bytes = new byte[UUID_BYTES];
        Errors.check(Virt.X.virDomainGetUUID(pointer(), bytes), "read a machine's id");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new MachineId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** The title it will have at its next start; empty when it has none. */
    String title() {
        CString title = Virt.X.virDomainGetMetadata(pointer(), METADATA_TITLE, null, AFFECT_CONFIG);
        if (title == null
                && Virt.X.virGetLastErrorCode() == Errors.OPERATION_INVALID) { // a transient one has no next start
            title = Virt.X.virDomainGetMetadata(pointer(), METADATA_TITLE, null, AFFECT_CURRENT);
        }
        if (title == null && Virt.X.virGetLastErrorCode() != Errors.NO_DOMAIN_METADATA) {
            throw failure("read the title of");
        }
        return title == null ? "" : title.toString();
    }

    int check(int result, String verb) {
        if (result < 0) {
            throw failure(verb);
        }
        return result;
    }

    <P> P check(@Nullable P result, String verb) {
        if (result == null) {
            throw failure(verb);
        }
        return result;
    }

    /** The exception for this thread's last error. Taken before the name is asked for, which would clear it. */
    HypervisorException failure(String verb) {
        LibvirtError error = Errors.lastError();
        return Errors.translate(error, verb + " “" + name() + "”");
    }

    boolean isActive() {
        return check(Virt.X.virDomainIsActive(pointer()), "read the state of") == 1;
    }

    boolean isPersistent() {
        return check(Virt.X.virDomainIsPersistent(pointer()), "read the state of") == 1;
    }

    boolean hasManagedSave() {
        return check(Virt.X.virDomainHasManagedSaveImage(pointer(), 0), "read the state of") == 1;
    }

    /** What it will be at its next start. */
    String persistentXml() {
        return xml(XML_SECURE | XML_INACTIVE);
    }

    String xml(int flags) {
        return check(Virt.X.virDomainGetXMLDesc(pointer(), flags), "read the definition of")
                .toString();
    }

    State state() {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        check(Virt.X.virDomainGetState(pointer(), state, reason, 0), "read the state of");
        return new State(state.getValue(), reason.getValue());
    }

    /** libvirt's numbers for a state and the way into it. */
    record State(int state, int reason) {}

    HypervisorException wrongState(String sentence) {
        return new HypervisorException(Kind.WRONG_STATE, sentence);
    }

    @Override
    public void close() {
        handle.close();
    }

    private static byte[] bytes(MachineId id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }
}
