package id.satuatap.core.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a started transaction run to its end on a subscription of its own. When a caller hangs up, only the waiting
 * stops: a cancelled BEGIN would hand a connection back to the pool inside an open transaction, tenant and all.
 *
 * @see "Decision 0002"
 */
class UninterruptedTransactions extends DefaultPointcutAdvisor {

    UninterruptedTransactions() {
        super(new AnnotationMatchingPointcut(Transactional.class, true), (MethodInterceptor)
                UninterruptedTransactions::invoke);
        setOrder(Ordered.HIGHEST_PRECEDENCE); // outside of the transaction
    }

    private static @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return switch (invocation.proceed()) {
            case Mono<?> one -> Uninterrupted.toTheEnd(one);
            case Flux<?> many -> Uninterrupted.toTheEnd(many.collectList()).flatMapMany(Flux::fromIterable);
            case null -> null;
            case Object other -> other;
        };
    }
}
