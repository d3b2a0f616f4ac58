package garim.models.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConversionTest {
    @Test
    void readsBackWhatItWrites() {
        byte[] message = new ProtoWriter()
                .integer(1, 300)
                .integer(2, Long.MAX_VALUE)
                .integer(3, -1)
                .text(20, "name")
                .message(4, new ProtoWriter().integer(1, 0))
                .toBytes();
        List<ProtoReader.Field> fields = ProtoReader.fields(message);
        assertEquals(
                List.of(1, 2, 3, 20, 4),
                fields.stream().map(ProtoReader.Field::number).toList());
        assertEquals(300, fields.get(0).value());
        assertEquals(Long.MAX_VALUE, fields.get(1).value());
        assertEquals(-1, fields.get(2).value());
        assertEquals("name", fields.get(3).text());
        assertArrayEquals(new byte[] {8, 0}, fields.get(4).bytes());
    }

    @Test
    void refusesAMessageThatEndsInsideAField() {
        assertThrows(IllegalArgumentException.class, () -> ProtoReader.fields(new byte[] {10, 5, 1}));
    }

    @Test
    void readsQuantisedWeightsByScaleAndMinimum() {
        String manifest = """
                [{"weights": [{"name": "a", "shape": [3], "dtype": "float32",
                  "quantization": {"scale": 0.5, "min": -1, "dtype": "uint8"}},
                  {"name": "priors", "shape": [1], "dtype": "float32"}]}]""";
        byte[] data = {0, 2, (byte) 255, 0, 0, 0, 0};
        WeightsManifest weights = new WeightsManifest(manifest.getBytes(StandardCharsets.UTF_8), data);
        assertArrayEquals(new float[] {-1, 0, 126.5f}, weights.weights("a").values());
    }

    @Test
    void refusesAManifestThatDoesNotFitItsData() {
        byte[] manifest = "[{\"weights\": []}]".getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> new WeightsManifest(manifest, new byte[3]));
    }

    @Test
    void refusesAGraphThatIsNotUltraFace() {
        byte[] empty =
                new ProtoWriter().message(7, new ProtoWriter().text(2, "g")).toBytes();
        assertThrows(IllegalArgumentException.class, () -> UltraFaceGraph.convert(empty));
    }
}
