package garim.engine.proof;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The SHA-256 of a file and of its pieces, so that of a file that was changed it can be told where, and that it is not
 * another file altogether.
 *
 * @param bytes size of the file
 * @param sha256 hash of all of it in lower-case hex
 * @param pieceBytes size of each piece; the last may be smaller
 * @param pieces hashes of the pieces in order
 */
public record FilePieces(long bytes, String sha256, long pieceBytes, List<String> pieces) {
    private static final int MOST_PIECES = 64;
    /** The smallest size of a piece in bytes. */
    public static final int SMALLEST_PIECE = 1024;

    private static final int BUFFER = 1 << 16;

    public FilePieces {
        pieces = List.copyOf(pieces);
        if (bytes < 0 || pieceBytes < SMALLEST_PIECE) {
            throw new IllegalArgumentException("pieces of " + pieceBytes + " bytes");
        }
    }

    /** The places of the pieces that another file of the same pieces does not have. */
    public List<Integer> changedPieces(FilePieces other) {
        return IntStream.range(0, pieces.size())
                .filter(i -> i >= other.pieces.size() || !pieces.get(i).equals(other.pieces.get(i)))
                .boxed()
                .toList();
    }

    /** Reads a file once; INPUT_MISSING when it cannot be read. */
    public static FilePieces of(Path file) {
        try {
            long bytes = Files.size(file);
            return of(file, bytes, Math.max(SMALLEST_PIECE, (bytes + MOST_PIECES - 1) / MOST_PIECES));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** As {@link #of(Path)}, in pieces of another size. */
    public static FilePieces of(Path file, long pieceBytes) {
        try {
            return of(file, Files.size(file), pieceBytes);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FilePieces of(Path file, long bytes, long pieceBytes) throws IOException {
        MessageDigest whole = digest();
        MessageDigest piece = digest();
        List<String> pieces = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = pieceBytes;
            for (int read = stream.read(buffer, 0, size(left)); read >= 0; read = stream.read(buffer, 0, size(left))) {
                whole.update(buffer, 0, read);
                piece.update(buffer, 0, read);
                left -= read;
                if (left == 0) {
                    pieces.add(HexFormat.of().formatHex(piece.digest()));
                    left = pieceBytes;
                }
            }
            if (left < pieceBytes) {
                pieces.add(HexFormat.of().formatHex(piece.digest()));
            }
        }
        return new FilePieces(bytes, HexFormat.of().formatHex(whole.digest()), pieceBytes, pieces);
    }

    private static int size(long left) {
        return (int) Math.min(BUFFER, left);
    }

    private static EngineException unreadable(Path file, IOException e) {
        return new EngineException(ErrorCode.INPUT_MISSING, file.toString(), e.toString(), e);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
