package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Does one piece of work again and again, each time on a fresh copy of a host, and crashes at one call after the other. */
public final class EveryCall {
    private final FakeState host;
    private final Consumer<Hypervisor> work;

    /** @param work one that changes something; always the same */
    public EveryCall(FakeState host, Consumer<Hypervisor> work) {
        this.host = host;
        this.work = work;
    }

    /** What is looked at once the work has crashed, or, the last time, has ended. */
    public interface Sequel {
        /**
         * @param call at which it crashed, 1 for the first
         * @param left the host as it was left
         */
        void look(int call, FakeHypervisor left);
    }

    /**
     * Crashes before each call that changes something, then after each.
     *
     * @return how many such calls the work makes
     */
    public int crashes(Sequel sequel) {
        int before = crashes(Crashing::before, sequel);
        int after = crashes(Crashing::after, sequel);
        if (before != after) {
            throw new AssertionError("not always the same work: " + before + " calls, then " + after);
        }
        return before;
    }

    private int crashes(BiFunction<Integer, Hypervisor, Crashing> kind, Sequel sequel) {
        for (int call = 1; ; call++) {
            FakeState left = host.copy();
            boolean crashed = false;
            try {
                work.accept(kind.apply(call, new FakeHypervisor(left)).hypervisor());
            } catch (Crash e) {
                crashed = true;
            }
            sequel.look(call, new FakeHypervisor(left));
            if (!crashed) {
                return call - 1;
            }
        }
    }
}
