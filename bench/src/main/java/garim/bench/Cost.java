package garim.bench;

/**
 * What one process cost from its start to its end.
 *
 * @param cpuSeconds user and system time of all its threads
 * @param wallSeconds time by the clock
 * @param peakMegabytes most memory resident at once, in units of 2^20 bytes
 * @param outputBytes size of the file that it wrote
 */
record Cost(double cpuSeconds, double wallSeconds, double peakMegabytes, long outputBytes) {}
