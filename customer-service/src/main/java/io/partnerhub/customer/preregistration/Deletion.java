package io.partnerhub.customer.preregistration;

import java.util.UUID;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one deletion: in a batch each stands for itself (PRE-07, X-12).
 *
 * @param refusal why nothing was deleted; absent if it is gone
 */
public record Deletion(UUID id, @Nullable Problem refusal) {

	public boolean isDone() {
		return this.refusal == null;
	}

	/** Refuses the whole request if nothing was deleted. */
	public void require() {
		if (this.refusal != null) {
			throw this.refusal;
		}
	}

}
