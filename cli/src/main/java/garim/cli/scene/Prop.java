package garim.cli.scene;

import java.util.Optional;

/** A prop is one thing of a scene: the backdrop, a pillar, a person who walks by. */
interface Prop {
    /** Where it is in a frame; empty when it is not there. */
    Optional<Placement> at(int frame);
}
