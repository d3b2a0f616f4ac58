package garim.engine.detect.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * An ONNX model loaded into ONNX Runtime, on a device and one CPU thread per call. Calls may come from several threads at
 * once.
 *
 * <p>Workers give the parallelism: threads inside the runtime burn CPU time without being faster (measured).
 */
final class OnnxModel implements AutoCloseable {
    /** From so many pixels on, what a network keeps while it runs is hundreds of megabytes. */
    private static final int LARGE = 1_500_000;

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final ConcurrentLinkedQueue<FloatBuffer> spareInputs = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock oneLarge = new ReentrantLock();

    private OnnxModel(String name, OrtEnvironment environment, OrtSession session) {
        this.name = name;
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /**
     * Loads a model.
     *
     * @param name for error messages
     * @param weights an ONNX file and where it runs
     * @param outputs names of the float outputs it must have
     * @throws EngineException MODEL_INVALID when it cannot be loaded there or lacks an output
     */
    static OnnxModel load(String name, Weights weights, List<String> outputs) {
        try (SessionOptions options = new SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setMemoryPatternOptimization(false);
            // an arena for each model keeps the most that it ever needed
            options.setCPUArenaAllocator(false);
            weights.device().applyTo(options);
            OrtSession session = environment.createSession(weights.bytes(), options);
            OnnxModel model = new OnnxModel(name, environment, session);
            model.requireOutputs(outputs);
            return model;
        } catch (OrtException e) {
            throw new EngineException(ErrorCode.MODEL_INVALID, name, firstLine(e), e);
        }
    }

    private void requireOutputs(List<String> outputs) {
        if (!session.getOutputNames().containsAll(outputs)) {
            List<String> present = List.copyOf(session.getOutputNames());
            close();
            throw new EngineException(
                    ErrorCode.MODEL_INVALID, name, "expected outputs " + outputs + ", found " + present);
        }
    }

    /**
     * Runs the model once.
     *
     * @param width columns of the input tensor [1, 3, height, width]
     * @param height rows of the input tensor
     * @param fill writes the {@code 3 * height * width} input values at absolute positions
     * @return the float outputs by name
     * @throws EngineException DETECTOR_FAILED when the runtime refuses
     */
    Map<String, FloatBuffer> run(int width, int height, Consumer<FloatBuffer> fill) {
        return run(1, width, height, fill);
    }

    /**
     * Runs the model once on several inputs of one size, tensor [count, 3, height, width]. Large ones wait for each other,
     * because two at the same time need twice the memory; other models run meanwhile.
     */
    Map<String, FloatBuffer> run(int count, int width, int height, Consumer<FloatBuffer> fill) {
        if ((long) count * width * height < LARGE) {
            return runNow(count, width, height, fill);
        }
        oneLarge.lock();
        try {
            return runNow(count, width, height, fill);
        } finally {
            oneLarge.unlock();
        }
    }

    private Map<String, FloatBuffer> runNow(int count, int width, int height, Consumer<FloatBuffer> fill) {
        FloatBuffer values = borrow(3 * count * width * height);
        fill.accept(values);
        long[] shape = {count, 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            Map<String, FloatBuffer> outputs = new HashMap<>();
            for (Map.Entry<String, OnnxValue> entry : result) {
                if (entry.getValue() instanceof OnnxTensor output) {
                    outputs.put(entry.getKey(), output.getFloatBuffer());
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, firstLine(e), e);
        } finally {
            spareInputs.add(values);
        }
    }

    private FloatBuffer borrow(int size) {
        FloatBuffer spare = spareInputs.poll();
        if (spare == null || spare.capacity() < size) {
            spare = ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        return spare.clear().limit(size);
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        spareInputs.clear();
        try {
            session.close();
        } catch (OrtException e) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, firstLine(e), e);
        }
    }
}
