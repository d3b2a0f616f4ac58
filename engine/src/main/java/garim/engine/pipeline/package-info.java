/** Joins the stages: analyse, render, progress, cancellation. Holds the engine's door for files. */
@NullMarked
package garim.engine.pipeline;

import org.jspecify.annotations.NullMarked;
