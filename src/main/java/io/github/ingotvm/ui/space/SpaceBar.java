package io.github.ingotvm.ui.space;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Parts of a whole, side by side; what is left of the whole stays empty. */
final class SpaceBar extends Region {
    private static final double HEIGHT = 10;
    private static final double LEAST = 2;

    private final List<Part> parts;
    private final long whole;
    private final Rectangle clip = new Rectangle();

    /**
     * A part of the bar.
     *
     * @param tone style class: {@code own}, {@code shared}, {@code other}, {@code leftover}
     */
    record Part(long bytes, String tone) {}

    /** @param whole bytes that the bar's length stands for */
    SpaceBar(List<Part> parts, long whole) {
        this.parts = parts.stream().filter(p -> p.bytes() > 0).toList();
        this.whole = Math.max(1, whole);
        getStyleClass().add("space-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        clip.setArcWidth(HEIGHT);
        clip.setArcHeight(HEIGHT);
        setClip(clip);
        this.parts.forEach(p -> {
            Region piece = new Region();
            piece.getStyleClass().addAll("space-part", p.tone());
            getChildren().add(piece);
        });
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double at = 0;
        for (int i = 0; i < parts.size(); i++) {
            // What is there is seen, be it ever so little.
            double width = Math.max(LEAST, getWidth() * parts.get(i).bytes() / whole);
            double begin = snapPositionX(at);
            double end = Math.min(getWidth(), snapPositionX(at + width));
            getChildren().get(i).resizeRelocate(begin, 0, Math.max(0, end - begin), getHeight());
            at += width;
        }
    }
}
