package io.github.ingotvm.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file looks from outside, by which it is noticed that it was written to, or that another file lies in its place.
 *
 * @param modified a stamp that differs after the file's content was written to; empty where it cannot be told
 * @param length bytes of the file; empty where it cannot be told
 * @param inode which of the files of its file system it is; empty where it cannot be told, as on another host
 */
public record FileLook(String modified, OptionalLong length, Optional<String> inode) {
    /** Of a file of which nothing can be told. */
    public static final FileLook UNKNOWN = new FileLook("", OptionalLong.empty(), Optional.empty());

    /** Whether a file that looked so looks the same now. What is told of one of them alone counts for nothing, the stamp excepted. */
    public boolean isLike(FileLook now) {
        boolean sameLength = length.isEmpty() || now.length.isEmpty() || length.equals(now.length);
        boolean sameFile = inode.isEmpty() || now.inode.isEmpty() || inode.equals(now.inode);
        return (modified.isEmpty() || modified.equals(now.modified)) && sameLength && sameFile;
    }

    /** Whether all that the other one tells is told by this one, too. */
    public boolean tellsAllOf(FileLook other) {
        return (length.isPresent() || other.length.isEmpty()) && (inode.isPresent() || other.inode.isEmpty());
    }

    public FileLook modified(String stamp) {
        return new FileLook(stamp, length, inode);
    }

    public FileLook inode(String number) {
        return new FileLook(modified, length, Optional.of(number));
    }
}
