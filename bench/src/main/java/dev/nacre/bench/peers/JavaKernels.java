package dev.nacre.bench.peers;

/**
 * Computes what the guest {@code kernels-rust} does, by the same algorithms in the same order, as one writes them in Java for
 * speed. Immutable; safe for many threads.
 */
public final class JavaKernels {
    /** The mean radius of the earth after the IUGG, in metres. */
    private static final double RADIUS = 6_371_008.8;

    private JavaKernels() {}

    /**
     * Returns the SHA-256 of the data, 32 bytes.
     *
     * <p>Written by hand, as the guest's is, so that the same algorithm is compared. The JDK's {@code MessageDigest} is no such
     * peer: where the processor has instructions for SHA-256, HotSpot uses them there, and neither Java nor WebAssembly has
     * them.
     */
    public static byte[] sha256(byte[] data) {
        return JavaSha256.digest(data);
    }

    /**
     * Returns the metres between each two places, along a great circle of a sphere with the earth's mean radius; NaN for a NaN.
     *
     * @param lat1 degrees, as all others
     * @param lon1 as long as {@code lat1}, as all others
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] haversine(double[] lat1, double[] lon1, double[] lat2, double[] lon2) {
        int length = lat1.length;
        if (lon1.length != length || lat2.length != length || lon2.length != length) {
            throw new IllegalArgumentException("expected columns of one length, found " + length + ", " + lon1.length
                    + ", " + lat2.length + ", " + lon2.length);
        }
        double[] metres = new double[length];
        for (int i = 0; i < length; i++) {
            metres[i] = haversine(lat1[i], lon1[i], lat2[i], lon2[i]);
        }
        return metres;
    }

    private static double haversine(double lat1, double lon1, double lat2, double lon2) {
        double height = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double width = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double part = height * height + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * width * width;
        // rounding may take the part of antipodes beyond 1
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(part, 1)));
    }

    /**
     * Returns the sum of the iterations of all points of a picture of the Mandelbrot set, real parts from -2 to 1 and
     * imaginary parts from -1 to 1, that were done before a point went beyond 2; {@code iterations} for one that did not.
     *
     * @param width in points, not negative, as all others
     */
    public static long mandelbrot(int width, int height, int iterations) {
        double stepX = 3.0 / width;
        double stepY = 2.0 / height;
        long sum = 0;
        for (int row = 0; row < height; row++) {
            double y = -1 + row * stepY;
            for (int column = 0; column < width; column++) {
                sum += iterations(-2 + column * stepX, y, iterations);
            }
        }
        return sum;
    }

    private static int iterations(double pointX, double pointY, int most) {
        double x = 0;
        double y = 0;
        for (int done = 0; done < most; done++) {
            double xx = x * x;
            double yy = y * y;
            if (xx + yy > 4) {
                return done;
            }
            y = 2 * x * y + pointY;
            x = xx - yy + pointX;
        }
        return most;
    }
}
