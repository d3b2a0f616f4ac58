package garim.engine.proof;

import garim.engine.frame.PixelRoutine;
import garim.engine.frame.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The routine with which the proof measures fine detail, and its twin. */
public final class ProofRoutines {
    private static final int SIDE = 200;
    private static final int RADIUS = 5;

    private ProofRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Plane plane = PixelRoutine.noise(SIDE + 20, SIDE + 20, 1);
        Lattice lattice = new Lattice(7, 9, SIDE, SIDE, 1);
        HighPass highPass = new HighPass();
        Supplier<Object> fast = () -> Arrays.copyOf(highPass.measure(plane, lattice, RADIUS), SIDE * SIDE);
        Supplier<Object> plain = () -> IntStream.range(0, SIDE * SIDE)
                .mapToDouble(i -> PlainDetail.at(plane, lattice, RADIUS, i % SIDE, i / SIDE))
                .toArray();
        return List.of(new PixelRoutine("fine detail", "face of 200 pixels", fast, plain, 1e-3));
    }
}
