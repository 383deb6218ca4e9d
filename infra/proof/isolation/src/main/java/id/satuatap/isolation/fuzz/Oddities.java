package id.satuatap.isolation.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Values at the edge of what a field takes, and beyond. */
final class Oddities {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "..",
            "../../etc/passwd",
            "..\\..\\x",
            "' or 1=1 --",
            "\"; drop table x",
            "$$;set app.tenant_id=''",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "\u202e\u2066txt.exe",
            "\ufeffx",
            "\uffff",
            "e\u0301\u0301\u0301",
            "👩‍👩‍👧‍👦",
            "ＡＢＣ",
            "ıİſ",
            "٣",
            "०१",
            "null",
            "undefined",
            "NaN",
            "true",
            "[]",
            "{}",
            "%",
            "%00",
            "%2e%2e%2f",
            "%ff",
            ";a=b",
            "a;b",
            "a/b",
            "a\r\nX: y",
            "\t",
            "\u2028",
            "=1+1",
            "@x",
            "*",
            "x".repeat(201),
            "x".repeat(4001),
            "é".repeat(600));

    static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "99",
            "100",
            "2017",
            "2026",
            "2101",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e9",
            "1.0",
            "1.5",
            "3.0000000000000000000001",
            "1e308",
            "1e-400",
            "1E+999999999",
            "1e99999",
            "0x10",
            "01",
            "+1",
            " 1",
            "1_000",
            "∞",
            "9".repeat(400));

    static final List<String> DATES = List.of(
            "2027-12-31",
            "2027-02-30",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "2100-12-31",
            "2027-12-31T00:00:00Z",
            "1");

    private Oddities() {}

    static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
