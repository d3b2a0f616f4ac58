package garim.engine.detect.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inference runtime tells which native code runs the models on this machine. */
public final class InferenceRuntime {
    private InferenceRuntime() {}

    /** Name and version; loads the library if it was not loaded before. */
    public static String version() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    /** The kinds of hardware that this build of the library can use, for example CPU. */
    public static String devices() {
        return OrtEnvironment.getAvailableProviders().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The file that the library came in; empty when it is in none. */
    static Optional<Path> file() {
        return Optional.ofNullable(OrtEnvironment.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::getPath)
                .map(Path::of);
    }
}
