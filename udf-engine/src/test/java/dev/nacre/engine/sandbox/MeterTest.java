package dev.nacre.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MeterTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static void assertStops(ThrowingCallable work, ErrorCode code, String message) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(code))
                .hasMessage(message);
    }

    private static void pollForEver(Meter meter) {
        while (true) {
            meter.poll();
        }
    }

    @Test
    void handsOutExactlyTheFuelThereIs() {
        for (int fuel : new int[] {0, 1, 63, 64, 65, 1000, 100_000}) {
            Meter meter = new Meter(LONG, Optional.empty(), fuel);
            for (int i = 0; i < fuel; i++) {
                meter.poll();
            }
            assertThat(meter.fuelLeft()).isZero();
            assertStops(
                    meter::poll,
                    ErrorCode.OUT_OF_FUEL,
                    "guest code used up fuel " + fuel + "; raise fuel for more work");
        }
    }

    @Test
    void chargesLargeAmountsAtOnce() {
        Meter meter = new Meter(LONG, Optional.empty(), 1_000_000);

        meter.charge(700_000);

        assertThat(meter.fuelLeft()).isEqualTo(300_000);
        assertStops(
                () -> meter.charge(Integer.MAX_VALUE),
                ErrorCode.OUT_OF_FUEL,
                "guest code used up fuel 1000000; raise fuel for more work");
    }

    @Test
    @Timeout(60)
    void staysStopped() {
        Meter meter = new Meter(Duration.ofMillis(5), Optional.empty(), Long.MAX_VALUE);
        int outer = meter.enterCall();
        String message = "guest code ran longer than call_timeout 5 ms; raise call_timeout";
        assertStops(() -> pollForEver(meter), ErrorCode.TIMEOUT, message);
        meter.exitCall(outer);

        for (int i = 0; i < 3; i++) {
            assertStops(meter::poll, ErrorCode.TIMEOUT, message);
            assertStops(meter::enterCall, ErrorCode.TIMEOUT, message);
        }
    }

    @Test
    @Timeout(60)
    void boundsTheWholeStatementOutsideOfCallsToo() {
        Meter meter = new Meter(LONG, Optional.of(Duration.ofSeconds(1)), Long.MAX_VALUE);

        assertStops(
                () -> pollForEver(meter), ErrorCode.TIMEOUT, "the statement ran longer than its timeout 1 s; raise it");
    }

    @Test
    @Timeout(60)
    void countsTheTimeOfEachCallAnew() throws InterruptedException {
        Meter meter = new Meter(Duration.ofMillis(400), Optional.empty(), Long.MAX_VALUE);

        for (int i = 0; i < 3; i++) {
            Thread.sleep(200);
            int outer = meter.enterCall();
            for (int polls = 0; polls < 100_000; polls++) {
                meter.poll();
            }
            meter.exitCall(outer);
        }

        assertThat(meter.depth()).isZero();
    }

    @Test
    @Timeout(60)
    void noticesACancelWithinASlice() {
        Meter meter = Meter.unlimited();
        for (int i = 0; i < 1_000_000; i++) {
            meter.poll();
        }

        meter.cancel();

        assertStops(() -> pollForEver(meter), ErrorCode.CANCELLED, "the statement was cancelled");
    }

    @Test
    void boundsTheDepthOfCalls() {
        Meter meter = new Meter(LONG, Optional.empty(), Long.MAX_VALUE, 3);
        int outer = meter.enterCall();
        meter.enterFunction(1);
        meter.enterFunction(1);

        assertStops(
                () -> meter.enterFunction(1),
                ErrorCode.CALL_DEPTH,
                "more than 3 nested calls (setting call_depth); use less recursion in the guest, or raise call_depth and with it the stack of threads, -Xss");
        meter.exitCall(outer);
        assertThat(meter.depth()).isZero();
        int before = meter.enterFunction(1);
        meter.enterFunction(1);
        meter.unwind(before);
        assertThat(meter.depth()).isEqualTo(1);
        meter.exitFunction(before);
        assertThat(meter.depth()).isZero();
    }

    @Test
    void makesSlicesSmallForSlowUnitsAndLargeForFastOnes() {
        Slice slice = new Slice(0);
        long now = 0;
        for (int i = 0; i < 20; i++) {
            now += 1_000;
            slice.next(now);
        }
        assertThat(slice.next(now + 1_000)).isEqualTo(8192);
        for (int i = 0; i < 20; i++) {
            now += 50_000_000;
            slice.next(now);
        }
        assertThat(slice.next(now + 50_000_000)).isEqualTo(16);
        assertThat(slice.next(now + 50_500_000)).isEqualTo(16);
    }

    /** A pause of any length costs nothing; what was used before it counts on behind it. */
    @Test
    @Timeout(60)
    void countsNoPauses() throws InterruptedException {
        Meter meter = new Meter(LONG, Optional.of(Duration.ofSeconds(2)), Long.MAX_VALUE);
        meter.pause();
        Duration left = meter.timeLeft().orElseThrow();
        Thread.sleep(2_500);
        meter.pause();
        assertThat(meter.timeLeft()).hasValue(left);

        meter.resume();
        meter.check();
        assertStops(
                () -> pollForEver(meter), ErrorCode.TIMEOUT, "the statement ran longer than its timeout 2 s; raise it");
        meter.pause();
        assertThat(meter.timeLeft()).hasValue(Duration.ZERO);
    }

    @Test
    void boundsTheCallsThatFollow() {
        Meter meter = new Meter(LONG, Optional.empty(), Long.MAX_VALUE, 5);
        meter.boundCalls(0, 1);

        int outer = meter.enterCall();
        assertStops(
                () -> meter.enterFunction(1),
                ErrorCode.CALL_DEPTH,
                "more than 1 nested calls (setting call_depth); use less recursion in the guest, or raise call_depth and with it the stack of threads, -Xss");
        assertStops(
                () -> pollForEver(meter),
                ErrorCode.TIMEOUT,
                "guest code ran longer than call_timeout 0 ms; raise call_timeout");
        meter.exitCall(outer);
        assertThat(meter.timeLeft()).isEmpty();
    }

    @Test
    @Timeout(60)
    void asksWhoeverElseMayStopIt() {
        AtomicReference<Optional<String>> reason = new AtomicReference<>(Optional.empty());
        Meter meter = new Meter(LONG, Optional.empty(), Long.MAX_VALUE, 100, reason::get);
        for (int i = 0; i < 100_000; i++) {
            meter.poll();
        }

        reason.set(Optional.of("the database says so"));

        assertStops(() -> pollForEver(meter), ErrorCode.CANCELLED, "the database says so");
        reason.set(Optional.empty());
        assertStops(meter::poll, ErrorCode.CANCELLED, "the database says so");
    }
}
