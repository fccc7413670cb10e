package io.partnerhub.program.partner;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
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
	@Operation(summary = "The caller's own partner")
	PartnerView own(Caller caller) {
		return PartnerView.of(this.partners.own(caller));
	}

	@GetMapping("/api/v1/resellers")
	@Operation(summary = "The distributor's resellers, newest first")
	Page<PartnerView> resellers(Caller caller, PageQuery query) {
		return this.partners.resellers(caller, query).map(PartnerView::of);
	}

}
