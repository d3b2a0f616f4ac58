/** The catalogue of model weights, and the detectors made of them. The module's only door for others. */
@NullMarked
package garim.models;

import org.jspecify.annotations.NullMarked;
