package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Mark;

/** Writes and changes definitions. Touches no machine. */
public interface Definitions {
    /** A definition for a new machine, with this host's best devices. {@code UNSUPPORTED} for UEFI without {@link Capability#UEFI}. */
    Definition compose(MachineSpec spec);

    /** The same definition with the changes; everything else, understood or not, stays. {@code INVALID} when it cannot be read. */
    Definition edit(Definition definition, DefinitionEdit edit);

    Hardware read(Definition definition);

    /** What somebody would have to ask for to have a machine like it made anew, on this host or another; as near as the words go. */
    Makeup makeup(Definition definition);

    /** Ingot's metadata inside a definition. */
    Mark mark(Definition definition);

    /** The domain name inside a definition. */
    String nameIn(Definition definition);
}
