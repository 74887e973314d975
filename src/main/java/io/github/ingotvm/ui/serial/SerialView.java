package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.TerminalView;
import io.github.ingotvm.console.terminal.VirtualTerminal;
import io.github.ingotvm.ui.common.KeyTaker;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A terminal to see and type into, as many lines and columns as there is room for. */
final class SerialView extends Region implements KeyTaker {
    private static final double FONT_SIZE = 14;
    private static final double MARGIN = 8;
    private static final int WHEEL_LINES = 3;
    private static final Color CURSOR = Color.web("#e0a92e");

    private final VirtualTerminal terminal;
    private final Consumer<byte[]> send;
    private final Typeface face = new Typeface(FONT_SIZE);
    private final TerminalCanvas canvas = new TerminalCanvas(face);
    private final ScrollBar bar = new ScrollBar();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final TerminalHand hand;
    /** The line at the top while the user looks back; empty while the newest are shown. */
    private Optional<Long> anchor = Optional.empty();

    private boolean settingBar;

    SerialView(VirtualTerminal terminal, Consumer<byte[]> send) {
        this.terminal = terminal;
        this.send = send;
        this.hand = new TerminalHand(this, terminal);
        getStyleClass().add("terminal");
        setId("terminal");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText("The machine's serial console");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((o, was, is) -> {
            if (!settingBar) {
                lookBack(terminal.above() - is.intValue());
            }
        });
        getChildren().addAll(canvas, bar);
        focusedProperty().addListener(o -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, e -> {
            scroll((int) Math.signum(e.getDeltaY()) * WHEEL_LINES);
            e.consume();
        });
    }

    TerminalHand hand() {
        return hand;
    }

    /** The picture may have changed; called from any thread, painted at the next chance. */
    void changed() {
        if (stale.compareAndSet(false, true)) {
            Platform.runLater(this::requestLayout);
        }
    }

    void pressed(KeyEvent e) {
        if (e.isShiftDown() && !e.isControlDown() && !e.isAltDown()) {
            switch (e.getCode()) {
                case PAGE_UP -> scroll(terminal.rows() - 1);
                case PAGE_DOWN -> scroll(1 - terminal.rows());
                default -> type(TerminalKeys.pressed(e, terminal));
            }
        } else {
            type(TerminalKeys.pressed(e, terminal));
        }
    }

    void typed(KeyEvent e) {
        type(TerminalKeys.typed(e));
    }

    void paste(String text) {
        type(Optional.of(terminal.paste(text)));
    }

    private void type(Optional<byte[]> bytes) {
        bytes.filter(b -> b.length > 0).ifPresent(b -> {
            anchor = Optional.empty();
            hand.clear();
            send.accept(b);
            requestLayout();
        });
    }

    /** @param lines up */
    void scroll(int lines) {
        lookBack(up() + lines);
    }

    private void lookBack(int up) {
        int back = Math.max(0, Math.min(up, terminal.above()));
        anchor = back == 0 ? Optional.empty() : Optional.of(terminal.top() - back);
        requestLayout();
    }

    /** How many lines the view is above the newest ones. */
    int up() {
        return anchor.map(line -> (int) Math.max(0, Math.min(terminal.top() - line, terminal.above())))
                .orElse(0);
    }

    TerminalView shown() {
        return terminal.look(up());
    }

    @Override
    protected void layoutChildren() {
        stale.set(false);
        double barWidth = bar.prefWidth(-1);
        double width = Math.max(getWidth() - 2 * MARGIN - barWidth, 1);
        double height = Math.max(getHeight() - 2 * MARGIN, 1);
        int columns = (int) (width / face.width());
        int rows = (int) (height / face.height());
        if (getScene() != null && (columns != terminal.columns() || rows != terminal.rows())) {
            terminal.resize(columns, rows);
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(MARGIN, MARGIN);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        layoutBar();
        canvas.paint(shown(), hand.selection(), CURSOR, isFocused());
    }

    private void layoutBar() {
        int above = terminal.above();
        settingBar = true;
        bar.setVisible(above > 0);
        bar.setMax(Math.max(above, 1));
        bar.setVisibleAmount((double) terminal.rows() * Math.max(above, 1) / (above + terminal.rows()));
        bar.setBlockIncrement(terminal.rows());
        bar.setValue(above - (double) up());
        settingBar = false;
    }

    /** Column and row at a point of this view. */
    Selection.Place place(double x, double y) {
        int column = (int) Math.round((x - MARGIN) / face.width());
        int row = (int) Math.floor((y - MARGIN) / face.height());
        int inside = Math.max(0, Math.min(row, terminal.rows() - 1));
        return new Selection.Place(terminal.top() - up() + inside, Math.max(0, Math.min(column, terminal.columns())));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return String.join(
                    "\n", shown().rows().stream().map(TerminalView.Row::text).toList());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
