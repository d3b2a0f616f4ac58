package garim.engine.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** H.264 (RFC 6184, packetization mode 1) and HEVC (RFC 7798) over RTP: a unit to a packet, or cut into fragments. */
final class NalPayload implements RtpPayload {
    private static final int DYNAMIC_TYPE = 96;
    private static final int AVC_FRAGMENT = 28;
    private static final int HEVC_FRAGMENT = 49;
    private static final int BEGIN = 0x80;
    private static final int END = 0x40;

    private final String codec;
    private final int lengthBytes;
    private final List<ByteBuffer> sets;

    NalPayload(CodedStream stream) {
        codec = stream.codec();
        lengthBytes = NalUnits.lengthBytes(stream);
        sets = ParameterSets.of(stream);
    }

    private boolean isAvc() {
        return codec.equals("h264");
    }

    @Override
    public int type() {
        return DYNAMIC_TYPE;
    }

    @Override
    public String attributes() {
        String name = isAvc() ? "H264" : "H265";
        return "a=rtpmap:" + DYNAMIC_TYPE + " " + name + "/" + RtpMuxer.CLOCK + "\r\na=fmtp:" + DYNAMIC_TYPE + " "
                + (isAvc() ? avcFormat() : hevcFormat()) + "\r\n";
    }

    private String avcFormat() {
        String profile = sets.stream()
                .filter(set -> set.remaining() > 3)
                .findFirst()
                .map(set ->
                        ";profile-level-id=" + HexFormat.of().withUpperCase().formatHex(bytes(set), 1, 4))
                .orElse("");
        return "packetization-mode=1" + profile + (sets.isEmpty() ? "" : ";sprop-parameter-sets=" + coded(sets));
    }

    private String hevcFormat() {
        return List.of("vps", "sps", "pps").stream()
                .map(name -> "sprop-" + name + "=" + coded(ofHevcType(name)))
                .collect(Collectors.joining(";"));
    }

    private List<ByteBuffer> ofHevcType(String name) {
        int type = 32 + List.of("vps", "sps", "pps").indexOf(name);
        return sets.stream().filter(set -> NalUnits.type(codec, set) == type).toList();
    }

    private static String coded(List<ByteBuffer> sets) {
        return sets.stream()
                .map(set -> Base64.getEncoder().encodeToString(bytes(set)))
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(ByteBuffer unit) {
        byte[] bytes = new byte[unit.remaining()];
        unit.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public List<ByteBuffer> parts(CodedPacket packet, int largest) {
        List<ByteBuffer> units = new ArrayList<>(NalUnits.of(packet.data(), lengthBytes));
        boolean bare = units.stream().noneMatch(unit -> ParameterSets.isParameterSet(codec, unit));
        if (packet.key() && bare) {
            units.addAll(0, sets);
        }
        List<ByteBuffer> parts = new ArrayList<>();
        for (ByteBuffer unit : units) {
            if (unit.remaining() <= largest) {
                parts.add(unit.duplicate());
            } else {
                cut(unit.duplicate(), largest, parts);
            }
        }
        return parts;
    }

    private void cut(ByteBuffer unit, int largest, List<ByteBuffer> parts) {
        byte first = unit.get();
        byte second = isAvc() ? 0 : unit.get();
        int room = largest - (isAvc() ? 2 : 3);
        int begin = BEGIN;
        while (unit.hasRemaining()) {
            int length = Math.min(room, unit.remaining());
            int marks = begin | (length == unit.remaining() ? END : 0);
            ByteBuffer part = ByteBuffer.allocate(largest);
            head(part, first, second, marks);
            part.put(unit.slice(unit.position(), length));
            unit.position(unit.position() + length);
            parts.add(part.flip());
            begin = 0;
        }
    }

    private void head(ByteBuffer part, byte first, byte second, int marks) {
        if (isAvc()) {
            part.put((byte) ((first & 0xe0) | AVC_FRAGMENT)).put((byte) (marks | (first & 0x1f)));
        } else {
            part.put((byte) ((first & 0x81) | (HEVC_FRAGMENT << 1))).put(second);
            part.put((byte) (marks | ((first >> 1) & 0x3f)));
        }
    }
}
