package garim.engine.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** MJPEG over RTP (RFC 2435), tables of quantization sent along: baseline 4:2:0 or 4:2:2 with the usual Huffman tables. */
final class JpegPayload implements RtpPayload {
    private static final int STATIC_TYPE = 26;
    private static final int TABLES_ALONG = 255;
    private static final int LARGEST_SIDE = 2040;

    @Override
    public int type() {
        return STATIC_TYPE;
    }

    @Override
    public String attributes() {
        return "a=rtpmap:" + STATIC_TYPE + " JPEG/" + RtpMuxer.CLOCK + "\r\n";
    }

    @Override
    public List<ByteBuffer> parts(CodedPacket packet, int largest) {
        Picture picture = new Picture(packet.data());
        if (!picture.isUsable()) {
            return List.of();
        }
        List<ByteBuffer> parts = new ArrayList<>();
        ByteBuffer scan = picture.scan;
        int whole = scan.remaining();
        while (scan.hasRemaining()) {
            int offset = whole - scan.remaining();
            ByteBuffer part = ByteBuffer.allocate(largest);
            picture.head(part, offset);
            int length = Math.min(part.remaining(), scan.remaining());
            part.put(scan.slice(scan.position(), length));
            scan.position(scan.position() + length);
            parts.add(part.flip());
        }
        return parts;
    }

    /** What RTP needs of a JPEG picture. */
    private static final class Picture {
        private static final int TABLES = 0xdb;
        private static final int BASELINE = 0xc0;
        private static final int RESTARTS = 0xdd;
        private static final int SCAN = 0xda;
        private static final int BEGIN = 0xd8;

        private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
        private ByteBuffer scan = ByteBuffer.allocate(0);
        private int width;
        private int height;
        private int sampling;
        private int restarts;

        Picture(ByteBuffer data) {
            while (data.remaining() >= 4 && !scan.hasRemaining()) {
                if ((data.get() & 0xff) == 0xff) {
                    marker(data.get() & 0xff, data);
                }
            }
        }

        private void marker(int kind, ByteBuffer data) {
            boolean hasBody = kind != BEGIN && kind != 0 && kind != 0xff && data.remaining() > 2;
            int length = hasBody ? (data.getShort(data.position()) & 0xffff) : 0;
            if (length < 2 || length > data.remaining()) {
                return;
            }
            ByteBuffer body = data.slice(data.position() + 2, length - 2);
            data.position(data.position() + length);
            switch (kind) {
                case TABLES -> addTables(body);
                case BASELINE -> describe(body);
                case RESTARTS -> restarts = body.getShort() & 0xffff;
                case SCAN -> scan = data.slice();
                default -> {
                    // Names, comments and the usual Huffman tables.
                }
            }
        }

        private void addTables(ByteBuffer body) {
            while (body.remaining() >= 65) {
                body.get();
                byte[] table = new byte[64];
                body.get(table);
                tables.writeBytes(table);
            }
        }

        private void describe(ByteBuffer body) {
            if (body.remaining() >= 8) {
                height = body.getShort(1) & 0xffff;
                width = body.getShort(3) & 0xffff;
                sampling = body.get(7) & 0xff;
            }
        }

        boolean isUsable() {
            boolean sized = width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
            return sized && scan.hasRemaining() && (sampling == 0x22 || sampling == 0x21);
        }

        void head(ByteBuffer part, int offset) {
            int type = (sampling == 0x22 ? 1 : 0) + (restarts > 0 ? 64 : 0);
            part.putInt(offset & 0xffffff).put((byte) type).put((byte) TABLES_ALONG);
            part.put((byte) ((width + 7) / 8)).put((byte) ((height + 7) / 8));
            if (restarts > 0) {
                part.putShort((short) restarts).putShort((short) 0xffff);
            }
            if (offset == 0) {
                byte[] all = both(tables.toByteArray());
                part.putShort((short) 0).putShort((short) all.length).put(all);
            }
        }

        /** Where one table serves luma and chroma it is sent twice. */
        private static byte[] both(byte[] found) {
            return found.length == 64
                    ? ByteBuffer.allocate(128).put(found).put(found).array()
                    : found;
        }
    }
}
