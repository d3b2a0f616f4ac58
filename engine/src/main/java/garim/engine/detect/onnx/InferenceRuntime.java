package garim.engine.detect.onnx;

import ai.onnxruntime.OrtEnvironment;

/** The inference runtime tells which native code runs the models on this machine. */
public final class InferenceRuntime {
    private InferenceRuntime() {}

    /** Name and version; loads the library if it was not loaded before. */
    public static String version() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }
}
