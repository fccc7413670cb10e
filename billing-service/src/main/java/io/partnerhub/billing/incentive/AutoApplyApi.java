package io.partnerhub.billing.incentive;

import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switches on and off that confirmed incentives are applied for by themselves (INC-06).
 */
@RestController
@Tag(name = "Incentives")
class AutoApplyApi {

	private final AutoApplies autoApplies;

	AutoApplyApi(AutoApplies autoApplies) {
		this.autoApplies = autoApplies;
	}

	@GetMapping("/api/v1/incentive-auto-apply")
	@Operation(summary = "Show whether incentives are applied for by themselves, with the ETag a change names")
	ResponseEntity<Setting> show(Caller caller) {
		return tagged(this.autoApplies.get(caller));
	}

	@PutMapping("/api/v1/incentive-auto-apply")
	@Operation(summary = "Switch on or off that confirmed incentives are applied for by themselves",
			description = "Needs the ETag in If-Match. What is confirmed already is applied for at once.")
	ResponseEntity<Setting> set(Caller caller, @Valid @RequestBody Setting setting,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return tagged(this.autoApplies.set(caller, setting.enabled(), setting.mode(), ifMatch));
	}

	private static ResponseEntity<Setting> tagged(AutoApply setting) {
		return ResponseEntity.ok()
			.eTag(ETags.of(setting.version()))
			.body(new Setting(setting.enabled(), setting.mode()));
	}

	/**
	 * The setting.
	 *
	 * @param mode how what is applied for by itself is paid out; also that of what is
	 * paid without an application, if it is no bank transfer
	 */
	@Schema(name = "IncentiveAutoApply")
	record Setting(@NotNull Boolean enabled, @NotNull Mode mode) {
	}

}
