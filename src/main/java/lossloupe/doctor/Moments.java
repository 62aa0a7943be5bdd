package lossloupe.doctor;

/// Running means, variances and covariance of pairs; pairs with a number that is not finite are left out.
final class Moments {
    private long count;
    private double meanX;
    private double meanY;
    private double spreadX;
    private double spreadY;
    private double together;

    void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        count++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / count;
        meanY += dy / count;
        spreadX += dx * (x - meanX);
        spreadY += dy * (y - meanY);
        together += dx * (y - meanY);
    }

    long count() {
        return count;
    }

    double meanX() {
        return meanX;
    }

    double varianceX() {
        return count == 0 ? 0 : spreadX / count;
    }

    /// Pearson's r; 0 where one of both does not vary.
    double correlation() {
        double product = spreadX * spreadY;
        return product > 0 ? together / Math.sqrt(product) : 0;
    }
}
