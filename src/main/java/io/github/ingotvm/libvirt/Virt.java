package io.github.ingotvm.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.DomainSnapshotPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;
import org.libvirt.jna.StreamPointer;

/**
 * libvirt's C interface: libvirt-java's binding and what that lacks. Its wrapper classes are not used: their finalizers
 * free pointers that are still at work.
 */
interface Virt extends Libvirt {
    /**
     * The library; a {@link LinkageError} where libvirt is not installed. By its full name, for the short one comes with the
     * development package only; with an encoding of its own, for the default follows the locale.
     */
    Virt X = Native.load("libvirt.so.0", Virt.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

    void virEventRegisterImpl(
            EventCalls.AddHandle addHandle,
            EventCalls.Update updateHandle,
            EventCalls.Remove removeHandle,
            EventCalls.AddTimeout addTimeout,
            EventCalls.Update updateTimeout,
            EventCalls.Remove removeTimeout);

    int virConnectRef(ConnectionPointer connection);

    int virConnectListAllStoragePools(ConnectionPointer connection, PointerByReference pools, int flags);

    @Nullable
    CString virConnectGetDomainCapabilities(
            ConnectionPointer connection,
            @Nullable String emulator,
            String arch,
            String machine,
            String virtType,
            int flags);

    int virDomainGetState(DomainPointer domain, IntByReference state, IntByReference reason, int flags);

    int virDomainBlockRebase(DomainPointer domain, String disk, @Nullable String base, NativeLong bandwidth, int flags);

    @Override
    int virDomainBlockCommit(
            DomainPointer domain, String disk, String base, String top, NativeLong bandwidth, int flags);

    int virDomainRename(DomainPointer domain, String name, int flags);

    int virDomainDestroyFlags(DomainPointer domain, int flags);

    int virDomainOpenGraphicsFD(DomainPointer domain, int index, int flags);

    int virDomainOpenConsole(DomainPointer domain, @Nullable String device, StreamPointer stream, int flags);

    @Nullable
    CString virDomainSaveImageGetXMLDesc(ConnectionPointer connection, String file, int flags);

    int virDomainRestoreFlags(ConnectionPointer connection, String file, String xml, int flags);

    int virDomainListAllSnapshots(DomainPointer domain, PointerByReference snapshots, int flags);

    int virDomainSnapshotIsCurrent(DomainSnapshotPointer snapshot, int flags);

    @Nullable
    String virDomainSnapshotGetName(DomainSnapshotPointer snapshot);

    int virStoragePoolRef(StoragePoolPointer pool);

    int virStorageVolRef(StorageVolPointer volume);

    int virStoragePoolListAllVolumes(StoragePoolPointer pool, PointerByReference volumes, int flags);

    int virStreamRecv(StreamPointer stream, byte[] buffer, long length);

    int virStreamSend(StreamPointer stream, byte[] bytes, long length);

    int virGetLastErrorCode();

    int virGetLastErrorDomain();

    @Nullable
    String virGetLastErrorMessage();

    /** The lifecycle, reboot and metadata events alike begin with these two; what follows is not read. */
    @FunctionalInterface
    interface DomainEvent extends VirDomainEventCallback {
        void happened(ConnectionPointer connection, DomainPointer domain);
    }
}
