package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** libvirt's errors as ours: the one place that knows its codes. */
final class Errors {
    static final int NO_STORAGE_POOL = 49;
    static final int NO_STORAGE_VOL = 50;
    static final int OPERATION_INVALID = 55;
    private static final int NO_SUPPORT = 3;
    private static final int NO_CONNECT = 5;
    private static final int INVALID_ARG = 8;
    private static final int OS_TYPE = 16;
    private static final int XML_ERROR = 27;
    private static final int DOM_EXIST = 28;
    private static final int OPERATION_DENIED = 29;
    private static final int XML_DETAIL = 35;
    private static final int RPC = 39;
    private static final int NO_DOMAIN = 42;
    private static final int AUTH_FAILED = 45;
    private static final int CONFIG_UNSUPPORTED = 67;
    private static final int NO_DOMAIN_SNAPSHOT = 72;
    private static final int ARGUMENT_UNSUPPORTED = 74;
    private static final int AUTH_CANCELLED = 79;
    static final int NO_DOMAIN_METADATA = 80;
    private static final int OPERATION_UNSUPPORTED = 84;
    private static final int ACCESS_DENIED = 88;
    private static final int STORAGE_VOL_EXIST = 90;
    private static final int XML_INVALID_SCHEMA = 92;
    private static final int FROM_RPC = 7;

    /** libvirt's own words for its codes, which only lengthen a sentence. */
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:internal error|operation failed|Requested operation is not valid|unsupported configuration|XML error|"
                    + "invalid argument|Operation not supported|Domain not found|Storage (?:pool|volume) not found|"
                    + "Failed to \\w+ file|process exited while connecting to monitor): ");

    /** Said under several codes. */
    private static final Pattern NAME_TAKEN =
            Pattern.compile("already exists|is already defined|already defined with uuid|storage vol '.*' exists");

    private Errors() {}

    /** @param doing what was tried, as in “start “web”” */
    static int check(int result, String doing) {
        if (result < 0) {
            throw last(doing);
        }
        return result;
    }

    static <P> P check(@Nullable P result, String doing) {
        if (result == null) {
            throw last(doing);
        }
        return result;
    }

    /** The exception for this thread's last error. */
    static HypervisorException last(String doing) {
        return translate(lastError(), doing);
    }

    static LibvirtError lastError() {
        String message = Virt.X.virGetLastErrorMessage();
        return new LibvirtError(
                Virt.X.virGetLastErrorCode(), Virt.X.virGetLastErrorDomain(), message == null ? "" : message);
    }

    static HypervisorException translate(LibvirtError error, String doing) {
        if (error.says("UNIX socket path") && error.says("too long")) {
            // Older libvirts put a machine's sockets below the home folder, with its name in their paths.
            return new HypervisorException(
                    Kind.FAILED,
                    "Could not " + doing
                            + ": its name is too long for libvirt's sockets below your home folder; rename it to something shorter.",
                    error);
        }
        if (error.says("active block job")) {
            // Of an Ingot that ended in the middle of a merge: libvirt goes on with it.
            return new HypervisorException(
                    Kind.WRONG_STATE,
                    "Could not " + doing
                            + ": libvirt is still merging or copying one of its disks; try again once that has ended.",
                    error);
        }
        Kind kind = kind(error);
        String sentence = lacksQemu(error)
                ? "Could not " + doing + ": QEMU is missing (" + words(error)
                        + "); install it (package qemu-system-x86 or qemu-kvm) and try again."
                : sentence(kind, doing, words(error));
        return new HypervisorException(kind, sentence, error);
    }

    /** Whether the exception came of this code. */
    static boolean isCode(HypervisorException e, int code) {
        return e.getCause() instanceof LibvirtError error && error.code() == code;
    }

    /** Whether libvirt used these words. */
    static boolean says(HypervisorException e, String words) {
        return e.getCause() instanceof LibvirtError error && error.says(words);
    }

    private static boolean lacksQemu(LibvirtError e) {
        return e.says("Cannot check QEMU binary")
                || e.says("no emulator found")
                || e.says("could not find capabilities for");
    }

    private static Kind kind(LibvirtError e) {
        if (e.domain() == FROM_RPC || e.says("client socket is closed") || e.says("Connection reset by peer")) {
            return Kind.DISCONNECTED;
        }
        if (e.says("No space left on device") || e.says("Disk quota exceeded")) {
            return Kind.NO_SPACE;
        }
        if (e.says("Failed to get \"write\" lock") || e.says("Failed to get shared \"write\" lock")) {
            return Kind.IN_USE;
        }
        if (NAME_TAKEN.matcher(e.text()).find()) {
            return Kind.EXISTS;
        }
        return switch (e.code()) {
            case NO_DOMAIN, NO_DOMAIN_SNAPSHOT, NO_STORAGE_POOL, NO_STORAGE_VOL -> Kind.NOT_FOUND;
            case DOM_EXIST, STORAGE_VOL_EXIST -> Kind.EXISTS;
            case OPERATION_INVALID -> Kind.WRONG_STATE;
            case NO_CONNECT, RPC -> Kind.DISCONNECTED;
            case OPERATION_DENIED, AUTH_FAILED, AUTH_CANCELLED, ACCESS_DENIED -> Kind.DENIED;
            case XML_ERROR, XML_DETAIL, XML_INVALID_SCHEMA, INVALID_ARG, OS_TYPE -> Kind.INVALID;
            case NO_SUPPORT, CONFIG_UNSUPPORTED, ARGUMENT_UNSUPPORTED, OPERATION_UNSUPPORTED -> Kind.UNSUPPORTED;
            default -> e.says("Permission denied") ? Kind.DENIED : Kind.FAILED;
        };
    }

    private static String sentence(Kind kind, String doing, String words) {
        return switch (kind) {
            case DISCONNECTED ->
                "Could not " + doing + ": libvirt does not answer; Ingot connects again by itself, try again then.";
            case NOT_FOUND ->
                "Could not " + doing + ": it is not there any more (" + words + "); another tool may have removed it.";
            case EXISTS -> "Could not " + doing + ": the name is taken (" + words + "); choose another one.";
            case WRONG_STATE ->
                "Could not " + doing + " as it is now: " + words + "; bring it into another state and try again.";
            case NO_SPACE -> "Could not " + doing + ": the disk is full; free some space on it and try again.";
            case DENIED ->
                "Could not " + doing + ": no permission (" + words + "); give it to your user and try again.";
            case IN_USE ->
                "Could not " + doing + ": something else is using one of its disks; stop that first (" + words + ").";
            case UNSUPPORTED -> "Could not " + doing + ": this host cannot do it (" + words + "); change the request.";
            case INVALID -> "Could not " + doing + ": libvirt does not accept it (" + words + "); correct it.";
            default -> "Could not " + doing + ": " + words + "; the log says more.";
        };
    }

    /** The last line that says something: QEMU's stderr comes with timestamps and the whole command. */
    private static String words(LibvirtError error) {
        String text = error.text().strip();
        String line = text.lines().reduce((a, b) -> b).orElse("").strip();
        String shorter = PREFIX.matcher(line).replaceFirst("");
        return shorter.isEmpty() ? "libvirt gives no reason" : shorter.replaceAll("[.;]+$", "");
    }
}
