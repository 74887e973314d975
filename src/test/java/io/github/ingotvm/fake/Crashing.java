package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Events;
import io.github.ingotvm.hypervisor.Hypervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A hypervisor whose client crashes before or after its n-th call that changes something. From then on every call throws
 * {@link Crash} and no event arrives: a dead process cleans nothing up.
 */
public final class Crashing {
    private final Hypervisor hypervisor;
    private final int fatal;
    private final boolean after;
    private final boolean countReads;
    private final List<String> calls = new ArrayList<>();
    private final List<Events.Subscription> subscriptions = new ArrayList<>();
    private int counted;
    private boolean dead;

    private Crashing(Hypervisor target, int fatal, boolean after, boolean countReads) {
        this.fatal = fatal;
        this.after = after;
        this.countReads = countReads;
        this.hypervisor = PortProxy.wrap(target, this::around);
    }

    /** Crashes just before the n-th change (1 for the first), which then does not happen. */
    public static Crashing before(int change, Hypervisor target) {
        return new Crashing(target, change, false, false);
    }

    /** Crashes just after the n-th change, whose result never arrives. */
    public static Crashing after(int change, Hypervisor target) {
        return new Crashing(target, change, true, false);
    }

    /** Crashes just before the n-th call of any kind. */
    public static Crashing beforeAny(int call, Hypervisor target) {
        return new Crashing(target, call, false, true);
    }

    /** Never crashes; counts only. */
    public static Crashing never(Hypervisor target) {
        return new Crashing(target, Integer.MAX_VALUE, false, false);
    }

    public Hypervisor hypervisor() {
        return hypervisor;
    }

    /** Whether it has crashed. */
    public synchronized boolean isDead() {
        return dead;
    }

    /** The counted calls so far. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private @Nullable Object around(String call, Callable<@Nullable Object> real) throws Exception {
        boolean mine = enter(call);
        Object result = real.call();
        if (result instanceof Events.Subscription subscription) {
            synchronized (this) {
                subscriptions.add(subscription);
            }
        }
        if (mine) {
            die(call);
        }
        return result;
    }

    private synchronized boolean enter(String call) {
        if (dead) {
            throw new Crash("dead before " + call);
        }
        if (!countReads && !PortProxy.isChange(call)) {
            return false;
        }
        calls.add(call);
        counted++;
        boolean mine = counted == fatal;
        if (mine && !after) {
            die(call);
        }
        return mine;
    }

    private synchronized void die(String call) {
        dead = true;
        subscriptions.forEach(Events.Subscription::close);
        throw new Crash((after ? "after " : "before ") + call);
    }
}
