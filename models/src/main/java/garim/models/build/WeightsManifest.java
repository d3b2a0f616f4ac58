package garim.models.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The named weights of a TensorFlow.js model, stored as one byte each. Source: TensorFlow.js weights manifest. */
final class WeightsManifest {
    private final Map<String, Weights> byName = new HashMap<>();

    /**
     * One tensor; the value of a byte q (0-255) is {@code q * scale + min}.
     *
     * @param shape sides
     * @param bytes the stored values
     * @param scale value of one step
     * @param min value of byte 0
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Weights(long[] shape, byte[] bytes, float scale, float min) {
        /** All values. */
        float[] values() {
            float[] values = new float[bytes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (bytes[i] & 0xff) * scale + min;
            }
            return values;
        }
    }

    /**
     * Reads a manifest and its data.
     *
     * @throws IllegalArgumentException when they do not fit together
     */
    WeightsManifest(byte[] manifest, byte[] data) {
        int at = 0;
        for (JsonNode group : parse(manifest)) {
            for (JsonNode weights : group.path("weights")) {
                at = read(weights, data, at);
            }
        }
        if (at != data.length) {
            throw new IllegalArgumentException("the manifest describes " + at + " of " + data.length + " bytes");
        }
    }

    private static JsonNode parse(byte[] manifest) {
        try {
            return new ObjectMapper().readTree(manifest);
        } catch (IOException e) {
            throw new IllegalArgumentException("the manifest is not JSON", e);
        }
    }

    private int read(JsonNode weights, byte[] data, int at) {
        long[] shape = new long[weights.path("shape").size()];
        Arrays.setAll(shape, i -> weights.path("shape").path(i).asLong());
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        JsonNode quantization = weights.path("quantization");
        if (quantization.isMissingNode()) {
            // only the priors are stored as floats, and the detector computes its own
            return at + Float.BYTES * count;
        }
        byte[] bytes = Arrays.copyOfRange(data, at, at + count);
        float scale = (float) quantization.path("scale").asDouble();
        float min = (float) quantization.path("min").asDouble();
        byName.put(weights.path("name").asText(), new Weights(shape, bytes, scale, min));
        return at + count;
    }

    /** The weights of this name. */
    Weights weights(String name) {
        Weights weights = byName.get(name);
        if (weights == null) {
            throw new IllegalArgumentException("the manifest lacks " + name);
        }
        return weights;
    }
}
