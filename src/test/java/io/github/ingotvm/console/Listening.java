package io.github.ingotvm.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Remembers what the client says. */
class Listening implements ScreenListener {
    final List<PointerShape> shapes = new ArrayList<>();
    final List<String> clipboards = new ArrayList<>();
    final List<SizeAnswer> answers = new ArrayList<>();
    final List<Locks> locks = new ArrayList<>();
    volatile boolean wantsClipboard = true;
    final CountDownLatch over = new CountDownLatch(1);
    volatile Optional<ConsoleException> why = Optional.empty();
    volatile int frames;
    volatile int bells;
    volatile boolean relative;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    public void frameReady() {
        frames++;
    }

    @Override
    public void pointerShape(PointerShape shape) {
        shapes.add(shape);
    }

    @Override
    public void pointerMotion(boolean now) {
        relative = now;
    }

    @Override
    public void clipboard(String text) {
        clipboards.add(text);
    }

    @Override
    public boolean wantsClipboard() {
        return wantsClipboard;
    }

    @Override
    public void sizeAnswered(SizeAnswer answer) {
        answers.add(answer);
    }

    @Override
    public void locks(Locks state) {
        locks.add(state);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    public void bell() {
        bells++;
    }

    @Override
    public void ended(Optional<ConsoleException> reason) {
        why = reason;
        over.countDown();
    }
}
