package io.github.ingotvm.ui.dashboard;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays cards out in as many columns as fit, all of one width that fills the row. */
final class CardGrid extends Pane {
    private static final double LEAST = 204;
    private static final double GAP = 16;

    int columns() {
        return columns(getWidth() - getInsets().getLeft() - getInsets().getRight());
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
    }

    private static double cardWidth(double width) {
        int columns = columns(width);
        return Math.floor((width - GAP * (columns - 1)) / columns);
    }

    private double cardHeight(double width) {
        return getManagedChildren().isEmpty()
                ? 0
                : Math.ceil(getManagedChildren().get(0).prefHeight(cardWidth(width)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - getInsets().getLeft() - getInsets().getRight();
        int columns = columns(inner);
        int rows = (getManagedChildren().size() + columns - 1) / columns;
        double cards = rows == 0 ? 0 : rows * cardHeight(inner) + (rows - 1) * GAP;
        return getInsets().getTop() + cards + getInsets().getBottom();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + LEAST + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double w = cardWidth(inner);
        double h = cardHeight(inner);
        int columns = columns(inner);
        int i = 0;
        for (Node card : getManagedChildren()) {
            double x = getInsets().getLeft() + i % columns * (w + GAP);
            double y = getInsets().getTop() + Math.floorDiv(i, columns) * (h + GAP);
            card.resizeRelocate(snapPositionX(x), snapPositionY(y), w, h);
            i++;
        }
    }
}
