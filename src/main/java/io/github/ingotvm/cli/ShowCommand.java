package io.github.ingotvm.cli;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot show} */
@Command(description = "Show a virtual machine with its disks and snapshots.")
final class ShowCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ShowCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Services services = session().services();
        VirtualMachine machine = session().machine(vm);
        List<SnapshotNode> tree = services.snapshots().tree(machine.id());
        long size = services.snapshots().size(machine.id());
        List<VirtualMachine> all = services.inventory().machines();
        if (json) {
            Json.print(
                    session().terminal().out(),
                    j -> j.object(() -> {
                        MachineJson writer = new MachineJson(j, all);
                        writer.fields(machine);
                        writer.devices(machine.hardware());
                        j.field("size", size);
                        j.array("snapshots", tree, new SnapshotJson(j)::write);
                    }));
        } else {
            print(machine, all, size);
            if (!tree.isEmpty()) {
                session().say("");
                new SnapshotTree(session().terminal(), tree).print();
            }
        }
        return ExitCode.DONE;
    }

    private void print(VirtualMachine machine, List<VirtualMachine> all, long size) {
        Hardware hardware = machine.hardware();
        line("Name", machine.displayName());
        line("Domain", machine.name());
        line("UUID", machine.id().toString());
        line("State", Words.state(machine));
        line("Golden image", Words.golden(machine));
        line("Cloned from", Words.origin(machine, all) + kindOfClone(machine));
        line("Undo", former(machine));
        line("System", machine.mark().osId().orElse(""));
        line("Memory", ByteSize.text(hardware.memory()));
        line("CPUs", hardware.cpus() + " (" + hardware.acceleration() + ")");
        line("Firmware", hardware.firmware().toString());
        hardware.disks().forEach(this::disk);
        hardware.nics().forEach(this::nic);
        line("On disk", ByteSize.text(size));
    }

    private static String kindOfClone(VirtualMachine machine) {
        return machine.mark()
                .lineage()
                .map(l -> l.linked() ? ", linked" : ", full")
                .orElse("");
    }

    private static String former(VirtualMachine machine) {
        return machine.mark()
                .former()
                .map(f -> "`ingot golden undo` brings back what it was until " + Times.local(f.left()))
                .orElse("");
    }

    private void disk(Disk disk) {
        String what = switch (disk.device()) {
            case DISK -> "Disk ";
            case CDROM -> "CD drive ";
            case FLOPPY -> "Floppy ";
        };
        line(what + disk.target(), disk.source().orElse("empty"));
    }

    private void nic(Nic nic) {
        line("Network", nic.network() + ", " + nic.model() + ", " + nic.mac());
    }

    private void line(String label, String value) {
        Details.line(session().terminal(), label, value);
    }
}
