package io.github.ingotvm.lineage;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is written on a node.
 *
 * @param title its name
 * @param words a few more
 */
public record Caption(String title, String words) {
    public static Caption of(Node node) {
        Subject subject = node.subject();
        if (subject instanceof Subject.Machine m) {
            return new Caption(m.machine().displayName(), machine(node.kin(), m.machine()));
        }
        if (subject instanceof Subject.Frozen f) {
            return new Caption(f.snapshot().name(), frozen(f));
        }
        if (subject instanceof Subject.Gone g) {
            String version = g.origin().version().isPresent()
                    ? "v" + g.origin().version().getAsInt() + ", "
                    : "";
            return new Caption(g.origin().sourceName(), version + g.origin().snapshotName() + ", gone");
        }
        return stack(node.kin(), ((Subject.Stack) subject).clones());
    }

    private static String machine(Kin kin, VirtualMachine machine) {
        if (machine.isImageOnly()) {
            return "golden image, its machine is gone";
        }
        List<String> words = new ArrayList<>();
        if (kin != Kin.OWN) {
            words.add(kin == Kin.LINKED ? "linked clone" : "full clone");
        }
        words.add(machine.state().name().toLowerCase(Locale.ROOT));
        if (machine.isDisposable()) {
            words.add("disposable");
        }
        return String.join(", ", words);
    }

    private static String frozen(Subject.Frozen frozen) {
        List<String> words = new ArrayList<>();
        frozen.golden().ifPresent(g -> words.add("golden " + g.label() + (frozen.current() ? ", current" : "")));
        if (frozen.snapshot().current()) {
            words.add("now");
        }
        return words.isEmpty() ? "snapshot" : String.join(", ", words);
    }

    private static Caption stack(Kin kin, List<VirtualMachine> clones) {
        long running =
                clones.stream().filter(c -> c.state() == PowerState.RUNNING).count();
        String title = clones.size() + (kin == Kin.LINKED ? " linked clones" : " full clones");
        String names = clones.get(0).displayName() + " … "
                + clones.get(clones.size() - 1).displayName();
        return new Caption(title, names + (running > 0 ? ", " + running + " running" : ""));
    }
}
