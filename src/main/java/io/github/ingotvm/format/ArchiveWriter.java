package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * Writes a tar archive into a file in which one can go back: how long a member is need not be known before it is written, and room
 * can be left for a member whose bytes are known at the end.
 */
final class ArchiveWriter implements Closeable {
    private static final int RECORD = 512;
    private static final int END = 2 * RECORD;

    private final FileChannel file;
    private final long modified;

    ArchiveWriter(FileChannel file, long modifiedMillis) {
        this.file = file;
        this.modified = modifiedMillis;
    }

    /** Where a member is. */
    record Member(String name, long at, long length) {}

    /** A member that was written, with the SHA-256 of its bytes. */
    record Written(Member member, String digest) {}

    /** Writes the bytes of a member. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Leaves room for a member of this length, to be {@linkplain #fill filled} later. */
    Member leave(String name, long length) throws IOException {
        Member member = new Member(name, file.position(), length);
        header(member);
        file.position(member.at() + RECORD + (length + RECORD - 1) / RECORD * RECORD);
        return member;
    }

    /** Writes a member that room was left for. */
    void fill(Member member, byte[] bytes) throws IOException {
        if (bytes.length != member.length()) {
            throw new IllegalArgumentException(member.name() + " has " + bytes.length + " bytes of " + member.length());
        }
        put(ByteBuffer.wrap(bytes), member.at() + RECORD);
    }

    /** Appends a member. */
    Written append(String name, Content content) throws IOException {
        long at = file.position();
        file.position(at + RECORD);
        MessageDigest digest = ContentDigest.sha256();
        content.writeTo(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                digest.update(bytes, offset, length);
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
        });
        Member member = new Member(name, at, file.position() - at - RECORD);
        header(member);
        file.position(at + RECORD + (member.length() + RECORD - 1) / RECORD * RECORD);
        return new Written(member, HexFormat.of().formatHex(digest.digest()));
    }

    private void header(Member member) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(member.name());
        entry.setSize(member.length());
        entry.setModTime(modified);
        entry.setMode(0100644);
        byte[] header = new byte[RECORD];
        entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true); // beyond 8 GiB, too
        put(ByteBuffer.wrap(header), member.at());
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    /** Writes the end, and all of it to the disk. */
    void finish() throws IOException {
        put(ByteBuffer.allocate(END), file.position());
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
