package garim.models.build;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads regular files of short names out of a gzipped tar archive, in memory. Source: POSIX.1-1988 ustar. */
final class TarArchive {
    private static final int BLOCK = 512;
    private static final long LARGEST_FILE = 256L << 20;

    private TarArchive() {}

    /**
     * The wanted files that the archive holds, by name.
     *
     * @throws IOException when the file cannot be read or is no such archive
     */
    static Map<String, byte[]> read(Path archive, Set<String> wanted) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                String name = text(header, 0, 100);
                long size = size(header);
                if (wanted.contains(name) && (header[156] == '0' || header[156] == 0)) {
                    found.put(name, content(in, size));
                } else {
                    in.skipNBytes(size);
                }
                in.skipNBytes(Math.floorMod(-size, (long) BLOCK));
                header = in.readNBytes(BLOCK);
            }
        }
        return found;
    }

    private static byte[] content(InputStream in, long size) throws IOException {
        byte[] content = in.readNBytes((int) size);
        if (content.length != size) {
            throw new EOFException("the archive ends inside a file");
        }
        return content;
    }

    private static long size(byte[] header) throws IOException {
        try {
            long size = Long.parseLong(text(header, 124, 12).strip(), 8);
            if (size >= 0 && size <= LARGEST_FILE) {
                return size;
            }
            throw new IOException("file of " + size + " bytes in the archive");
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive", e);
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
