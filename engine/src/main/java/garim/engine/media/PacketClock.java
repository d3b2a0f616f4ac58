package garim.engine.media;

/** A packet clock gives packets times that containers take: decoding times rise, none is shown before, each lasts. */
final class PacketClock {
    private static final double USUAL_SECONDS = 0.04;
    private static final double LONGEST_SECONDS = 1;

    private final long longest;
    private long lastDecoded = Long.MIN_VALUE;
    private long usual;

    PacketClock(Rational timeBase) {
        usual = Math.max(1, timeBase.ticks(USUAL_SECONDS));
        longest = Math.max(1, timeBase.ticks(LONGEST_SECONDS));
    }

    /** The packet with such times; one that does not say how long it lasts lasts as long as the one before it did. */
    CodedPacket timed(CodedPacket packet) {
        boolean first = lastDecoded == Long.MIN_VALUE;
        long decoded = first ? packet.decodedAt() : Math.max(packet.decodedAt(), lastDecoded + 1);
        if (!first && decoded - lastDecoded <= longest) {
            usual = decoded - lastDecoded;
        }
        lastDecoded = decoded;
        long lasts = packet.lasts() > 0 ? packet.lasts() : usual;
        return new CodedPacket(packet.data(), Math.max(decoded, packet.shownAt()), decoded, lasts, packet.key());
    }
}
