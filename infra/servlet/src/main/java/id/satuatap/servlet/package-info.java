/** What the parts that run on Tomcat share. */
@NullMarked
package id.satuatap.servlet;

import org.jspecify.annotations.NullMarked;
