/**
 * Grades what a browser is told about a page, by the rules of the HTTP Observatory (MDN, formerly Mozilla): everybody starts with 100, faults cost, and what goes beyond earns more, but only from 90 on. The rules and
 * their figures: <a href="https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js">charts.js</a> and the tests beside it, read in 2026.
 */
@NullMarked
package id.satuatap.isolation.headers;

import org.jspecify.annotations.NullMarked;
