package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.Thumbnails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The machines as cards. One card at a time is a stop for Tab; the arrows go from card to card. */
final class GridView extends ScrollPane {
    private final MachineList list;
    private final Selection selection;
    private final Thumbnails thumbnails;
    private final MachineMenu menu;
    private final MachineKeys keys;
    private final CardGrid grid = new CardGrid();
    private final Map<MachineId, MachineCard> cards = new HashMap<>();
    private Optional<ContextMenu> open = Optional.empty();

    GridView(MachineList list, Selection selection, Thumbnails thumbnails, MachineMenu menu, MachineKeys keys) {
        this.list = list;
        this.selection = selection;
        this.thumbnails = thumbnails;
        this.menu = menu;
        this.keys = keys;
        grid.getStyleClass().add("card-grid");
        grid.setAccessibleRole(AccessibleRole.LIST_VIEW);
        grid.setAccessibleText("Virtual machines");
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", "grid-view");
        // The cards take the focus, never the pane around them.
        setFocusTraversable(false);
        grid.setOnMousePressed(e -> selection.none());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.shown().addListener((ListChangeListener<VirtualMachine>) change -> sync());
        list.damaged().addListener((SetChangeListener<MachineId>) change -> sync());
        selection.ids().addListener((SetChangeListener<MachineId>) change -> showSelection());
        sync();
    }

    private void sync() {
        boolean hadFocus = focused().isPresent();
        List<Node> now = new ArrayList<>();
        for (VirtualMachine machine : list.shown()) {
            MachineCard card = cards.computeIfAbsent(machine.id(), id -> card(machine));
            card.show(machine, list.all(), list.damaged());
            now.add(card);
        }
        cards.keySet().retainAll(list.all().stream().map(VirtualMachine::id).toList());
        int before = focused().map(grid.getChildren()::indexOf).orElse(0);
        if (!grid.getChildren().equals(now)) {
            grid.getChildren().setAll(now);
            if (hadFocus && focused().isEmpty() && !now.isEmpty()) {
                focus(Math.min(before, now.size() - 1));
            }
        }
        showSelection();
    }

