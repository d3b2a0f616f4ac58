package garim.cli.scene;

import garim.engine.frame.Box;

/**
 * A known face is a face that a person found in a photograph.
 *
 * @param box from hairline to chin and from ear to ear, in pixels of the photograph
 * @param isFrontal false when it is seen from the side
 */
public record KnownFace(Box box, boolean isFrontal) {}
