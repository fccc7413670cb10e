package io.partnerhub.coupon.operation;

import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one chunk of an operation got done, to be added to its progress in the same
 * transaction.
 *
 * @param done items that are through
 * @param succeeded how many of them went well
 * @param amount what these are worth
 * @param total the number of all, where this chunk counted them
 * @param position where the next chunk begins, absent where the items tell themselves
 * @param parts parts of a file written
 * @param last whether nothing is left; else the operation ends with its last item
 */
public record Chunk(int done, int succeeded, Money amount, @Nullable Integer total, @Nullable UUID position, int parts,
		boolean last) {

	/** There was nothing to do, or somebody else is doing it. */
	public static final Chunk NONE = items(0, 0, Money.zero());

	public static Chunk items(int done, int succeeded, Money amount) {
		return new Chunk(done, succeeded, amount, null, null, 0, false);
	}

	boolean isNone() {
		return this.done == 0 && !this.last;
	}

}
