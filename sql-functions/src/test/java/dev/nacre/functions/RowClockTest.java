package dev.nacre.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowClockTest {
    private static final long FAST = 100;
    private static final long SLOW = 50_000_000;

    private final RowClock clock = new RowClock(0);
    private long now;

    /** Returns before which of so many rows it is time to look. */
    private List<Integer> looks(int rows, long nanosOfRow) {
        List<Integer> looks = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (clock.isDue()) {
                looks.add(row);
                clock.looked(now);
            }
            now += nanosOfRow;
        }
        return looks;
    }

    @Test
    void looksSeldomWhereRowsAreFast() {
        assertThat(looks(80, FAST)).containsExactly(0, 2, 6, 14, 30, 46, 62, 78);
    }

    @Test
    void looksBeforeEverySlowRow() {
        assertThat(looks(5, SLOW)).containsExactly(0, 2, 3, 4);
    }

    @Test
    void noticesSoonThatRowsAreSlowFromNowOn() {
        looks(63, FAST);

        assertThat(looks(20, SLOW)).containsExactly(15, 16, 17, 18, 19);
    }
}
