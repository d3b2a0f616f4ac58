package garim.engine.detect.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.Locale;

/** A device runs networks. */
public enum Device {
    /** The processor. */
    CPU,
    /** The first graphics card that CUDA knows. */
    CUDA;

    private static final int FIRST_CARD = 0;

    /** Its name in options, plans and certificates. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Has sessions with these options run on it. */
    void applyTo(SessionOptions options) throws OrtException {
        if (this == CUDA) {
            try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST_CARD)) {
                // the thresholds were measured with all digits
                cuda.add("use_tf32", "0");
                // a search by stopwatch is slow at every new size and gives other digits every time
                cuda.add("cudnn_conv_algo_search", "HEURISTIC");
                options.addCUDA(cuda);
            }
        }
    }
}
