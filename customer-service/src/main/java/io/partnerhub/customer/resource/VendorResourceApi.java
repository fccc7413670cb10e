package io.partnerhub.customer.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.customer.resource.CustomerResource.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of customers' resources (ORD-21). */
@RestController
@Tag(name = "Customer facts")
class VendorResourceApi {

	/** News from further ahead would shut out all that follow. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	private final Resources resources;

	private final Clock clock;

	VendorResourceApi(Resources resources, Clock clock) {
		this.resources = resources;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/customer-resources")
	@Operation(summary = "Tell resources of customers, up to 500 at once",
			description = "Each tells the whole resource as of asOf; told again it changes nothing. News older than what is "
					+ "known of the resource is answered STALE and changes nothing. Resources of accounts that are nobody's "
					+ "customers yet are kept.")
	Outcome learn(@Valid @RequestBody Feed feed, Caller caller) {
		Instant latest = this.clock.instant().plus(CLOCKS_DIFFER);
		List<CustomerResource> news = feed.resources().stream().map((item) -> item.resource(latest)).toList();
		if (news.stream().map(CustomerResource::resourceId).distinct().count() < news.size()) {
			throw Problem.invalid("/resources", "REPEATED", "Name every resource once.");
		}
		Set<String> applied = this.resources.learn(caller, news);
		return new Outcome(news.stream()
			.map((each) -> new Learnt(each.resourceId(),
					applied.contains(each.resourceId()) ? Result.APPLIED : Result.STALE))
			.toList());
	}

	@Schema(name = "CustomerResourceFeed")
	record Feed(@NotEmpty @Size(max = 500) List<@NotNull @Valid News> resources) {
	}

	/**
	 * One resource as of {@code asOf}, the whole of it. A subscription names its end;
	 * what is paid by use has neither end nor order.
	 */
	@Schema(name = "CustomerResourceNews")
	record News(@NotBlank @Size(max = 64) String resourceId, @NotNull UUID customerId,
			@NotNull ChargingMode chargingMode, @NotNull State state,
			@NotBlank @Size(max = 64) @Schema(example = "hws.service.type.ec2") String serviceTypeCode,
			@Size(min = 1, max = 64) @Schema(example = "hws.resource.type.vm") @Nullable String resourceTypeCode,
			@NotBlank @Size(max = 64) @Schema(example = "cn-north-4") String regionCode,
			@Size(min = 1, max = 256) @Nullable String resourceName,
			@Size(min = 1, max = 256) @Nullable String specification, @Size(min = 1, max = 64) @Nullable String orderId,
			@NotNull Instant effectiveAt, @Nullable Instant expiresAt, @NotNull Instant asOf) {

		CustomerResource resource(Instant latest) {
			if (this.asOf.isAfter(latest)) {
				throw Problem.invalid("/resources/asOf", "WRONG_VALUE", "Must not lie in the future.");
			}
			if ((this.chargingMode == ChargingMode.SUBSCRIPTION) != (this.expiresAt != null)) {
				throw Problem.invalid("/resources/expiresAt", "WRONG_VALUE",
						"A subscription has an end; what is paid by use has none.");
			}
			if (this.chargingMode == ChargingMode.PAY_PER_USE && this.orderId != null) {
				throw Problem.invalid("/resources/orderId", "WRONG_VALUE", "What is paid by use has no order.");
			}
			return new CustomerResource(Ids.next(), this.resourceId, this.customerId, this.chargingMode, this.state,
					this.serviceTypeCode, this.resourceTypeCode, this.regionCode, this.resourceName, this.specification,
					this.orderId, this.effectiveAt, this.expiresAt, this.asOf);
		}

	}

	@Schema(name = "CustomerResourceOutcome")
	record Outcome(List<Learnt> items) {
	}

	@Schema(name = "LearntCustomerResource")
	record Learnt(String resourceId, Result result) {
	}

	/** What became of the news. */
	enum Result {

		APPLIED, STALE

	}

}
