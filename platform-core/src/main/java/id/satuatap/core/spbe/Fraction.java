package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** An exact number. Some weights (10/3 percent) have no decimal form, and a predicate may hang on the last digit. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(BigDecimal.ZERO);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?:/(\\d{1,9}))?");
    private static final int DIGITS = 10;

    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a fraction's denominator is never zero");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            var divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Fraction of(BigDecimal value) {
        var plain = value.scale() < 0 ? value.setScale(0) : value;
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    public static Fraction of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    /** Reads 13, 1.3 or 10/3. */
    public static Fraction parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number like 13, 1.3 or 10/3");
        }
        var dividend = of(new BigDecimal(written.group(1)));
        return written.group(2) == null ? dividend : dividend.dividedBy(of(new BigDecimal(written.group(2))));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Half up, as the official reports print it. */
    public Fraction rounded(int decimals) {
        return of(quotient(decimals));
    }

    /** As a plain number of at most ten decimals. */
    public BigDecimal decimal() {
        var value = quotient(DIGITS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

    private BigDecimal quotient(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }
}
