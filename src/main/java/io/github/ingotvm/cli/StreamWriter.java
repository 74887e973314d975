package io.github.ingotvm.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** Writes characters to a stream in the stream's own encoding, which only the stream itself knows. */
final class StreamWriter extends Writer {
    private final PrintStream stream;

    private StreamWriter(PrintStream stream) {
        this.stream = stream;
    }

    static PrintWriter to(PrintStream stream) {
        return new PrintWriter(new StreamWriter(stream), true);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        stream.print(new String(buffer, offset, length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
