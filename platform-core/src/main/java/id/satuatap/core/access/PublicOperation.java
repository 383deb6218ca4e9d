package id.satuatap.core.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that anybody may call, signed in or not. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicOperation {

    /** Whether it answers for a suspended tenant, too: only what tells people that it is suspended. */
    boolean evenSuspended() default false;
}
