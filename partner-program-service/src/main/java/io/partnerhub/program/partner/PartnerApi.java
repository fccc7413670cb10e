package io.partnerhub.program.partner;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a partner reads about itself and, as a distributor, about its resellers (RSL-13).
 */
@RestController
class PartnerApi {

	private final Partners partners;

	PartnerApi(Partners partners) {
		this.partners = partners;
	}

	@GetMapping("/api/v1/partners/me")
	@Operation(summary = "The caller's own partner; the ETag is needed to change its settings")
	ResponseEntity<PartnerView> own(Caller caller) {
		return answer(this.partners.own(caller));
	}

	@PutMapping("/api/v1/partners/me/settings")
	@Operation(summary = "Set where the partner is reached, and whether critical operations ask for a code",
			description = "By an administrator. Gateways know within a minute.")
	ResponseEntity<PartnerView> changeSettings(Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody NewSettings settings) {
		return answer(this.partners.changeSettings(caller, ifMatch, settings));
	}

	@GetMapping("/api/v1/resellers")
	@Operation(summary = "The distributor's resellers, newest first")
	Page<PartnerView> resellers(Caller caller, PageQuery query) {
		return this.partners.resellers(caller, query).map(PartnerView::of);
	}

	private static ResponseEntity<PartnerView> answer(Partner partner) {
		return ResponseEntity.ok().eTag(ETags.of(partner.settings().version())).body(PartnerView.of(partner));
	}

}
