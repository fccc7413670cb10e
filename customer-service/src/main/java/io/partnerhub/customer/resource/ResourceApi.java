package io.partnerhub.customer.resource;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The resources of a customer for front ends (ORD-21). */
@RestController
@Tag(name = "Customers")
class ResourceApi {

	private final Resources resources;

	ResourceApi(Resources resources) {
		this.resources = resources;
	}

	@GetMapping("/api/v1/customers/{id}/resources")
	@Operation(summary = "Resources of an associated customer, last heard of first",
			description = "By subscription and by use; the list of orders leads here for the latter, which are no orders. An "
					+ "account manager sees those of his own customers, a supervisor those of the team, others all. All "
					+ "filters have to hold and are exact; expiresBefore is not included and leaves subscriptions only.")
	Page<ResourceView> list(@PathVariable UUID id, @RequestParam(required = false) @Nullable ChargingMode chargingMode,
			@RequestParam(required = false) CustomerResource.@Nullable State state,
			@RequestParam(required = false) @Nullable @Size(max = 64) String serviceTypeCode,
			@RequestParam(required = false) @Nullable @Size(max = 64) String regionCode,
			@RequestParam(required = false) @Nullable @Size(max = 64) String resourceId,
			@RequestParam(required = false) @Nullable @Size(max = 64) String orderId,
			@RequestParam(required = false) @Nullable Instant expiresBefore, PageQuery page, Caller caller) {
		return this.resources
			.list(caller, id,
					new ResourceFilter(chargingMode, state, serviceTypeCode, regionCode, resourceId, orderId,
							expiresBefore),
					page)
			.map(ResourceView::of);
	}

	/**
	 * A resource.
	 *
	 * @param orderId the order it was subscribed by
	 * @param expiresAt end of the subscription; absent for what is paid by use
	 * @param asOf when the vendor knew it so
	 */
	@Schema(name = "CustomerResource")
	record ResourceView(String resourceId, @Nullable String resourceName, ChargingMode chargingMode,
			CustomerResource.State state, @Schema(example = "hws.service.type.ec2") String serviceTypeCode,
			@Nullable @Schema(example = "hws.resource.type.vm") String resourceTypeCode,
			@Schema(example = "cn-north-4") String regionCode, @Nullable String specification, @Nullable String orderId,
			Instant effectiveAt, @Nullable Instant expiresAt, Instant asOf) {

		static ResourceView of(CustomerResource resource) {
			return new ResourceView(resource.resourceId(), resource.resourceName(), resource.chargingMode(),
					resource.state(), resource.serviceTypeCode(), resource.resourceTypeCode(), resource.regionCode(),
					resource.specification(), resource.orderId(), resource.effectiveAt(), resource.expiresAt(),
					resource.asOf());
		}

	}

}
