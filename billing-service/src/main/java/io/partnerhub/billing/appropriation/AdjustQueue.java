package io.partnerhub.billing.appropriation;

import java.util.List;

import io.partnerhub.platform.batch.BatchProperties;
import io.partnerhub.platform.batch.GroupCommit;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.Keyed;
import io.partnerhub.platform.idempotency.OncePerKey;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the adjustments of front ends share transactions, so that the account of a partner
 * who appropriates much is locked once for all commands that wait for it. Those of a
 * tenant wait in one line, as a distributor and its resellers pay each other.
 */
@Service
class AdjustQueue implements SmartLifecycle {

	private final Appropriations appropriations;

	private final OncePerKey answers;

	private final GroupCommit<Keyed<AdjustCommand>, ResponseEntity<byte[]>> queue;

	AdjustQueue(Appropriations appropriations, OncePerKey answers, BatchProperties properties,
			PlatformTransactionManager transactions) {
		this.appropriations = appropriations;
		this.answers = answers;
		this.queue = new GroupCommit<>("adjust", properties, new TransactionTemplate(transactions), this::adjust);
	}

	/**
	 * Where a code was typed in it goes alone, so that a refusal leaves its proof good.
	 */
	ResponseEntity<byte[]> adjust(CommandKey key, AdjustCommand command) {
		Keyed<AdjustCommand> keyed = new Keyed<>(key, command);
		return this.answers.unlessRunning(key, () -> command.caller().codeRequired() ? this.queue.runAlone(keyed)
				: this.queue.run(command.realm().partnerId(), keyed));
	}

	@Override
	public void start() {
		this.queue.start();
	}

	@Override
	public void stop() {
		this.queue.stop();
	}

	@Override
	public boolean isRunning() {
		return this.queue.isRunning();
	}

	@Override
	public int getPhase() {
		return this.queue.getPhase();
	}

	private List<Outcome<ResponseEntity<byte[]>>> adjust(List<Keyed<AdjustCommand>> commands) {
		return this.answers.run(commands, HttpStatus.CREATED,
				(fresh) -> this.appropriations.adjustAll(fresh)
					.stream()
					.map((outcome) -> outcome.map(AdjustRecordView::of))
					.toList());
	}

}
