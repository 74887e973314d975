package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.Compression;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A disc image, as its volume descriptors (ECMA-119, ISO 9660) and its El Torito boot record describe it.
 *
 * @param volume volume identifier, the disc's label
 * @param system system identifier
 * @param publisher publisher identifier
 * @param application application identifier
 * @param volumeSize bytes that the descriptor says the disc has
 * @param made when the disc was made; empty where it does not say
 * @param bootable whether it has an El Torito boot catalogue
 * @param compression how the file is compressed
 * @param part whether the file is the first of several that together are the disc
 * @param size bytes of the file
 */
public record Medium(
        Path file,
        String volume,
        String system,
        String publisher,
        String application,
        long volumeSize,
        Optional<LocalDate> made,
        boolean bootable,
        Compression compression,
        boolean part,
        long size) {
    private static final Pattern FIRST_PART =
            Pattern.compile("\\.(?:iso|img)[._-]?(?:part)?[._-]?(?:0*[01]|a{1,4})$", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a file; of a compressed one only as much as its first sectors take.
     *
     * @throws IngotException {@code INVALID} when it is missing, unreadable or no disc image
     */
    public static Medium read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IngotException(Kind.INVALID, file + " is a folder; choose an ISO file.");
        }
        try {
            Compression compression = Compression.of(file);
            Descriptors found = Descriptors.read(file, compression);
            if (!found.primary()) {
                throw new IngotException(
                        Kind.INVALID,
                        file + " is not a disc image (ISO); choose the installation disc of an operating system.");
            }
            return new Medium(
                    file,
                    found.volume(),
                    found.system(),
                    found.publisher(),
                    found.application(),
                    found.volumeSize(),
                    found.made(),
                    found.bootable(),
                    compression,
                    isFirstPart(file, compression),
                    Files.size(file));
        } catch (NoSuchFileException e) {
            throw new IngotException(Kind.INVALID, "There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check it and its permissions.", e);
        }
    }

    private static boolean isFirstPart(Path file, Compression compression) {
        String name = String.valueOf(file.getFileName());
        String plain = name.endsWith(compression.suffix())
                ? name.substring(0, name.length() - compression.suffix().length())
                : name;
        return FIRST_PART.matcher(plain).find();
    }

    /**
     * Makes sure that a machine can be installed from the file as it is.
     *
     * @throws IngotException {@code INVALID} when it is cut off, in parts, or cannot be booted, saying what to do
     */
    public void requireInstallable() {
        if (part) {
            throw new IngotException(
                    Kind.INVALID, file + " is the first part of a disc image only; join the parts first (cat).");
        }
        if (compression == Compression.NONE && size < volumeSize) {
            throw new IngotException(
                    Kind.INVALID,
                    file + " is cut off: it has " + size + " of " + volumeSize + " bytes. Download it again.");
        }
        if (!bootable) {
            throw new IngotException(
                    Kind.INVALID, file + " is a disc that a machine cannot boot from; choose an installation disc.");
        }
    }
}
