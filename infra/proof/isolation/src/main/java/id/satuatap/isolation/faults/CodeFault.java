package id.satuatap.isolation.faults;

import java.util.List;

/**
 * A mistake in core: lines of its source replaced, compiled apart and found first by a core started anew. Nothing of it
 * is ever in a product's jar.
 *
 * @param isQuick whether it belongs to the short run
 */
record CodeFault(String name, boolean isQuick, List<Change> changes) {

    /** @param file below {@code id/satuatap/core} */
    record Change(String file, String line, String instead) {}

    private static final String FILTER = "access/AccessFilter.java";
    private static final String SECURITY = "access/SecurityConfiguration.java";
    private static final String MEMBERSHIPS = "access/MembershipRepository.java";

    static List<CodeFault> all() {
        return List.of(
                quick(
                        "the tenant of the header believed before membership",
                        FILTER,
                        "!actor.may(needed)",
                        "!actor.may(needed) && actor.tenant() == null"),
                quick(
                        "roles remembered without their tenant",
                        "access/RoleCache.java",
                        "private record Key(@Nullable TenantId tenant, LocalDate today, String issuer, String subject) {}",
                        """
                        private record Key(@Nullable TenantId tenant, LocalDate today, String issuer, String subject) {
                            @Override public boolean equals(@Nullable Object other) { return other instanceof Key key && key.subject.equals(subject); }
                            @Override public int hashCode() { return subject.hashCode(); }
                        }"""),
                of("the tenant set for the session", "tenancy/TenantConnection.java", "'%s', true)", "'%s', false)"),
                of(
                        "an operation open to all",
                        "access/MemberController.java",
                        "@Requires(Permission.MEMBER_READ)",
                        "@PublicOperation"),
                of(
                        "expired tokens accepted",
                        SECURITY,
                        "CLOCK_SKEW = Duration.ofSeconds(5)",
                        "CLOCK_SKEW = Duration.ofDays(5)"),
                of("the audience unchecked", SECURITY, "audience != null && audience.contains(AUDIENCE)", "true"),
                of("the issuer unchecked", SECURITY, "new JwtIssuerValidator(platform.issuer().toString()),", ""),
                of(
                        "machines let in where they are no members",
                        FILTER,
                        "actor.machine() && tenant != null && actor.roles().isEmpty()",
                        "false"),
                of(
                        "a suspended tenant let in",
                        FILTER,
                        "tenant.state() == Tenant.State.SUSPENDED",
                        "tenant.state() == Tenant.State.DRAFT"),
                of("two tenants in one request, the first taken", FILTER, "headers.size() > 1 ||", ""),
                of(
                        "an address believed before it is verified",
                        FILTER,
                        "Boolean.TRUE.equals(token.getClaimAsBoolean(\"email_verified\"))",
                        "true"),
                of(
                        "an archived tenant reached by its name",
                        "tenancy/Tenants.java",
                        ".filter(Tenant::visible)\n                            .collect",
                        ".collect"),
                of(
                        "an archived tenant listed",
                        "tenancy/Tenants.java",
                        ".filter(Tenant::visible).toList()",
                        ".toList()"),
                of(
                        "keys of one caller used by another",
                        "tenancy/IdempotencyRepository.java",
                        ".bind(\"caller\", caller)",
                        ".bind(\"caller\", \"all\")"),
                new CodeFault(
                        "events of other tenants on the stream",
                        false,
                        List.of(
                                new Change(
                                        "outbox/LiveEvents.java",
                                        ".filter(committed -> committed.tenant().equals(tenant))",
                                        ""),
                                new Change(
                                        "outbox/LiveEvents.java",
                                        "events.find(committed.event()))",
                                        "events.find(committed.event()).contextWrite(context -> CurrentTenant.put(context, committed.tenant())))"))),
                of(
                        "a removed file still given",
                        "spbe/assessment/EvidenceRepository.java",
                        "document_id = :document and removed_at is null",
                        "document_id = :document"),
                of(
                        "an older version saved over a newer",
                        "spbe/assessment/AnswerRepository.java",
                        "and indicator = :indicator and version = :version",
                        "and indicator = :indicator and version >= :version"),
                of(
                        "what failed is told to the caller",
                        "shared/ProblemHandler.java",
                        "body.put(\"detail\", problem.detail());",
                        "body.put(\"detail\", problem.detail() + exchange.getAttributes());"),
                of(
                        "an ended membership still counts",
                        MEMBERSHIPS,
                        "subject = :subject and ended_at is null\n                           and valid_from",
                        "subject = :subject\n                           and valid_from"),
                of(
                        "an expired membership still counts",
                        MEMBERSHIPS,
                        "and (valid_to is null or valid_to >= :today)",
                        ""),
                of(
                        "a membership counts before its day",
                        MEMBERSHIPS,
                        "valid_from <= :today and",
                        "cast(:today as date) is not null and"),
                of(
                        "a role with a right too many",
                        "access/Role.java",
                        "DATA_ENTRY(ASSESSMENT_READ, ASSESSMENT_ANSWER, OFFICE_READ)",
                        "DATA_ENTRY(ASSESSMENT_READ, ASSESSMENT_ANSWER, OFFICE_READ, ASSESSMENT_SHARE)"),
                of(
                        "an invitation good for whoever has its code",
                        "access/Invitations.java",
                        "!invitation.email().equalsIgnoreCase(actor.email())",
                        "invitation.email().isEmpty()"),
                new CodeFault(
                        "queries outside of transactions",
                        false,
                        List.of(
                                new Change("tenancy/TransactionalConnections.java", "context.hasKey(ALLOWED)", "true"),
                                new Change("access/Memberships.java", "@Transactional(readOnly = true)", ""))));
    }

    private static CodeFault of(String name, String file, String line, String instead) {
        return new CodeFault(name, false, List.of(new Change(file, line, instead)));
    }

    private static CodeFault quick(String name, String file, String line, String instead) {
        return new CodeFault(name, true, List.of(new Change(file, line, instead)));
    }
}
