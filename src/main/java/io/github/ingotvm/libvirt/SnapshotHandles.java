package io.github.ingotvm.libvirt;

import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainSnapshotPointer;

/** The snapshots of a machine as libvirt's objects, parents before children. */
final class SnapshotHandles {
    private static final int TOPOLOGICAL = 1 << 10;

    private SnapshotHandles() {}

    static ObjectArray.Owned<DomainSnapshotPointer> of(Dom dom) {
        PointerByReference array = new PointerByReference();
        int count = Virt.X.virDomainListAllSnapshots(dom.pointer(), array, TOPOLOGICAL);
        return count < 0
                ? byName(dom)
                : ObjectArray.take(array, count, DomainSnapshotPointer::new, Virt.X::virDomainSnapshotFree);
    }

    /**
     * While libvirt takes a live snapshot, it counts one more than it has names for, and then refuses to list any as objects
     * (9.0: «name in virGetDomainSnapshot must not be NULL»). The list of names has no such gap.
     */
    private static ObjectArray.Owned<DomainSnapshotPointer> byName(Dom dom) {
        int most = dom.check(Virt.X.virDomainSnapshotNum(dom.pointer(), 0), "list the snapshots of");
        CString[] names = new CString[most];
        int count = most == 0
                ? 0
                : dom.check(
                        Virt.X.virDomainSnapshotListNames(dom.pointer(), names, most, TOPOLOGICAL),
                        "list the snapshots of");
        List<DomainSnapshotPointer> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // Frees the name.
            String name = names[i].toString();
            DomainSnapshotPointer pointer = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), name, 0);
            if (pointer != null) { // else removed meanwhile
                all.add(pointer);
            }
        }
        return new ObjectArray.Owned<>(List.copyOf(all), Virt.X::virDomainSnapshotFree);
    }
}
