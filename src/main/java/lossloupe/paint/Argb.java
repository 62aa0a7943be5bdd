package lossloupe.paint;

/// Arithmetic on colours packed as `0xAARRGGBB`.
public final class Argb {
    private Argb() {}

    public static int opaque(int rgb) {
        return 0xFF000000 | rgb;
    }

    /// `from` at t = 0, `to` at t = 1, mixed in sRGB as CSS does.
    public static int mix(int from, int to, double t) {
        return part(from, to, t, 24) | part(from, to, t, 16) | part(from, to, t, 8) | part(from, to, t, 0);
    }

    private static int part(int from, int to, double t, int shift) {
        int a = from >>> shift & 0xFF;
        int b = to >>> shift & 0xFF;
        return (int) Math.round(a + (b - a) * t) << shift;
    }

    /// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, «contrast ratio»).
    public static double contrast(int first, int second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >>> 16 & 0xFF) + 0.7152 * linear(argb >>> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }
}
