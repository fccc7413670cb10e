package io.partnerhub.program.servicetype;

import java.util.List;
import java.util.stream.IntStream;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dictionary of service types: fed by the vendor, read by everybody. */
@RestController
@Tag(name = "Service types")
class ServiceTypeApi {

	private static final int LONGEST_NAME = 128;

	private final ServiceTypes types;

	ServiceTypeApi(ServiceTypes types) {
		this.types = types;
	}

	@PutMapping("/api/v1/vendor/service-types/{code}")
	@Operation(summary = "Add a service type, or rename it",
			description = "Carries the whole state; sending it again changes nothing.")
	ServiceTypeView put(Caller caller, @PathVariable String code, @Valid @RequestBody NewServiceType names) {
		return ServiceTypeView.of(this.types.put(caller, ServiceType.code("/code", code), names));
	}

	@PostMapping("/api/v1/vendor/service-types")
	@Operation(summary = "Add or rename up to 500 service types, all or none",
			description = "Sending them again changes nothing; types that are not named stay as they are.")
	Answer putAll(Caller caller, @Valid @RequestBody Batch batch) {
		return new Answer(this.types.putAll(caller, batch.serviceTypes()).stream().map(ServiceTypeView::of).toList());
	}

	@GetMapping("/api/v1/service-types")
	@Operation(summary = "List the service types, those added last first",
			description = "With a part of a name in Chinese or English or of the abbreviation, small and capital letters alike.")
	Page<ServiceTypeView> list(Caller caller, @RequestParam @Nullable String name, PageQuery page) {
		if (name != null && name.length() > LONGEST_NAME) {
			throw Problem.invalid("?name", "OUT_OF_RANGE", "A name has at most " + LONGEST_NAME + " characters.");
		}
		return this.types.list(caller, name, page).map(ServiceTypeView::of);
	}

	/** Service types, each code at most once. */
	@Schema(name = "ServiceTypeBatch")
	record Batch(@NotEmpty @Size(max = 500) List<@NotNull @Valid Entry> items) {

		List<ServiceType> serviceTypes() {
			List<ServiceType> types = IntStream.range(0, this.items.size())
				.mapToObj((index) -> this.items.get(index).serviceType("/items/" + index))
				.toList();
			if (types.stream().map(ServiceType::code).distinct().count() < types.size()) {
				throw Problem.invalid("/items", "REPEATED", "Name each code once.");
			}
			return types;
		}

	}

	/**
	 * One of a batch.
	 *
	 * @param code 1–64 letters, digits, dots, dashes and underscores
	 * @param nameZh 1–128 characters
	 * @param nameEn 1–128 characters
	 * @param abbreviation up to 64 characters
	 */
	@Schema(name = "ServiceTypeEntry")
	record Entry(@NotNull String code, @NotBlank @Size(max = 128) String nameZh,
			@NotBlank @Size(max = 128) String nameEn, @Nullable @Size(min = 1, max = 64) String abbreviation) {

		ServiceType serviceType(String pointer) {
			return new ServiceType(Ids.next(), ServiceType.code(pointer + "/code", this.code), this.nameZh, this.nameEn,
					this.abbreviation);
		}

	}

	/** The types as they are now, in the order they were sent. */
	@Schema(name = "ServiceTypeBatchAnswer")
	record Answer(List<ServiceTypeView> items) {
	}

	/**
	 * A service type.
	 *
	 * @param code what limits of quotas and vouchers name
	 * @param abbreviation short name, if it has one
	 */
	@Schema(name = "ServiceType")
	record ServiceTypeView(String code, String nameZh, String nameEn, @Nullable String abbreviation) {

		static ServiceTypeView of(ServiceType type) {
			return new ServiceTypeView(type.code(), type.nameZh(), type.nameEn(), type.abbreviation());
		}

	}

}
