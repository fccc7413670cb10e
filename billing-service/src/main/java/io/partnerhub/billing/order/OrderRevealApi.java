package io.partnerhub.billing.order;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.RevealRecord;
import io.partnerhub.platform.privacy.Reveals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators who looked at names in the lists of orders. */
@RestController
@Tag(name = "Orders")
class OrderRevealApi {

	private final Reveals reveals;

	OrderRevealApi(Reveals reveals) {
		this.reveals = reveals;
	}

	@GetMapping("/api/v1/order-reveal-records")
	@Operation(summary = "Who saw customers' names in the lists of orders in clear, newest first",
			description = "One record per answer that showed them: who, when, and of which orders or lines. For those who "
					+ "manage the partner's members.")
	Page<RevealRecord> list(Caller caller, PageQuery page) {
		return this.reveals.list(caller, page);
	}

}
