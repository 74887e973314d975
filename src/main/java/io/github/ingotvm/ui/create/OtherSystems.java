package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.ui.common.Fields;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The systems that a disc might hold, too, each a link; and one to any other. */
final class OtherSystems extends FlowPane {
    private static final int MOST = 4;

    private final Consumer<SystemView> choose;
    private final Runnable search;

    /**
     * @param choose called with the system that it is
     * @param search called when it is none of these
     */
    OtherSystems(Consumer<SystemView> choose, Runnable search) {
        super(8, 0);
        this.choose = choose;
        this.search = search;
        getStyleClass().add("other-systems");
        hide();
    }

    void hide() {
        show(false);
    }

    /** Offers them; where nothing is known, any. */
    void offer(List<SystemView> others, boolean known) {
        getChildren().clear();
        if (!others.isEmpty()) {
            Label also = Fields.hint("Or is it");
            also.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(also);
            others.stream()
                    .limit(MOST)
                    .forEach(o -> getChildren().add(link(o.name(), "It is " + o.name(), () -> choose.accept(o))));
        }
        String words = known ? "Another system…" : "Choose its system…";
        getChildren().add(link(words, words, search));
        show(true);
    }

    private static Hyperlink link(String words, String said, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setAccessibleText(said);
        link.setOnAction(e -> action.run());
        return link;
    }

    private void show(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
