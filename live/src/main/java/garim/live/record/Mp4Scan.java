package garim.live.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * What a fragmented MP4 file holds that may have been cut anywhere.
 *
 * @param whole bytes up to the end of its last whole fragment; 0 when there is none
 * @param pictures in whole fragments
 * @param length from the first picture to the end of the last
 */
record Mp4Scan(long whole, int pictures, Duration length) {
    private static final int BOX = 8;
    private static final int LARGEST_INDEX = 16 << 20;

    /** Reads the boxes of a file of ours; anything else ends the scan where it stands. */
    static Mp4Scan of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Scanner(channel).scan();
        }
    }

    private static final class Scanner {
        private final FileChannel channel;
        private long timescale = 1;
        private long begin = -1;
        private long end;
        private int pictures;
        private long whole;

        Scanner(FileChannel channel) {
            this.channel = channel;
        }

        Mp4Scan scan() throws IOException {
            long at = 0;
            ByteBuffer index = ByteBuffer.allocate(0);
            boolean goes = true;
            while (goes && at + BOX <= channel.size()) {
                ByteBuffer head = read(at, BOX);
                long size = Integer.toUnsignedLong(head.getInt(0));
                String name = name(head, 4);
                goes = size >= BOX && at + size <= channel.size();
                if (goes) {
                    index = name.equals("moof") && size < LARGEST_INDEX ? read(at, (int) size) : index;
                    if (name.equals("moov") && size < LARGEST_INDEX) {
                        timescale = timescale(read(at, (int) size));
                    }
                    at += size;
                    if (name.equals("mdat")) {
                        count(index);
                        whole = at;
                    }
                }
            }
            long millis = Math.max(0, end - Math.max(0, begin)) * 1000 / timescale;
            return new Mp4Scan(whole, pictures, Duration.ofMillis(millis));
        }

        private ByteBuffer read(long at, int bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(bytes);
            long from = at;
            while (buffer.hasRemaining()) {
                int got = channel.read(buffer, from);
                if (got < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
                from += got;
            }
            return buffer.flip();
        }

        private static String name(ByteBuffer box, int at) {
            byte[] name = new byte[4];
            box.get(at, name);
            return new String(name, StandardCharsets.US_ASCII);
        }

        private static int find(ByteBuffer box, String name) {
            for (int at = 0; at + BOX <= box.limit(); at++) {
                if (box.get(at) == name.charAt(0) && name(box, at).equals(name)) {
                    return at + 4;
                }
            }
            return -1;
        }

        /** Ticks a second, as the header of the one track says. */
        private static long timescale(ByteBuffer head) {
            int at = find(head, "mdhd");
            if (at < 0 || at + 24 > head.limit()) {
                return 1;
            }
            int place = head.get(at) == 1 ? at + 20 : at + 12;
            return Math.max(1, Integer.toUnsignedLong(head.getInt(place)));
        }

        private void count(ByteBuffer index) {
            int time = find(index, "tfdt");
            int run = find(index, "trun");
            if (time < 0 || run < 0) {
                return;
            }
            long at = index.getLong(time + 4);
            begin = begin < 0 ? at : begin;
            int samples = index.getInt(run + 4);
            for (int i = 0; i < samples; i++) {
                at += Integer.toUnsignedLong(index.getInt(run + 12 + 16 * i));
            }
            end = at;
            pictures += samples;
        }
    }
}
