package garim.engine.detect.onnx;

import java.nio.FloatBuffer;
import java.util.Map;

/** A decoder reads the output tensors of one kind of network as face candidates. */
interface Decoder {
    /**
     * Reads the outputs.
     *
     * @param outputs tensors by name
     * @param width padded width of the input in pixels
     * @param height padded height of the input in pixels
     * @param into takes the candidates, in input pixels
     */
    void decode(Map<String, FloatBuffer> outputs, int width, int height, Candidates into);
}
