package garim.bench;

import java.util.List;

/**
 * One way to treat the clip, with what it cost in each round.
 *
 * @param letter a, b or c
 * @param name what it is
 * @param rounds the costs, first round first
 */
record Contender(String letter, String name, List<Cost> rounds) {
    Contender {
        rounds = List.copyOf(rounds);
    }
}