    private MachineCard card(VirtualMachine machine) {
        MachineId id = machine.id();
        Runnable showMenu = () -> {
            selection.only(id);
            Optional.ofNullable(cards.get(id)).ifPresent(this::showMenu);
        };
        MachineCard card = new MachineCard(
                machine, list.all(), list.damaged(), thumbnails.of(id), showMenu, () -> keys.keep(machine));
        card.setOnMousePressed(e -> press(card, e));
        card.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                keys.open(card.machine());
            }
        });
        card.setOnContextMenuRequested(e -> requestMenu(card, e));
        card.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                makeOnlyStop(card);
                reveal(card);
            }
        });
        return card;
    }

    private void press(MachineCard card, MouseEvent e) {
        MachineId id = card.machine().id();
        if (e.getButton() == MouseButton.PRIMARY && e.isShortcutDown()) {
            selection.toggle(id);
        } else if (e.getButton() == MouseButton.PRIMARY && e.isShiftDown()) {
            selection.rangeTo(id);
        } else if (e.getButton() == MouseButton.PRIMARY || !selection.ids().contains(id)) {
            selection.only(id);
        }
        card.requestFocus();
        e.consume();
    }

    private void requestMenu(MachineCard card, ContextMenuEvent e) {
        if (!selection.ids().contains(card.machine().id())) {
            selection.only(card.machine().id());
        }
        if (e.isKeyboardTrigger()) {
            showMenu(card);
        } else {
            closeMenu();
            ContextMenu now = menu.of(selection.machines());
            open = Optional.of(now);
            now.show(card, e.getScreenX(), e.getScreenY());
        }
        e.consume();
    }

    private void showMenu(MachineCard card) {
        closeMenu();
        ContextMenu now = menu.of(selection.machines());
        open = Optional.of(now);
        now.show(card, Side.BOTTOM, 16, -16);
    }

    private void closeMenu() {
        open.ifPresent(ContextMenu::hide);
    }

    private void onKey(KeyEvent e) {
        int columns = grid.columns();
        int at = focused().map(grid.getChildren()::indexOf).orElse(-1);
        int last = grid.getChildren().size() - 1;
        if (at < 0) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> go(Math.max(0, at - 1), e);
            case RIGHT -> go(Math.min(last, at + 1), e);
            case UP -> go(at - columns >= 0 ? at - columns : at, e);
            case DOWN -> go(at + columns <= last ? at + columns : at / columns < last / columns ? last : at, e);
            case HOME -> go(0, e);
            case END -> go(last, e);
            case A -> {
                if (e.isShortcutDown()) {
                    selection.all();
                    e.consume();
                }
            }
            case SPACE -> {
                focused().ifPresent(c -> selection.toggle(c.machine().id()));
                e.consume();
            }
            case F10, CONTEXT_MENU -> {
                if (e.getCode() == KeyCode.CONTEXT_MENU || e.isShiftDown()) {
                    focused().ifPresent(this::menuByKey);
                    e.consume();
                }
            }
            default -> keys.pressed(e, acting());
        }
    }

    /** What a key is about: what is selected, else the card that has the keyboard. */
    private List<VirtualMachine> acting() {
        List<VirtualMachine> selected = selection.machines();
        return selected.isEmpty() ? focused().map(MachineCard::machine).stream().toList() : selected;
    }

    private void menuByKey(MachineCard card) {
        if (!selection.ids().contains(card.machine().id())) {
            selection.only(card.machine().id());
        }
        showMenu(card);
    }

    private void go(int index, KeyEvent e) {
        e.consume();
        if (e.isAltDown()) {
            return;
        }
        MachineCard card = (MachineCard) grid.getChildren().get(index);
        if (e.isShiftDown()) {
            selection.rangeTo(card.machine().id());
        } else if (!e.isShortcutDown()) {
            selection.only(card.machine().id());
        }
        card.requestFocus();
    }

    private Optional<MachineCard> focused() {
        return grid.getChildren().stream()
                .filter(n -> getScene() != null && getScene().getFocusOwner() == n)
                .map(MachineCard.class::cast)
                .findFirst();
    }

    /** Gives the keyboard to a card: the one that has been selected, else the first. */
    void focus() {
        int at = selection.machines().stream()
                .findFirst()
                .map(m -> grid.getChildren().indexOf(cards.get(m.id())))
                .orElse(0);
        if (!grid.getChildren().isEmpty()) {
            focus(Math.max(0, at));
        }
    }

    private void focus(int index) {
        // Shown for the first time, the cards are no part of the window before the pane has its skin.
        applyCss();
        grid.getChildren().get(index).requestFocus();
    }

    private void makeOnlyStop(MachineCard card) {
        grid.getChildren().forEach(c -> c.setFocusTraversable(c == card));
    }

    private void showSelection() {
        cards.values()
                .forEach(c -> c.setSelected(selection.ids().contains(c.machine().id())));
        if (grid.getChildren().stream().noneMatch(Node::isFocusTraversable)
                && !grid.getChildren().isEmpty()) {
            grid.getChildren().get(0).setFocusTraversable(true);
        }
    }

    private void reveal(Node card) {
        double hidden = grid.getHeight() - getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = getVvalue() * hidden;
        double margin = 24;
        Bounds bounds = card.getBoundsInParent();
        if (bounds.getMinY() - margin < top) {
            setVvalue((bounds.getMinY() - margin) / hidden);
        } else if (bounds.getMaxY() + margin > top + getViewportBounds().getHeight()) {
            setVvalue((bounds.getMaxY() + margin - getViewportBounds().getHeight()) / hidden);
        }
    }

    /** The active machines whose cards can be seen now. */
    List<MachineId> inView() {
        double top =
                getVvalue() * Math.max(0, grid.getHeight() - getViewportBounds().getHeight());
        double bottom = top + getViewportBounds().getHeight();
        return grid.getChildren().stream()
                .map(MachineCard.class::cast)
                .filter(c -> c.getBoundsInParent().getMaxY() > top
                        && c.getBoundsInParent().getMinY() < bottom)
                .filter(c -> c.machine().state().isActive())
                .map(c -> c.machine().id())
                .toList();
    }
}
