package garim.engine.detect.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Trial;
import java.nio.FloatBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A device probe tells which devices beside the processor can run networks here, by running one on them.
 *
 * <p>No machine with a graphics card was at hand when this was written: that a card adds three numbers up is all that is
 * asked of it.
 */
public final class DeviceProbe {
    /** What a library holds and a machine can do. */
    interface Machine {
        /** What the library is called, and where it is. */
        String library();

        /** True when the library was built for the device. */
        boolean knows(Device device);

        /**
         * Runs a network on the device.
         *
         * @throws EngineException MODEL_INVALID or DETECTOR_FAILED when that cannot be done
         */
        void run(Device device);
    }

    /** ONNX Runtime as it is on the class path. */
    private record Here() implements Machine {
        private static final int SIDE = 8;
        private static final String SUM = "sum";

        /** A convolution of one pixel, all weights 1: the sum of the channels; written with the onnx package of Python. */
        private static final String NETWORK =
                "CAg6bwoRCgF4CgF3EgNzdW0iBENvbnYSAWcqGwgBCAMIAQgBEAFCAXdKDAAAgD8AAIA/AACAP1ob"
                        + "CgF4EhYKFAgBEhAKAggBCgIIAwoCCAgKAggIYh0KA3N1bRIWChQIARIQCgIIAQoCCAEKAggICgIICEIECgAQDQ==";

        @Override
        public String library() {
            return InferenceRuntime.version()
                    + InferenceRuntime.file().map(file -> " (" + file + ")").orElse("");
        }

        @Override
        public boolean knows(Device device) {
            return device == Device.CPU
                    || OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        }

        @Override
        public void run(Device device) {
            Weights weights = new Weights(Base64.getDecoder().decode(NETWORK), device);
            try (OnnxModel network = OnnxModel.load(device.word(), weights, List.of(SUM))) {
                Map<String, FloatBuffer> outputs = network.run(SIDE, SIDE, Here::fill);
                float sum = FaceNetwork.tensor(outputs, SUM).get(0);
                if (Math.abs(sum - 3) > 0.01) {
                    throw new EngineException(ErrorCode.DETECTOR_FAILED, device.word(), "1 + 1 + 1 gave " + sum);
                }
            }
        }

        private static void fill(FloatBuffer values) {
            for (int i = 0; i < values.limit(); i++) {
                values.put(i, 1);
            }
        }
    }

    private static final Pattern WHERE_IN_THE_LIBRARY = Pattern.compile("^.*\\[ONNXRuntimeError\\] : \\d+ : \\w+ : ");

    private final Machine machine;

    DeviceProbe(Machine machine) {
        this.machine = Objects.requireNonNull(machine);
    }

    /** A probe of this machine. */
    public static DeviceProbe ofThisMachine() {
        return new DeviceProbe(new Here());
    }

    /** Tries all devices but the processor. */
    public List<Trial> all() {
        return List.of(attempt(Device.CUDA));
    }

    /**
     * The device that a wish comes to.
     *
     * @throws EngineException DEVICE_UNAVAILABLE when the wish names one that cannot be used here
     */
    public DeviceChoice choose(DeviceWish wish) {
        if (wish == DeviceWish.CPU) {
            return new DeviceChoice(Device.CPU, List.of());
        }
        Trial cuda = attempt(Device.CUDA);
        if (cuda.isUsable()) {
            return new DeviceChoice(Device.CUDA, List.of());
        }
        if (wish == DeviceWish.CUDA) {
            throw new EngineException(ErrorCode.DEVICE_UNAVAILABLE, cuda.name(), cuda.detail());
        }
        return new DeviceChoice(Device.CPU, List.of(cuda));
    }

    Trial attempt(Device device) {
        if (!machine.knows(device)) {
            return Trial.absent(device.word(), machine.library() + " is built without it");
        }
        try {
            machine.run(device);
            return Trial.works(device.word());
        } catch (EngineException e) {
            return Trial.fails(
                    device.word(),
                    WHERE_IN_THE_LIBRARY.matcher(e.detail()).replaceFirst("").strip());
        }
    }
}
