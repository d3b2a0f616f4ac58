package garim.engine.detect.onnx;

/** A device wish is what a user says about the device that runs the networks. */
public enum DeviceWish {
    /** The fastest that works here. */
    AUTO,
    /** The processor. */
    CPU,
    /** A graphics card, and nothing else. */
    CUDA
}
