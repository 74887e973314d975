package io.github.ingotvm.bench;

import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

/** The floor: the same work in the fewest libvirt calls, without looking, locking or keeping anything safe. */
final class Bare implements AutoCloseable {
    private static final int INACTIVE = 2;
    private static final int DISK_ONLY = 16;
    private static final int REUSE_EXTERNAL = 32;
    private static final int ATOMIC = 128;
    private static final int SNAPSHOTS_METADATA = 2;
    private static final int METADATA_ELEMENT = 2;
    private static final int CONFIG = 2;
    private static final String NAMESPACE = "https://example.org/bench";

    private final Connect connect;
    private final StoragePool pool;
    private final String folder;
    private int count;

    Bare(String uri, String folder) throws LibvirtException {
        Connect.setErrorCallback(QUIET);
        this.connect = new Connect(uri);
        this.pool = connect.storagePoolLookupByName("ingot");
        this.folder = folder;
    }

    private static final org.libvirt.ErrorCallback QUIET = new org.libvirt.ErrorCallback() {
        @Override
        public void errorCallback(com.sun.jna.Pointer userData, org.libvirt.jna.virError error) {
            // It is thrown as well.
        }
    };

    /** What to work on: a domain and the image that new overlays stand on. */
    record Mould(String uuid, String xml, String disk, String layer, long capacity) {}

    Mould mould(String uuid, String disk, String layer, long capacity) throws LibvirtException {
        return new Mould(uuid, domain(uuid).getXMLDesc(INACTIVE), disk, layer, capacity);
    }

    private Domain domain(String uuid) throws LibvirtException {
        return connect.domainLookupByUUIDString(uuid);
    }

    private String overlay(Mould mould) throws LibvirtException {
        String name = "bare-" + count++ + ".qcow2";
        pool.storageVolCreateXML("""
                <volume>
                  <name>%s</name><capacity>%d</capacity>
                  <target><format type='qcow2'/><compat>1.1</compat></target>
                  <backingStore><path>%s</path><format type='qcow2'/></backingStore>
                </volume>
                """.formatted(name, mould.capacity(), mould.layer()), 0);
        return folder + "/" + name;
    }

    /** A linked clone: volume and definition. Gives its name. */
    String clone(Mould mould) throws LibvirtException {
        String image = overlay(mould);
        String name = "bare-clone-" + count++;
        connect.domainDefineXML(mould.xml()
                .replaceFirst("<name>[^<]*</name>", "<name>" + name + "</name>")
                .replaceFirst("<uuid>[^<]*</uuid>", "<uuid>" + UUID.randomUUID() + "</uuid>")
                .replaceAll("<mac address='[^']*'/>", "")
                .replace(mould.disk(), image));
        return name;
    }

    /** A snapshot: volume and snapshot. Gives the snapshot's name. */
    String snapshot(Mould mould) throws LibvirtException {
        String name = "bare-snapshot-" + count++;
        String image = overlay(mould);
        domain(mould.uuid())
                .snapshotCreateXML(
                        "<domainsnapshot><name>" + name + "</name><disks><disk name='vda' snapshot='external'>"
                                + "<driver type='qcow2'/><source file='" + image
                                + "'/></disk></disks></domainsnapshot>",
                        DISK_ONLY | REUSE_EXTERNAL | ATOMIC);
        return name;
    }

    /** A revert: volume and definition. */
    void revert(Mould mould) throws LibvirtException {
        connect.domainDefineXML(mould.xml().replace(mould.disk(), overlay(mould)));
    }

    /** A promotion: one element of metadata. */
    void mark(Mould mould) throws LibvirtException {
        domain(mould.uuid()).setMetadata(METADATA_ELEMENT, "<bench n='" + count++ + "'/>", "bench", NAMESPACE, CONFIG);
    }

    void deleteDomain(String name) throws LibvirtException {
        connect.domainLookupByName(name).undefine(SNAPSHOTS_METADATA);
    }

    /** Removes every volume that {@link #overlay} made. */
    void deleteVolumes() throws LibvirtException {
        for (String volume : pool.listVolumes()) {
            if (volume.startsWith("bare-")) {
                pool.storageVolLookupByName(volume).delete(0);
            }
        }
    }

    @Override
    public void close() throws LibvirtException {
        connect.close();
    }
}
