package id.satuatap.core.tenancy.demo;

import java.sql.SQLException;

/**
 * What a feature brings to the demo: a class {@code …Demo} in its package with a constructor without arguments, which the setup step finds
 * by itself and runs in a transaction of its own, without Spring. {@code @Order} says who comes early; those without come last, when
 * governments, people and offices are there.
 */
public interface DemoData {

    /** Writes the rows that are missing. The demo is loaded at each start: what people changed or ended since must stay so. */
    void load(Demo demo) throws SQLException;
}
