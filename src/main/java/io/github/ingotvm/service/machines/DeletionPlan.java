package io.github.ingotvm.service.machines;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;

/**
 * Which of several machines can be deleted together.
 *
 * @param possible those that can, clones before what they stand on; to be committed in this order
 * @param refused those that cannot, and why
 */
public record DeletionPlan(List<Deletion> possible, List<Refused> refused) {
    public DeletionPlan {
        possible = List.copyOf(possible);
        refused = List.copyOf(refused);
    }

    /**
     * A machine that stays.
     *
     * @param dependants those that stand on it and are not deleted with it, whatever else speaks against it
     */
    public record Refused(VirtualMachine machine, IngotException why, List<VirtualMachine> dependants) {
        public Refused {
            dependants = List.copyOf(dependants);
        }
    }
}
