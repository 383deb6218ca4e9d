package id.satuatap.core.audit;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** For tests of other packages: whether a tenant's trail proves from its first entry to its last. */
public final class AuditChain {

    private AuditChain() {}

    /** The position of the first entry that does not fit; null when all do. */
    public static @Nullable Long firstBreak(BeanFactory core, TenantId tenant) {
        return core.getBean(AuditTrail.class)
                .firstBreak()
                .contextWrite(context -> CurrentTenant.put(context, tenant))
                .block();
    }

    public static @Nullable Long firstBreak(TestPlatform platform, String tenant) {
        return platform.bean(AuditTrail.class)
                .firstBreak()
                .contextWrite(context -> CurrentTenant.put(
                        context,
                        platform.bean(Tenants.class).get(tenant).block().tenantId()))
                .block();
    }
}
