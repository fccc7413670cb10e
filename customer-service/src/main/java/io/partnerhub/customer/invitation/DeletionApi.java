package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.preregistration.Deletion;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Deleting many pre-registrations with their open invitations (PRE-07). */
@RestController
@Tag(name = "Pre-registrations")
class DeletionApi {

	private final Deletions deletions;

	DeletionApi(Deletions deletions) {
		this.deletions = deletions;
	}

	@PostMapping("/api/v1/pre-registrations/deletions")
	@Operation(summary = "Delete up to 100 pre-registrations; their open invitations stop working",
			description = "Each stands for itself: one that cannot be deleted is answered REFUSED with its code and keeps no "
					+ "other from being deleted. One that is deleted already is answered DELETED.")
	Outcome delete(@Valid @RequestBody New body, Caller caller) {
		return new Outcome(this.deletions.delete(caller, body.ids()).stream().map(Item::of).toList());
	}

	@Schema(name = "PreRegistrationDeletions")
	record New(@NotEmpty @Size(max = 100) List<@NotNull UUID> ids) {
	}

	@Schema(name = "PreRegistrationDeletionOutcome")
	record Outcome(List<Item> items) {
	}

	/**
	 * What became of one.
	 *
	 * @param code why nothing was deleted
	 */
	@Schema(name = "PreRegistrationDeletion")
	record Item(UUID id, Result result, @Nullable @Schema(example = "PREREG_NOT_OPEN") String code,
			@Nullable String detail) {

		static Item of(Deletion deletion) {
			return (deletion.refusal() != null)
					? new Item(deletion.id(), Result.REFUSED, deletion.refusal().code(), deletion.refusal().detail())
					: new Item(deletion.id(), Result.DELETED, null, null);
		}

	}

	/** Deleted, now or before, or not. */
	enum Result {

		DELETED, REFUSED

	}

}
