package io.github.ingotvm.libvirt;

/** What libvirt itself said, for the log and for those who must know the code. */
final class LibvirtError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final int domain;

    LibvirtError(int code, int domain, String message) {
        super(message);
        this.code = code;
        this.domain = domain;
    }

    int code() {
        return code;
    }

    int domain() {
        return domain;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    boolean says(String words) {
        return text().contains(words);
    }
}
