package garim.engine.pipeline;

import java.nio.file.Path;

/** Looks at an output that is whole but does not have its name yet. */
interface RenderCheck {
    /** Publishes whatever is whole. */
    RenderCheck NONE = part -> true;

    /**
     * Says whether the output may be published; otherwise it is deleted.
     *
     * @param part the output under its hidden name
     */
    boolean accepts(Path part);
}
