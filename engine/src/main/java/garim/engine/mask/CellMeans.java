package garim.engine.mask;

/** The mean values of the cells of a grid on one plane, 0-255. Immutable. */
final class CellMeans {
    private final int columns;
    private final byte[] values;

    /** Takes the values row by row; the array is the owner's no longer. */
    CellMeans(int columns, byte[] values) {
        this.columns = columns;
        this.values = values;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return values.length / columns;
    }

    int at(int column, int row) {
        return values[row * columns + column] & 0xff;
    }
}
