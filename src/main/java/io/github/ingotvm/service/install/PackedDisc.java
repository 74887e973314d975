package io.github.ingotvm.service.install;

import io.github.ingotvm.format.Packed;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.osinfo.Medium;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.ScaledProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An installation disc that came compressed: no drive reads it so, hence its machine gets it unpacked, for as long as it is in the drive. */
record PackedDisc(Context context, Path file) {
    /** Its files cannot be looked at where they are. */
    static final String BY_HAND =
            "The disc is compressed: it can be installed by hand; to install it without questions, unpack it first.";

    /** Not for what cannot be read at all, which is another's to say. */
    static boolean is(Path file) {
        try {
            return Files.isRegularFile(file) && Files.isReadable(file) && Packed.is(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What it takes unpacked, as the disc says it of itself. */
    static Need need(Path file) {
        return is(file) ? Need.exactly(Medium.read(file).volumeSize()) : Need.NOTHING;
    }

    /**
     * Unpacks it into a volume: once to know how long it is, once to hand it out.
     *
     * @return the volume's path
     * @throws IngotException {@code INVALID} when it is damaged or cut off, {@code NO_SPACE}, {@code CANCELLED}
     */
    String unpack(String volume, Progress progress) {
        need(file).require(context, "The unpacked disc");
        ScaledProgress whole = new ScaledProgress(progress, 0, 1);
        ScaledProgress counting = whole.part(0, 0.4);
        try {
            Packed packed = Packed.of(file);
            long length = packed.length(context.hypervisor().volumes().ownPool().free(), fraction -> {
                progress.check();
                counting.report(fraction, "Unpacking the disc");
            });
            Need.exactly(length).require(context, "The unpacked disc");
            if (length < Medium.read(file).volumeSize()) {
                throw new IngotException(Kind.INVALID, file + " is cut off; download it again.");
            }
            try (InputStream bytes = packed.open()) {
                return context.hypervisor()
                        .volumes()
                        .upload(volume, "iso", length, bytes, whole.part(0.4, 1))
                        .path();
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IngotException unreadable(Path file, IOException e) {
        return new IngotException(
                Kind.INVALID, file + " is damaged or cut off, so it cannot be unpacked; download it again.", e);
    }
}
