package io.github.ingotvm.service.install;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.Sizes;
import java.util.OptionalLong;

/**
 * The space that a machine takes the moment it is made, as far as its source tells without being read.
 *
 * @param least bytes that it takes in any case
 * @param most bytes that it cannot take more than; empty when nobody knows
 */
public record Need(long least, OptionalLong most) {
    public static final Need NOTHING = exactly(0);
    static final Need UNKNOWN = new Need(0, OptionalLong.empty());

    public static Need exactly(long bytes) {
        return new Need(bytes, OptionalLong.of(bytes));
    }

    /** For what is stored without its zeros. */
    public static Need upTo(long bytes) {
        return new Need(0, OptionalLong.of(bytes));
    }

    Need and(Need other) {
        return new Need(
                least + other.least,
                most.isPresent() && other.most.isPresent()
                        ? OptionalLong.of(most.getAsLong() + other.most.getAsLong())
                        : OptionalLong.empty());
    }

    /** {@code NO_SPACE} when it does not fit in any case. */
    void require(Context context, String what) {
        long free = context.hypervisor().volumes().ownPool().free();
        if (least > free) {
            throw new IngotException(
                    Kind.NO_SPACE,
                    what + " needs " + Sizes.words(least) + ", and there are " + Sizes.words(free)
                            + " free; make room and try again.");
        }
    }
}
