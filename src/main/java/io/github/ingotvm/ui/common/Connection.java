package io.github.ingotvm.ui.common;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the window knows of the connection and the host behind it. Touched on the window's thread alone. */
public final class Connection {
    /**
     * The host, for people.
     *
     * @param uri of the connection
     * @param about versions and size
     * @param emulated whether machines run emulated, many times slower
     * @param note why
     */
    public record Host(String uri, String about, boolean emulated, String note) {
        /** What people call the place. */
        public String place() {
            boolean here = uri.startsWith("qemu:///") || uri.startsWith("qemu+unix://");
            return here ? "This computer" : uri;
        }
    }

    private final BooleanProperty lost = new SimpleBooleanProperty();
    private final DoubleProperty unsealed = new SimpleDoubleProperty();
    private final ObjectProperty<Optional<Host>> host = new SimpleObjectProperty<>(Optional.empty());

    /** Whether it broke and is not back yet. */
    public BooleanProperty lost() {
        return lost;
    }

    /** How many files of golden images are being sealed in the background, with the part of the one being read; 0 at rest. */
    public DoubleProperty unsealed() {
        return unsealed;
    }

    /** The host, once it has been asked. */
    public ObjectProperty<Optional<Host>> host() {
        return host;
    }
}
