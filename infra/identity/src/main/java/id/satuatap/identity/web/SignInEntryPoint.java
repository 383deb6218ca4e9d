package id.satuatap.identity.web;

import id.satuatap.identity.client.Clients;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Shows the sign-in page, but to an application that asked without a person ({@code prompt=none}): it is told so instead. */
@Component
class SignInNeeded extends LoginUrlAuthenticationEntryPoint {

    private final Clients clients;

    SignInNeeded(Clients clients) {
        super("/sign-in");
        this.clients = clients;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        var address = request.getParameter("redirect_uri");
        if (isSilent(request.getParameter("prompt")) && address != null && clients.isReturnAddress(address)) {
            response.sendRedirect(refusal(address, request.getParameter("state")));
        } else {
            super.commence(request, response, why);
        }
    }

    private static boolean isSilent(@Nullable String prompt) {
        return prompt != null && List.of(prompt.split(" ")).contains("none");
    }

    private static String refusal(String address, @Nullable String state) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("error", "login_required")
                .queryParamIfPresent("state", Optional.ofNullable(state).map(text -> UriUtils.encode(text, "UTF-8")))
                .build(true)
                .toUriString();
    }
}
