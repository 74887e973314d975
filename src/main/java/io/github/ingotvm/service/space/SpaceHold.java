package io.github.ingotvm.service.space;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.LockFile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses a machine for want of space, and marks it, so that any Ingot that is there when there is room lets it go on. Other work on the
 * machine is not waited for: the disk would be full by then. It may write the whole mark itself, so ours has to wait.
 */
record SpaceHold(Context context) {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceHold.class);

    /** How far a hold is known. */
    enum Kept {
        /** In the machine's mark: to every Ingot, and if somebody else decides otherwise that is seen there. */
        MARKED,
        /** To this Ingot alone: the mark could not be written. A disk that is full may be the one that it is written to. */
        UNMARKED,
        /** To this Ingot alone: other work has the machine, and may let it go on when it is done. */
        BUSY
    }

    /** @throws IngotException when it cannot be paused; it is not marked then */
    Kept pause(MachineId id) {
        try (Lock lock = Lock.on(context, id)) {
            Kept kept = mark(id, lock);
            try {
                context.hypervisor().power().suspend(id);
            } catch (IngotException e) {
                unmark(id, lock);
                throw e;
            }
            return kept;
        }
    }

    /** Marks one that stands still already. */
    Kept mark(MachineId id) {
        try (Lock lock = Lock.on(context, id)) {
            return mark(id, lock);
        }
    }

    private Kept mark(MachineId id, Lock lock) {
        if (lock.isBusy()) {
            return Kept.BUSY;
        }
        return write(id, Hold.NONE, Hold.SPACE) ? Kept.MARKED : Kept.UNMARKED;
    }

    /** @return whether it is no longer marked; else it is to be tried again */
    boolean unmark(MachineId id) {
        try (Lock lock = Lock.on(context, id)) {
            return unmark(id, lock);
        }
    }

    private boolean unmark(MachineId id, Lock lock) {
        return !lock.isBusy() && write(id, Hold.SPACE, Hold.NONE);
    }

    /** What is marked otherwise is left so. */
    private boolean write(MachineId id, Hold from, Hold to) {
        try {
            Optional<VirtualMachine> machine = context.inventory().find(id);
            if (machine.filter(m -> m.mark().hold() == from).isPresent()) {
                context.hypervisor().machines().setMark(id, machine.get().mark().with(to));
            }
            return true;
        } catch (IngotException e) {
            LOG.debug("the mark of {} is written later", id, e);
            return false;
        }
    }

    /** The machine's lock if it is free now. */
    private record Lock(Optional<LockFile.Held> held, boolean isBusy) implements AutoCloseable {
        static Lock on(Context context, MachineId id) {
            try {
                Optional<LockFile.Held> held = Optional.ofNullable(
                        LockFile.in(context.lock().folder(), id.toString()).tryHold());
                return new Lock(held, held.isEmpty());
            } catch (IngotException e) {
                LOG.debug("{} cannot be locked on a full disk", id, e);
                return new Lock(Optional.empty(), false);
            }
        }

        @Override
        public void close() {
            held.ifPresent(LockFile.Held::close);
        }
    }
}
