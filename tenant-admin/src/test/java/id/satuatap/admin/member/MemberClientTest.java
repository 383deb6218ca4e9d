package id.satuatap.admin.member;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.member.MemberClient.Members;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemberClientTest {

    private final List<Object> asked = new ArrayList<>();

    @Test
    void all_members_are_read_however_many_pages_they_fill() {
        var client = (MemberClient) Proxy.newProxyInstance(
                MemberClient.class.getClassLoader(),
                new Class<?>[] {MemberClient.class},
                (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    return page(arguments[0]);
                });

        assertThat(MemberClient.all(client)).extracting(Member::id).containsExactly("1", "2", "3");
        assertThat(asked).containsExactly("first", "2");
    }

    private Members page(Object after) {
        asked.add(Objects.requireNonNullElse(after, "first"));
        return after == null
                ? new Members(List.of(member("1"), member("2")), "2")
                : new Members(List.of(member("3")), null);
    }

    private static Member member(String id) {
        return new Member(id, "Ani", "ani@contoh.example", "planner", null, false, null, null, null, null, 1);
    }
}
