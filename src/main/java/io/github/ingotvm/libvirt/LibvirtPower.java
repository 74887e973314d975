package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.RestoreXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.MachineId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virDomainJobInfo;

final class LibvirtPower implements Power {
    private static final int LIST_ACTIVE = 1;
    private static final int JOB_BOUNDED = 1;
    private static final int JOB_UNBOUNDED = 2;
    private static final int OPERATION_TIMEOUT = 68;
    private static final int PAUSED = 3;
    private static final int PAUSED_BY_IO_ERROR = 5;
    private static final int SHUTOFF = 5;
    private static final int SHUTOFF_BY_SHUTDOWN = 1;
    private static final int SHUTOFF_BY_DESTROY = 2;
    private static final int SHUTOFF_BY_CRASH = 3;
    private static final int RESTORE_RUNNING = 2;
    private static final int KEYS_LINUX = 0;
    private static final int KEY_MILLIS = 50;
    private static final int AGENT_SECONDS = 1;

    private final Connection connection;

    LibvirtPower(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void start(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainCreate(dom.pointer()), "start");
        }
    }

    @Override
    public MachineId run(Definition definition) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            DomainPointer created = Virt.X.virDomainCreateXML(lease.get(), definition.document(), 0);
            if (created == null) {
                LibvirtError error = Errors.lastError(); // before another call would clear it
                String name = DomainReader.of(definition, VolumePaths.NONE).name();
                throw Errors.translate(error, "run “" + name + "”");
            }
            try (Dom dom = new Dom(created)) {
                return dom.id();
            }
        }
    }

    @Override
    public void shutdown(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainShutdown(dom.pointer()), "shut down");
        }
    }

    @Override
    public void destroy(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            if (dom.isActive() && Virt.X.virDomainDestroyFlags(dom.pointer(), 0) < 0) {
                HypervisorException failure = dom.failure("force off");
                if (isStillActive(dom)) { // it may have stopped by itself meanwhile
                    throw failure;
                }
            }
        }
    }

    private static boolean isStillActive(Dom dom) {
        return Virt.X.virDomainIsActive(dom.pointer()) == 1;
    }

    @Override
    public StopReason lastStop(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            Dom.State state = dom.state();
            if (state.state() != SHUTOFF) {
                return StopReason.UNKNOWN;
            }
            return switch (state.reason()) {
                case SHUTOFF_BY_SHUTDOWN -> StopReason.GUEST;
                case SHUTOFF_BY_DESTROY -> StopReason.FORCED;
                case SHUTOFF_BY_CRASH -> StopReason.CRASHED;
                default -> StopReason.UNKNOWN;
            };
        }
    }

    @Override
    public void reboot(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainReboot(dom.pointer(), 0), "restart");
        }
    }

    @Override
    public void reset(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainReset(dom.pointer(), 0), "reset");
        }
    }

    @Override
    public void suspend(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainSuspend(dom.pointer()), "pause");
        }
    }

    @Override
    public void resume(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(Virt.X.virDomainResume(dom.pointer()), "resume");
        }
    }

    @Override
    public boolean isStalled(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            Dom.State state = dom.state();
            return state.state() == PAUSED && state.reason() == PAUSED_BY_IO_ERROR;
        }
    }

    @Override
    public void dropSaved(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            if (dom.hasManagedSave()) {
                dom.check(Virt.X.virDomainManagedSaveRemove(dom.pointer(), 0), "drop the saved memory of");
            }
        }
    }

    @Override
    public void restore(MachineId id, String memoryFile, Map<String, String> disks) {
        try (Dom dom = Dom.of(connection, id);
                Handle<ConnectionPointer> lease = connection.lease()) {
            if (dom.isActive()) {
                throw dom.wrongState("“" + dom.name() + "” is running; stop it before its memory is brought back.");
            }
            CString saved = dom.check(
                    Virt.X.virDomainSaveImageGetXMLDesc(lease.get(), memoryFile, Dom.XML_SECURE),
                    "read the kept memory of");
            String xml = RestoreXml.adapt(saved.toString(), dom.persistentXml(), disks);
            dom.check(
                    Virt.X.virDomainRestoreFlags(lease.get(), memoryFile, xml, RESTORE_RUNNING),
                    "bring back the memory of");
        }
    }

    @Override
    public void sendKeys(MachineId id, int... linuxKeyCodes) {
        try (Dom dom = Dom.of(connection, id)) {
            dom.check(
                    Virt.X.virDomainSendKey(
                            dom.pointer(), KEYS_LINUX, KEY_MILLIS, linuxKeyCodes, linuxKeyCodes.length, 0),
                    "send keys to");
        }
    }

    @Override
    public Set<MachineId> busy() {
        Set<MachineId> busy = new HashSet<>();
        Dom.each(connection, LIST_ACTIVE, dom -> {
            if (isBusy(dom)) {
                busy.add(dom.id());
            }
        });
        return busy;
    }

    private static boolean isBusy(Dom dom) {
        virDomainJobInfo job = new virDomainJobInfo();
        if (Virt.X.virDomainGetJobInfo(dom.pointer(), job) < 0) {
            return Errors.lastError().code() == OPERATION_TIMEOUT; // libvirt itself has waited for 30 s
        }
        return job.type == JOB_BOUNDED || job.type == JOB_UNBOUNDED;
    }

    @Override
    public boolean agentAnswers(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            CString answer = VirtQemu.X.virDomainQemuAgentCommand(
                    dom.pointer(), "{\"execute\":\"guest-ping\"}", AGENT_SECONDS, 0);
            if (answer != null) {
                answer.free();
            }
            return answer != null;
        } catch (LinkageError e) {
            return false; // the library's QEMU part is not installed
        }
    }

    @Override
    public SerialLine serial(MachineId id, Consumer<byte[]> sink) {
        try (Dom dom = Dom.of(connection, id);
                Handle<ConnectionPointer> lease = connection.lease()) {
            return SerialConsole.open(lease.get(), dom, sink);
        }
    }
}
