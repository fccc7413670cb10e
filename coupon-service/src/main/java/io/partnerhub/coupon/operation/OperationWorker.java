package io.partnerhub.coupon.operation;

import java.util.UUID;

import io.partnerhub.platform.job.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Works on whatever operations run, one chunk of each in turn, so that a long file holds
 * up no short one.
 */
@Component
class OperationWorker {

	private static final Logger log = LoggerFactory.getLogger(OperationWorker.class);

	private final ObjectProvider<LongOperations> operations;

	OperationWorker(ObjectProvider<LongOperations> operations) {
		this.operations = operations;
	}

	@Bean
	static Worker operationThread(OperationWorker work, OperationSettings settings) {
		return new Worker("operations", settings.enabled(), settings.pollInterval(), work::drain);
	}

	/** Works until nothing is left to do, or all that is left fails. */
	void drain() {
		boolean more = true;
		while (more) {
			more = false;
			for (UUID id : all().running()) {
				more |= step(id);
			}
			more &= !Thread.currentThread().isInterrupted();
		}
	}

	private boolean step(UUID id) {
		try {
			return all().step(id);
		}
		catch (LongOperations.Cancelled cancelled) {
			log.info("operation {} was cancelled in the middle of a chunk", id);
		}
		catch (RuntimeException ex) {
			log.warn("a chunk of operation {} failed and is tried again", id, ex);
			all().failed(id);
		}
		return false;
	}

	private LongOperations all() {
		return this.operations.getObject();
	}

}
