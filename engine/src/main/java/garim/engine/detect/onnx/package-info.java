/** Runs model files with ONNX Runtime. The only place that loads inference code. */
@NullMarked
package garim.engine.detect.onnx;

import org.jspecify.annotations.NullMarked;
