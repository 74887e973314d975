package io.github.ingotvm.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainPointer;

/** What libvirt offers for QEMU alone. */
interface VirtQemu extends Library {
    VirtQemu X = Native.load("libvirt-qemu.so.0", VirtQemu.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));

    /** @param timeout seconds */
    @Nullable
    CString virDomainQemuAgentCommand(DomainPointer domain, String command, int timeout, int flags);
}
