package garim.engine.detect.onnx;

import java.util.Objects;

/** Weights are the bytes of an ONNX file and the device that is to run them. They are read once, when a detector is made. */
public final class Weights {
    private final byte[] bytes;
    private final Device device;

    /**
     * Weights for a device.
     *
     * @param bytes an ONNX file; not copied
     * @param device where it runs; loading fails where this machine has none
     */
    public Weights(byte[] bytes, Device device) {
        this.bytes = Objects.requireNonNull(bytes);
        this.device = Objects.requireNonNull(device);
    }

    /** Weights for the processor, which every machine has. */
    public static Weights onCpu(byte[] bytes) {
        return new Weights(bytes, Device.CPU);
    }

    byte[] bytes() {
        return bytes;
    }

    Device device() {
        return device;
    }
}
