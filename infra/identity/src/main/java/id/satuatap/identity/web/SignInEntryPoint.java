package id.satuatap.identity.web;

import id.satuatap.identity.client.Clients;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Shows the sign-in page, but to an application that asked without a person ({@code prompt=none}): it is told so instead. */
@Component
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    private final Clients clients;
    private final AuthorizationResponse answer;

    SignInEntryPoint(Clients clients, AuthorizationResponse answer) {
        super("/sign-in");
        this.clients = clients;
        this.answer = answer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        var address = request.getParameter("redirect_uri");
        if (isSilent(request.getParameter("prompt")) && address != null && clients.isReturnAddress(address)) {
            answer.refuse(response, address, "login_required", request.getParameter("state"));
        } else {
            super.commence(request, response, why);
        }
    }

    private static boolean isSilent(@Nullable String prompt) {
        return prompt != null && List.of(prompt.split(" ")).contains("none");
    }
}
