package id.satuatap.citizen.account;

import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.JsonNode;

/** Core's answer to what a government keeps of the one who asks. */
interface PrivacyClient {

    @GetExchange("/privacy/me")
    Kept mine();

    /** The same, whole, to take along. */
    @GetExchange("/privacy/me")
    JsonNode whole();
}
