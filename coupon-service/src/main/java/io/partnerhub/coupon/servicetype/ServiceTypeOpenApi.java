package io.partnerhub.coupon.servicetype;

import java.util.List;

import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The dictionary as the vendor's SDK asks for it: operation ListServiceTypes of the wire
 * file.
 */
@RestController
@Tag(name = "Vendor-compatible API")
class ServiceTypeOpenApi {

	private static final int MAX_LIMIT = 1000;

	private static final String ENGLISH = "en_US";

	private final ServiceTypeStore store;

	private final KnownPartners partners;

	ServiceTypeOpenApi(ServiceTypeStore store, KnownPartners partners) {
		this.store = store;
		this.partners = partners;
	}

	@GetMapping("/v2/products/service-types")
	@Operation(summary = "ListServiceTypes",
			description = "For first-tier partners and customers. X-Language en_US answers English names, anything else Chinese ones.")
	Answer listServiceTypes(Caller caller,
			@RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@RequestParam(name = "service_type_name", required = false) @Nullable String name,
			@RequestParam(required = false) @Nullable String offset,
			@RequestParam(required = false) @Nullable String limit) {
		if (!caller.is(Caller.Kind.CUSTOMER)) {
			this.partners.acting(caller, null);
		}
		Offset page = Offset.of(Wire.number("offset", offset), Wire.number("limit", limit), MAX_LIMIT);
		boolean english = ENGLISH.equalsIgnoreCase(language);
		String wanted = Wire.filter(name);
		return new Answer(this.store.count(english, wanted),
				this.store.list(english, wanted, page.offset(), page.limit()).stream().map(Item::of).toList());
	}

	/**
	 * One page, in the order of the codes.
	 *
	 * @param totalCount of all pages
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(int totalCount, List<Item> serviceTypes) {
	}

	/** A service type in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Item(String serviceTypeName, String serviceTypeCode, @Nullable String abbreviation) {

		static Item of(ServiceType type) {
			return new Item(type.name(), type.code(), type.abbreviation());
		}

	}

}
