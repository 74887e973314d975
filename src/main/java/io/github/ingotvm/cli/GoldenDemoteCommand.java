package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.GoldenImages;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden demote} */
@Command(description = "Make a golden image an ordinary snapshot again; its clones go on.")
final class GoldenDemoteCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version; else the current one.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    GoldenDemoteCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        GoldenVersion wanted = version.map(v -> v.of(machine)).orElseGet(() -> GoldenImages.requireCurrent(machine));
        session().services().golden().demote(machine.id(), wanted.number());
        String now = session()
                .machine(machine.id().toString())
                .currentGolden()
                .map(g -> "; " + g.label() + " is current now.")
                .orElse("; the machine has no golden image now.");
        session().say(wanted.label() + " of " + machine.displayName() + " is no longer golden" + now);
        return ExitCode.DONE;
    }
}
